import { readFileSync } from 'node:fs';
import { Annotation, EVENT_BYTES_MAX } from '@warta/contracts';
import fc from 'fast-check';
import { annotate } from './annotate.ts';
import type { ArticleText } from './article-text.ts';
import { bodyCharsMax, entitiesMax } from './article-text.ts';

const samples = new URL('../../../samples/', import.meta.url);
const markings = new URL('../samples/', import.meta.url);

type Expected = {
  language: string;
  entities: {
    type: string;
    name: string;
    wikidata?: string;
    role?: string;
    aliases: string[];
    count: number;
  }[];
  quotes: { text: string; cue: string; speaker: string | null; indirect?: true }[];
  dates: { text: string; value: string; flagged?: string }[];
};

function readJson<T>(name: string, folder = samples): T {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;
}

/** An annotation as the samples are marked: names in place of ids. */
function asMarked(annotation: Annotation): Omit<Expected, 'about'> {
  const names = new Map(annotation.entities.map(({ id, name }) => [id, name]));
  return {
    language: annotation.language,
    entities: annotation.entities.map(({ type, name, wikidata, role, aliases, mentions }) => ({
      type,
      name,
      ...(wikidata && { wikidata }),
      ...(role && { role }),
      aliases,
      count: mentions.length,
    })),
    quotes: annotation.quotes.map(({ text, cue, speakerEntityId, indirect }) => ({
      text,
      cue,
      speaker: names.get(speakerEntityId ?? '') ?? null,
      ...(indirect && { indirect }),
    })),
    dates: annotation.dates.map(({ text, value, flagged }) => ({
      text,
      value,
      ...(flagged && { flagged }),
    })),
  };
}

/** Everything that says where it stands, stands there. */
function expectTrueOffsets(text: ArticleText, annotation: Annotation): void {
  const printed = ({
    field,
    start,
    end,
  }: {
    field: 'title' | 'body';
    start: number;
    end: number;
  }) => (field === 'title' ? (text.title ?? '') : text.body).slice(start, end);
  for (const { aliases, mentions } of annotation.entities) {
    expect([...new Set(mentions.map(printed))]).toEqual(aliases);
  }
  for (const quote of annotation.quotes) expect(printed(quote)).toBe(quote.text);
  for (const found of [...annotation.dates, ...(annotation.amounts ?? [])]) {
    expect(printed(found)).toBe(found.text);
  }
}

describe.each(['kim-putin-pesan', 'en-harbour-bridge'])('the sample %s', (name) => {
  const push = readJson<ArticleText & { publishedAt: string; language: string }>(`${name}.json`);
  let annotation: Annotation;

  beforeAll(async () => {
    annotation = await annotate(push, {
      publishedAt: push.publishedAt,
      declaredLanguage: push.language,
    });
  });

  test('comes out exactly as marked', () => {
    const { language, entities, quotes, dates } = readJson<Expected>(
      `${name}.expected.json`,
      markings,
    );
    expect(asMarked(annotation)).toEqual({ language, entities, quotes, dates });
  });

  test('keeps the contract, and its offsets point at what is printed', () => {
    expect(Annotation.parse(annotation)).toEqual(annotation);
    expectTrueOffsets(push, annotation);
  });
});

test('nothing of a link, embed, credit or byline is taken for the article’s own words', async () => {
  const body =
    'JAKARTA, KOMPAS.com - Presiden Rusia Vladimir Putin tiba pada Senin, kata Kim Jong Un.\n' +
    'Baca juga: "Saya pergi," kata Joko Widodo, 5 Mei 2023, 3 tewas\n' +
    'Ia pergi seperti dikutip dari Reuters. (Foto: Budi Santoso/Antara)\n' +
    'Penulis: Siti Aminah';
  const annotation = await annotate({ body }, { publishedAt: '2023-06-12T16:00:00+07:00' });
  const names = annotation.entities.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Vladimir Putin', 'Jakarta', 'Reuters']));
  expect(names.join()).not.toMatch(/Widodo|Santoso|Siti/);
  expect(annotation.quotes.filter(({ text }) => text.includes('Saya'))).toEqual([]);
  expect(annotation.dates.map(({ text }) => text)).toEqual(['Senin']);
  expect(annotation.amounts ?? []).toEqual([]);
  expect(annotation.byline).toBe('Siti Aminah');
  expect(annotation.attribution).toEqual(['Reuters']);
  expectTrueOffsets({ body }, annotation);
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...['Kim', 'Presiden', ' ', '\n', '"', '“', '”', ',', '.', ':', '(', ')', '-', 'kata', 'Rusia'],
    ...['PT', 'Senin', '12/6', '2023', 'Menurut', 'mengatakan', 'di', 'AS', "Ma'ruf", '\u0000'],
    ...['\ud83d', '\udc00', '😀', '\u202e', 'é', 'Budi Santoso', 'ujarnya', '31/2/2023', 'Hari '],
    ...['Rp', '2,5', 'triliun', '5 %', '3 tewas', 'US$', '1.245'],
    ...[
      '\u2067',
      '\u2069',
      '\u200f',
      '\u200d',
      '\u0301',
      '\ufeff',
      '\uffff',
      'ﷺ',
      'İ',
      'ŉ',
      '𝔎',
      '\u2028',
    ],
    ...['[Gambas:Video 20detik]', '(Foto: x)', '\nBaca juga: Kim\n', 'dilansir Reuters', '(nar)'],
    ...['‘', '’', "''", '«', '»', '\r\n', '\t', '[', ']', '<p>', '&nbsp;', 'https://a.b/c?d'],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(pieces, { maxLength: 120 }).map((parts) => parts.join('')),
    fc.array(pieces, { maxLength: 120 }).map((parts) => parts.join(' ')),
  );

  test('is annotated without throwing, within the contract, at true offsets, twice the same', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, fc.boolean(), async (title, body, dated) => {
        const context = dated ? { publishedAt: '2023-06-12T16:00:00+07:00' } : {};
        const annotation = await annotate({ title, body }, context);
        expect(Annotation.parse(annotation)).toEqual(annotation);
        expectTrueOffsets({ title, body }, annotation);
        const ids = new Set(annotation.entities.map(({ id }) => id));
        expect(ids.size).toBe(annotation.entities.length);
        for (const { speakerEntityId } of annotation.quotes) {
          if (speakerEntityId) expect(ids.has(speakerEntityId)).toBe(true);
        }
        const again = await annotate({ title, body }, context);
        expect(JSON.stringify(again)).toBe(JSON.stringify(annotation));
      }),
      { numRuns: 300 },
    );
  });

  /** Of 22,000 distinct ones the annotation alone would pass 4 MiB. */
  const companies = Array.from({ length: bodyCharsMax / 9 }, (_, n) => {
    const letters = [n % 26, (n / 26) % 26, (n / 676) % 26, (n / 17_576) % 26];
    const [first = '', ...rest] = letters.map((at) => String.fromCharCode(97 + Math.floor(at)));
    return `PT ${first.toUpperCase()}${rest.join('')},`;
  });

  // Of processor time. Linear work takes about a second, quadratic work at this length minutes.
  const hostileMsMax = 15_000;

  test.each([
    ['one endless word', 'a'.repeat(bodyCharsMax)],
    ['one endless capitalised word', 'A'.repeat(bodyCharsMax)],
    ['nothing but opening quotation marks', '“'.repeat(bodyCharsMax)],
    ['nothing but straight quotation marks', '"'.repeat(bodyCharsMax)],
    ['nothing but line breaks', '\n'.repeat(bodyCharsMax)],
    ['nothing but spaces', ' '.repeat(bodyCharsMax)],
    ['dotted initials without end', 'A.'.repeat(bodyCharsMax / 2)],
    ['hyphens without end', 'Al-'.repeat(bodyCharsMax / 3)],
    ['one office after the other', 'Presiden '.repeat(bodyCharsMax / 9)],
    ['one name after the other', 'Kim Jong Un '.repeat(bodyCharsMax / 12)],
    ['one quotation after the other', '"Ya," kata Kim. '.repeat(bodyCharsMax / 16)],
    ['one long sentence of quotations', '"a b c d e f g" dan '.repeat(bodyCharsMax / 20)],
    ['commas between capitals', 'Badan Satu, '.repeat(bodyCharsMax / 12)],
    ['bodies without end', 'Dewan dan '.repeat(bodyCharsMax / 10)],
    ['dates without end', 'Senin (12/6/2023) '.repeat(bodyCharsMax / 18)],
    ['digits without end', '1'.repeat(bodyCharsMax)],
    ['separators without end', '1.'.repeat(bodyCharsMax / 2)],
    ['money without end', 'Rp 2,5 triliun '.repeat(bodyCharsMax / 16)],
    [
      'a new person each time',
      Array.from({ length: 8_000 }, (_, n) => `kata Budi ${'abcdefgh'[n % 8]}${n}.`).join(' '),
    ],
    [
      'different names',
      Array.from({ length: 8_000 }, (_, n) => `"Ya," kata Budi X${n.toString(36)}a.`).join('\n'),
    ],
    ['a new company each time', companies.join(' ')],
  ])('takes bounded time and fits into one event: %s', async (_, body) => {
    const before = process.cpuUsage();
    const annotation = await annotate({ body }, { publishedAt: '2023-06-12T16:00:00+07:00' });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(hostileMsMax);
    expect(JSON.stringify({ body, annotation }).length).toBeLessThan(EVENT_BYTES_MAX * 0.75);
  });

  test('with more names than an article can have keeps the first and says so', async () => {
    const { entities, flags } = await annotate({ body: companies.join(' ') }, {});
    expect(entities).toHaveLength(entitiesMax);
    expect(entities[0]?.name).toBe('PT Aaaa');
    expect(flags).toEqual(['truncated']);
  });

  test('over the limit is cut at a paragraph and says so', async () => {
    const paragraph = `${'kata '.repeat(200)}Rusia.\n`;
    const body = paragraph.repeat(Math.ceil(bodyCharsMax / paragraph.length) + 1);
    const annotation = await annotate({ body }, {});
    expect(annotation.flags).toEqual(['truncated']);
    const whole = Math.floor(bodyCharsMax / paragraph.length);
    expect(annotation.entities[0]?.mentions).toHaveLength(whole);
    expect((await annotate({ body: 'Rusia' }, {})).flags).toEqual([]);
  });
});
