import { ArticleHit, csvColumns, SearchArticles } from '@warta/contracts';
import type { OutputFormat, SearchAnswer } from '@warta/contracts';
import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { csvHeader, csvLines } from './csv-output.ts';
import { asksForFeed, formatOf } from './output-of.ts';
import { writeOutput } from './write-output.ts';

const ID = '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001';

const hit = (parts: Partial<ArticleHit> = {}): ArticleHit =>
  ArticleHit.parse({
    id: ID,
    feed: 'harian-contoh',
    title: 'Judul',
    lead: 'Paragraf pertama.',
    language: 'id',
    rev: 1,
    revision: 1,
    score: 1,
    highlights: {},
    entities: [],
    ...parts,
  });

const answer = (...data: ArticleHit[]): SearchAnswer => ({
  data,
  total: { value: data.length, relation: 'eq' },
  partial: false,
});

const asked = { origin: 'https://news.example.org', address: '/v1/articles?q=beras&format=rss' };
const request = SearchArticles.parse({ q: 'beras' });
const write = (format: OutputFormat, ...hits: ArticleHit[]) =>
  String(writeOutput(format, request, answer(...hits), asked).body ?? '');

describe('the format of an answer', () => {
  it('is the one named, else the one liked best of those there are, else JSON', () => {
    expect(formatOf('csv', 'application/rss+xml')).toBe('csv');
    expect(formatOf(undefined, 'text/html, application/rss+xml;q=0.8, */*;q=0.1')).toBe('rss');
    expect(formatOf(undefined, 'application/atom+xml;q=0.2, text/csv')).toBe('csv');
    expect(formatOf(undefined, '*/*')).toBe('json');
    expect(formatOf(undefined, 'application/json;q=0.5, text/xml')).toBe('rss');
    expect(formatOf(undefined, 'text/html, application/xml;q=0.9, */*;q=0.8')).toBe('json');
    expect(formatOf(undefined, 'text/csv;q=0')).toBe('json');
    expect(formatOf(undefined)).toBe('json');
  });

  it('is that of a feed for readers of feeds, not for browsers', () => {
    const asks = (format: unknown, accept?: string) =>
      asksForFeed({ query: { format }, headers: { accept } });
    const readers = 'application/atom+xml, application/xml;q=0.9, */*;q=0.1';
    for (const format of ['rss', 'atom', 'jsonfeed']) expect(asks(format)).toBe(true);
    expect([asks(undefined, readers), asks('csv', readers), asks(['rss', 'rss'])]).toEqual([
      true,
      false,
      false,
    ]);
    expect(asks(undefined, 'text/html, application/xml;q=0.9, */*;q=0.8')).toBe(false);
  });

  it('is one of ours whatever the header says', () => {
    fc.assert(
      fc.property(fc.string(), (accept) => {
        expect(['json', 'ndjson', 'csv', 'rss', 'atom', 'jsonfeed']).toContain(
          formatOf(undefined, accept),
        );
      }),
      { seed: 6 },
    );
  });
});

/** As spreadsheets read: a quote counts at the beginning of a cell only, and what follows it is kept. */
function spreadsheetCells(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let [cell, isQuoted] = ['', false];
  let isStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[(at += 1)];
      else isQuoted = false;
    } else if (character === '"' && isStart) {
      [isQuoted, isStart] = [true, false];
    } else if (character === delimiter || character === '\n' || character === '\r') {
      cells.push(cell);
      [cell, isStart] = ['', true];
    } else {
      cell += character;
      isStart = false;
    }
  }
  return [...cells, cell];
}

/** Without what programs drop or do not show. */
const seen = (cell: string) => cell.replaceAll(/(?![\t\r\n])[\p{Cc}\p{Cf}]/gu, '');

describe('CSV', () => {
  it('has no value that a spreadsheet would take for a formula', () => {
    const starts = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      ' =',
      '＝',
      '"=',
      "'=",
      ...['\u200b=', '\u202e\u00ad=', '\u0000=', '\u001f ='],
      '',
    );
    const texts = fc.tuple(starts, fc.string()).map(([start, rest]) => start + rest);
    fc.assert(
      fc.property(texts, (text) => {
        const line = csvLines([hit({ title: text, byline: text })]);
        const cells = [...line.matchAll(/"((?:[^"]|"")*)"[,\r]/g)].map(([, cell = '']) =>
          cell.replaceAll('""', '"'),
        );
        expect(cells).toHaveLength(csvColumns.length);
        for (const cell of cells)
          expect(seen(cell)).not.toMatch(/^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u);
        expect(cells[6]?.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
      }),
      { seed: 6 },
    );
  });

  it('has none either in a spreadsheet that is set to the other delimiter', () => {
    const piece = fc.constantFrom(
      ...['=1', '+', '-', '@', '＝', ';', ',', '\n', '\r', '\t', '"', ' ', 'a', '\u200b', '\u0000'],
    );
    const texts = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
    const entity = (name: string) =>
      ({ id: ID, type: 'PERSON', name, salience: 'main', mentions: 1 }) as const;
    fc.assert(
      fc.property(texts, texts, texts, (title, one, other) => {
        const article = hit({ title, byline: one, entities: [entity(one), entity(other)] });
        for (const delimiter of ['comma', 'semicolon'] as const) {
          const text = csvLines([article], { delimiter });
          for (const as of [',', ';', '\t']) {
            const cells = spreadsheetCells(text, as);
            for (const cell of cells) expect(seen(cell)).not.toMatch(/^\s*[=+\-@＝]/u);
          }
        }
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('of long texts without an end to their lines takes no longer than other text', () => {
    for (const title of ['\n'.repeat(200_000), '; '.repeat(100_000), '"'.repeat(200_000)]) {
      const before = process.cpuUsage();
      csvLines([hit({ title: `${title}=` })]);
      expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
    }
  });

  it('for Excel has semicolons and a byte order mark', () => {
    expect(csvHeader({ delimiter: 'semicolon' })).toMatch(/^\ufeff"id";"feed";/);
    expect(csvHeader()).toMatch(/^"id","feed",/);
  });
});

const modified = ({ date_modified: at }: { date_modified?: string }) =>
  new Date(at ?? 0).toISOString();

describe('feeds', () => {
  const canary = `<script>alert("1")</script> ]]> & <img src=x onerror='1'> \u0000\u0008`;
  const shown = canary.replaceAll(/[\u0000\u0008]/g, '').trim();
  const hits = [
    hit({
      title: canary,
      lead: canary,
      byline: canary,
      url: 'https://example.org/a?b=1&c=2',
      publishedAt: '2026-05-01T07:00:00+07:00',
      entities: [{ id: ID, type: 'PERSON', name: canary, salience: 'main', mentions: 1 }],
    }),
    hit({ id: '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a002', title: undefined }),
  ];

  it('keep what looks like markup as text, however many times it is read', () => {
    const [rss, atom, json] = [
      parseRssFeed(write('rss', ...hits)),
      parseAtomFeed(write('atom', ...hits)),
      parseJsonFeed(write('jsonfeed', ...hits)),
    ];
    expect(rss.items?.[0]?.title?.trim()).toBe(shown);
    // A description is HTML: as such it says the text, and has no markup.
    expect(rss.items?.[0]?.description).not.toMatch(/[<>]/);
    expect(atom.entries?.[0]?.title?.value.trim()).toBe(shown);
    expect(atom.entries?.[0]?.title?.type).toBe('text');
    expect(atom.entries?.[0]?.summary?.value.trim()).toBe(shown);
    expect(json.items?.[0]?.content_text?.trim()).toBe(canary.trim());
    expect(json.items?.[0]?.content_html).toBeUndefined();
  });

  it('of nothing found are feeds all the same', () => {
    expect(JSON.parse(write('jsonfeed'))).toMatchObject({ items: [] });
    expect(parseRssFeed(write('rss')).title).toContain('beras');
    expect(parseAtomFeed(write('atom')).title?.value).toContain('beras');
  });

  it('lead to the article at its publisher and in the console', () => {
    const [first, second] = parseAtomFeed(write('atom', ...hits)).entries ?? [];
    expect(first?.id).toBe(`urn:uuid:${ID}`);
    expect(first?.links?.map(({ href }) => href)).toEqual([
      'https://example.org/a?b=1&c=2',
      `https://news.example.org/articles/${ID}`,
    ]);
    expect(second?.title?.value.trim()).toBe('Paragraf pertama.');
    const rss = parseRssFeed(write('rss', ...hits));
    expect(rss.link).toBe('https://news.example.org/?q=beras');
    expect(rss.items?.[0]?.link).toBe('https://example.org/a?b=1&c=2');
    expect(rss.items?.[1]?.link).toMatch(/^https:\/\/news\.example\.org\/articles\//);
    expect(rss.atom?.links?.[0]?.href).toBe(
      'https://news.example.org/v1/articles?q=beras&format=rss',
    );
  });

  it('say when an article was changed, also when its publisher does not', () => {
    const [published, changedAt] = ['2026-05-01T00:00:00.000Z', '2026-05-02T00:00:00.000Z'];
    const edited = [hit({ publishedAt: published, changedAt }), hit({ changedAt })];
    for (const { updated } of parseAtomFeed(write('atom', ...edited)).entries ?? []) {
      expect(new Date(updated ?? 0).toISOString()).toBe(changedAt);
    }
    const { items = [] } = parseRssFeed(write('rss', ...edited));
    const dates = items.map(({ pubDate }) => new Date(pubDate ?? 0).toISOString());
    expect(dates).toEqual([published, changedAt]);
    expect(parseJsonFeed(write('jsonfeed', ...edited)).items?.map(modified)).toEqual([
      changedAt,
      changedAt,
    ]);
  });

  it('are well-formed and hold every title that can be spoken, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        for (const format of ['rss', 'atom', 'jsonfeed'] as const) {
          const body = write(format, hit({ title: `a${title}b` }));
          expect(body.isWellFormed()).toBe(true);
          if (format === 'rss') expect(parseRssFeed(body).items).toHaveLength(1);
          if (format === 'atom') expect(parseAtomFeed(body).entries).toHaveLength(1);
          if (format === 'jsonfeed') expect(parseJsonFeed(body).items).toHaveLength(1);
        }
      }),
      { seed: 6, numRuns: 40 },
    );
  });
});

it('shows the quotes that were searched for, with who says them, in every format', () => {
  const quote = { text: 'Maju & <menang>', highlight: '', start: 0, end: 15 };
  const quoting = hit({
    quotes: [
      { ...quote, speaker: 'Putin', speakerName: 'Vladimir Putin' },
      { ...quote, text: 'Tentu', speaker: 'seorang warga' },
      { ...quote, text: 'Ya' },
    ],
  });
  const texts = ['Vladimir Putin: “Maju & <menang>”', 'seorang warga: “Tentu”', '“Ya”'];
  const withLead = [...texts, 'Paragraf pertama.'];
  expect(csvLines([quoting])).toContain(`"${texts.join('; ')}"`);
  expect(parseAtomFeed(write('atom', quoting)).entries?.[0]?.summary?.value).toBe(
    withLead.join('\n\n'),
  );
  expect(parseJsonFeed(write('jsonfeed', quoting)).items?.[0]?.content_text).toBe(
    withLead.join('\n\n'),
  );
  const { description = '' } = parseRssFeed(write('rss', quoting)).items?.[0] ?? {};
  expect(description.split('<br/><br/>')).toEqual([
    'Vladimir Putin: “Maju &#38; &#60;menang&#62;”',
    ...withLead.slice(1),
  ]);
  expect(JSON.parse(write('ndjson', quoting))).toHaveProperty('quotes.0.speaker', 'Putin');
});

describe('JSON', () => {
  it('is the answer, whatever stands in it', () => {
    const score = fc.double({ noNaN: true, noDefaultInfinity: true });
    const anyText = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, fc.option(score))), (given) => {
        const hits = given.map(([title, scored]) => hit({ title, score: scored }));
        for (const one of [answer(...hits), { ...answer(...hits), next: 'more' }]) {
          const { body = '' } = writeOutput('json', request, one, asked);
          expect(JSON.parse(String(body))).toEqual(JSON.parse(JSON.stringify(one)));
        }
      }),
      { seed: 6 },
    );
  });
});

describe('what the caller has already', () => {
  const tag = (of: SearchAnswer, format: OutputFormat = 'json') =>
    writeOutput(format, request, of, asked).headers['etag'] ?? '';
  const given = (ifNoneMatch: string, of: SearchAnswer) =>
    writeOutput('json', request, of, { ...asked, ifNoneMatch }).status;

  it('is not sent again, though scores and cursors differ from moment to moment', () => {
    const etag = tag({ ...answer(hit({ score: 1 })), next: 'one' });
    const now = { ...answer(hit({ score: 1.01 })), next: 'other' };
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    expect(given(etag, now)).toBe(304);
    expect(given(`"x", ${etag.slice(2)}`, now)).toBe(304);
    expect(given('*', now)).toBe(304);
  });

  it('is another one when a rev, a total or the format is another, or an article has gone', () => {
    const etag = tag(answer(hit()));
    expect(given(etag, answer(hit({ rev: 2 })))).toBe(200);
    expect(given(etag, answer())).toBe(200);
    expect(given(etag, { ...answer(hit()), partial: true })).toBe(200);
    expect(tag(answer(hit()), 'csv')).not.toBe(etag);
  });

  it('was last changed when the newest of the articles was, and never in the future', () => {
    const { headers } = writeOutput(
      'json',
      request,
      answer(hit({ publishedAt: '2026-05-01T07:00:00+07:00' }), hit()),
      asked,
    );
    expect(headers['last-modified']).toBe('Fri, 01 May 2026 00:00:00 GMT');
    const future = answer(hit({ publishedAt: '2999-05-01T07:00:00+07:00' }));
    expect(writeOutput('json', request, future, asked).headers).not.toHaveProperty('last-modified');
  });
});
