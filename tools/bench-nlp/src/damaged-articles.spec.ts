import { Annotation } from '@warta/contracts';
import { annotate } from '@warta/nlp';
import fc from 'fast-check';
import { readRealArticles } from './real-articles.ts';

const all = readRealArticles();
if (!all) {
  process.stderr.write('left out: damaged articles, ../shared/data/articles-id is absent\n');
}

/** What the way from a publisher's editor to us puts into texts. */
const odd = fc.constantFrom(
  ...['\u0000', '\ud83d', '\udc00', '\u202e', '\u2067', '\u200d', '\u0301', '\u2028', '\ufeff'],
  ...['"', '“', '”', "''", '‘', '’', '(', ')', '\n', '\n\n', '\t', '—', '%', 'Rp', '1/2', 'İ', 'ŉ'],
);
/** Put in at a share of the text's length, in place of so many characters. */
const damage = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), odd, fc.nat({ max: 20 }));
/** Long enough for quotes and names of every kind, short enough for hundreds of them. */
const bodyChars = 1_500;

(all ? test : test.skip)(
  'real articles with odd characters in the midst of everything keep the contract and true offsets',
  async () => {
    const articles = all ?? [];
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: articles.length - 1 }),
        fc.array(damage, { maxLength: 12 }),
        fc.constantFrom('id', 'en'),
        async (index, damages, declaredLanguage) => {
          const { title = '', body: whole = '', publishedAt = '' } = articles[index] ?? {};
          const body = damages.reduce(
            (text, [share, piece, characters]) => {
              const at = Math.floor(share * text.length);
              return text.slice(0, at) + piece + text.slice(at + characters);
            },
            whole.slice(0, bodyChars),
          );
          const annotation = await annotate({ title, body }, { publishedAt, declaredLanguage });
          expect(Annotation.parse(annotation)).toEqual(annotation);
          expectTrueOffsets({ title, body }, annotation);
        },
      ),
      { numRuns: 150 },
    );
  },
  60_000,
);

function expectTrueOffsets(text: { title: string; body: string }, annotation: Annotation): void {
  const { entities, quotes, dates, amounts = [], furniture = [] } = annotation;
  for (const { field, start, end, text: printed } of [
    ...quotes,
    ...dates,
    ...amounts,
    ...furniture,
  ]) {
    expect(text[field].slice(start, end)).toBe(printed);
  }
  for (const { speaker, speakerMention } of quotes) {
    if (speakerMention) {
      expect(text.body.slice(speakerMention.start, speakerMention.end)).toBe(speaker);
    }
  }
  const mentions = entities.flatMap((entity) =>
    entity.mentions.map((mention) => ({ ...mention, aliases: entity.aliases })),
  );
  for (const { field, start, end, aliases } of mentions) {
    expect(aliases).toContain(text[field].slice(start, end));
  }
  const inBody = mentions
    .filter(({ field }) => field === 'body')
    .toSorted((a, b) => a.start - b.start);
  for (const [index, { start }] of inBody.entries()) {
    expect(start).toBeGreaterThanOrEqual(inBody[index - 1]?.end ?? 0);
  }
}
