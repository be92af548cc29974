import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ArticleSubmittedV1, PushArticle } from '@warta/contracts';
import { v5 as uuidv5 } from 'uuid';

/** The reading room beside the project: real news, never copied. */
const corpus = new URL('../../../../shared/data/articles-id/articles.jsonl.gz', import.meta.url);

/** Texts that are pushed again and again under new ids. */
const TEXTS = 500;

interface Text {
  readonly title: string;
  readonly body: string;
}

/** Real articles where the reading room is, else as many of the same length made of a few words. */
export function benchTexts(): { texts: Text[]; from: string } {
  if (!existsSync(corpus)) return { texts: madeTexts(), from: 'made-up texts' };
  const texts = gunzipSync(readFileSync(corpus))
    .toString()
    .split('\n')
    .slice(0, TEXTS)
    .map((line) => JSON.parse(line) as { title: string | null; content: string | null })
    .map(({ title, content }) => ({ title: title ?? 'Tanpa judul', body: content ?? '' }));
  return { texts, from: 'real articles' };
}

function madeTexts(): Text[] {
  const words = 'harga beras di pasar induk turun kata menteri pertanian kemarin'.split(' ');
  return Array.from({ length: TEXTS }, (_, index) => ({
    title: `Harga beras ${index}`,
    body: Array.from({ length: 350 }, (_unused, at) => words[(at * 7 + index) % words.length]).join(
      ' ',
    ),
  }));
}

/** So many pushes, each of another article. @param run tells one series of pushes from others. */
export function benchPushes(texts: readonly Text[], count: number, run: string): PushArticle[] {
  return Array.from({ length: count }, (_, index) => {
    const { title, body } = texts[index % texts.length] as Text;
    return {
      id: `${run}-${index}`,
      url: `https://example.org/${run}/${index}`,
      title,
      body,
      publishedAt: '2026-11-23T08:00:00+07:00',
    };
  });
}

const NAMESPACE = '9a1c1f0e-6f0d-5b7e-9a59-5c1d3f2b8e47';

/** The events that the ingestor would write for them: what the producer alone has to carry. */
export function benchEvents(pushes: readonly PushArticle[], feed: string): ArticleSubmittedV1[] {
  return pushes.map(({ id, url, title, body, publishedAt }) => ({
    kind: 'publish',
    articleId: uuidv5(JSON.stringify([feed, id]), NAMESPACE),
    feed,
    ...(id === undefined ? {} : { sourceId: id }),
    ...(url === undefined ? {} : { url }),
    receivedAt: '2026-11-23T01:00:00.000Z',
    submittedBy: 'bench',
    ...(publishedAt === undefined ? {} : { publishedAt }),
    content: { ...(title === undefined ? {} : { title }), body: body ?? '' },
    contentHash: createHash('sha256').update(`${title}${body}`).digest('hex'),
  }));
}
