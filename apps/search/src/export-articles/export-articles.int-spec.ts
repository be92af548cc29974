import { ExportArticles, ExportedArticle } from '@warta/contracts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import type { SearchParts } from '../search-articles/search-parts.ts';
import { searchParts } from '../search-articles/testing-parts.ts';
import {
  canceled,
  dropIndex,
  indexing,
  indexStates,
  live,
  newIndex,
  received,
  signal,
} from '../testing.ts';
import { exportArticles, ExportRevokedError } from './export-articles.ts';
import { exportText } from './export-text.ts';

const ARTICLES = 3_000;
const feed = 'banyak';

let index: ArticleIndex;
let parts: SearchParts;
let ids: string[];
beforeAll(async () => {
  index = await newIndex();
  parts = searchParts(index);
  const publishedAt = (at: number) =>
    new Date(Date.UTC(2026, 0, 1) + (at >> 3) * 1_000).toISOString();
  const states = Array.from({ length: ARTICLES }, (_, at) =>
    live({ feed, title: `Judul ${at}`, publishedAt: publishedAt(at) }),
  );
  ids = states.map(({ articleId }) => articleId);
  const { indexArticles } = indexing(index);
  for (let from = 0; from < ARTICLES; from += 1_000) {
    await indexArticles.handle(received(...states.slice(from, from + 1_000)), signal);
  }
  await index.client.indices.refresh({ index: index.names.write });
});
afterAll(() => dropIndex(index));

const request = (given: object = {}) => ExportArticles.parse({ feed, ...given });

describe('an export', () => {
  it('has every article once, newest first, however many pages it takes', async () => {
    let text = '';
    for await (const piece of await exportText(exportArticles(parts, request()), request())) {
      text += piece;
    }
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => ExportedArticle.parse(JSON.parse(line)));
    expect(lines.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const dates = lines.map(({ publishedAt = '' }) => publishedAt);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(lines[0]).not.toHaveProperty('body');
  });

  it('has the text when asked, and as CSV a header and a line for each article', async () => {
    const given = request({ format: 'csv', body: 'true', q: '"Judul 7" OR "Judul 8"' });
    let text = '';
    for await (const piece of await exportText(exportArticles(parts, given), given)) text += piece;
    const [header, ...lines] = text.trimEnd().split('\r\n');
    expect(header).toMatch(/^"id","feed",.*"sourceId","quotes","body"$/);
    expect(lines.every((line) => line.endsWith('"Isi berita."'))).toBe(true);
    expect(lines).toHaveLength(2);
  });

  it('has the quotes that match, the same with the text and without', async () => {
    const said = ['Gas murah', 'Listrik murah'];
    const body = said.map((text) => `“${text},” katanya.`).join(' ');
    const quotes = said.map((text) => ({
      ...{ text: `${text},`, field: 'body' as const, cue: 'kata', direct: true, confidence: 0.9 },
      ...{ start: body.indexOf(text), end: body.indexOf(text) + text.length + 1 },
    }));
    await indexStates(index, live({ feed: 'kutipan', body, quotes }));
    const asked = { feed: 'kutipan', q: 'quote:listrik OR quote:gas' };
    const [bare] = (await exportArticles(parts, request(asked)).next()).value as ExportedArticle[];
    const [full] = (await exportArticles(parts, request({ ...asked, body: 'true' })).next())
      .value as ExportedArticle[];
    expect(bare?.quotes?.map(({ highlight }) => highlight)).toEqual([
      '<em>Gas</em> murah,',
      '<em>Listrik</em> murah,',
    ]);
    expect(full).toEqual({ ...bare, body });
    for (const quote of full?.quotes ?? []) expect(quote).not.toHaveProperty('sentence');
  });

  it('asks for no page before the one before has been taken, and stops when its reader leaves', async () => {
    let pages = 0;
    const counted = (async function* () {
      for await (const page of exportArticles(parts, request())) {
        pages += 1;
        yield page;
      }
    })();
    const text = await exportText(counted, request());
    expect(pages).toBe(1);
    await text.next();
    expect(pages).toBe(1);
    await text.next();
    expect(pages).toBe(2);
    await text.return(undefined);
    expect((await counted.next()).done).toBe(true);
    expect(pages).toBe(2);
  });

  it('leaves out what is taken down while it runs', async () => {
    const pages = exportArticles(parts, request({ sort: 'oldest' }));
    const first = (await pages.next()).value as ExportedArticle[];
    const gone = ids.filter((id) => !first.some((article) => article.id === id)).at(-1) ?? '';
    await indexStates(index, canceled(gone, 2));
    const rest: string[] = [];
    for await (const page of pages) rest.push(...page.map(({ id }) => id));
    expect(rest).not.toContain(gone);
    expect(rest).toHaveLength(ARTICLES - first.length - 1);
  });

  it('ends with an error when the key it was asked with counts no more', async () => {
    let isAllowed = true;
    const pages = exportArticles(parts, request(), () => isAllowed);
    await pages.next();
    isAllowed = false;
    await expect(pages.next()).rejects.toThrow(ExportRevokedError);
  });
});
