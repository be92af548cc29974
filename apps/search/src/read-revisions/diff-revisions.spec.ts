import { Annotation } from '@warta/contracts';
import type { DiffPart, TypedChange } from '@warta/contracts';
import fc from 'fast-check';
import { toDocument } from '../article-index/article-document.ts';
import type { LiveDocument } from '../article-index/article-document.ts';
import { entity, live } from '../testing.ts';
import { diffRevisions } from './diff-revisions.ts';
import { diffTexts, hunksOf } from './diff-texts.ts';

type Parts = Parameters<typeof live>[0];

const ARTICLE = '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001';

function diff(before: Parts, after: Parts) {
  const [from, to] = [before, after].map((parts, at) => {
    const state = live({ articleId: ARTICLE, rev: at + 1, ...parts });
    return { ...(toDocument(state) as LiveDocument), validFrom: '2026-01-01T00:00:00.000Z' };
  });
  if (!from || !to) throw new Error('two states');
  return diffRevisions(from, to);
}

const kinds = (changes: readonly TypedChange[]) => changes.map(({ kind }) => kind);
const without = (op: DiffPart['op'], parts: readonly DiffPart[]) =>
  parts
    .filter((part) => part.op !== op)
    .map(({ text }) => text)
    .join('');

const quote = (text: string, body: string, speaker = 'Sri') => ({
  text,
  field: 'body' as const,
  start: body.indexOf(text),
  end: body.indexOf(text) + text.length,
  cue: 'kata',
  direct: true,
  speaker,
  confidence: 1,
});

describe('the diff of two texts', () => {
  const texts = fc
    .array(
      fc.constantFrom('satu', 'dua', '3,5', ' ', ' ', '\n', '.', '“', '😀', '\ud800', '\u0301'),
      {
        maxLength: 60,
      },
    )
    .map((tokens) => tokens.join(''));

  it('is the older text without what was added and the newer without what was removed', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { parts } = diffTexts(before, after);
        expect(without('added', parts)).toBe(before);
        expect(without('removed', parts)).toBe(after);
        for (const hunk of hunksOf(parts)) {
          expect(before.slice(hunk.before.start, hunk.before.end)).toBe(hunk.before.text);
          expect(after.slice(hunk.after.start, hunk.after.end)).toBe(hunk.after.text);
        }
      }),
      { seed: 6 },
    );
  });

  it('shows a phrase that was exchanged as one, and a number whole', () => {
    expect(
      diffTexts('Harga 1.500 rupiah naik tajam.', 'Harga 1.700 rupiah turun sedikit.').parts,
    ).toEqual([
      { op: 'same', text: 'Harga ' },
      { op: 'removed', text: '1.500' },
      { op: 'added', text: '1.700' },
      { op: 'same', text: ' rupiah ' },
      { op: 'removed', text: 'naik tajam' },
      { op: 'added', text: 'turun sedikit' },
      { op: 'same', text: '.' },
    ]);
  });

  it('falls back to lines, then to the whole, rather than working for long', () => {
    const words = (offset: number, count: number, glue: string) =>
      Array.from({ length: count }, (_, at) => `kata${at + offset}`).join(glue);
    const lines = `tetap\n${words(0, 2_000, ' ')}\ntetap`;
    const byLine = diffTexts(lines, `tetap\n${words(5_000, 2_000, ' ')}\ntetap`);
    expect(byLine.by).toBe('line');
    expect(byLine.parts.map(({ op }) => op)).toEqual(['same', 'removed', 'added', 'same']);
    const before = process.cpuUsage();
    expect(diffTexts(words(0, 20_000, '\n'), words(50_000, 20_000, '\n')).by).toBe('whole');
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });
});

describe('what changed in an article', () => {
  it('names a new headline, and nothing where only the annotation is another one', () => {
    const same = { title: 'Harga naik', body: 'Harga beras naik.' };
    expect(diff(same, { ...same, title: 'Harga melonjak' }).changes).toEqual([
      { kind: 'headline-changed', before: 'Harga naik', after: 'Harga melonjak' },
    ]);
    expect(diff(same, { ...same, entities: [entity('Jakarta')] }).changes).toEqual([]);
    expect(diff(same, same)).toMatchObject({ changes: [], complete: true, by: 'word' });
  });

  it('names a figure with its unit, when annotated, and without it', () => {
    const [before, after] = ['Ada 3 tewas di jalan.', 'Ada 5 tewas di jalan.'];
    expect(diff({ body: before }, { body: after }).changes).toEqual([
      { kind: 'number-changed', before: '3', after: '5' },
    ]);
    const annotated = (body: string, value: number) => {
      const document = toDocument(live({ articleId: ARTICLE, body })) as LiveDocument;
      const amount = { text: `${value} tewas`, field: 'body', start: 4, end: 11, kind: 'count' };
      const annotation = Annotation.parse({
        ...document.annotation,
        amounts: [{ ...amount, value, counts: 'tewas' }],
      });
      return { ...document, annotation, validFrom: '2026-01-01T00:00:00.000Z' };
    };
    expect(diffRevisions(annotated(before, 3), annotated(after, 5)).changes).toEqual([
      { kind: 'number-changed', before: '3 tewas', after: '5 tewas', unit: 'tewas' },
    ]);
  });

  it('names a quote whose words were altered, and one that was exchanged for another', () => {
    const said = (text: string) => {
      const body = `Katanya: "${text}" kemarin.`;
      return { body, quotes: [quote(text, body)] };
    };
    const first = said('kami akan menaikkan harga beras besok');
    expect(diff(first, said('kami tidak akan menaikkan harga beras besok')).changes).toEqual([
      {
        kind: 'quote-altered',
        speaker: 'Sri',
        before: 'kami akan menaikkan harga beras besok',
        after: 'kami tidak akan menaikkan harga beras besok',
      },
    ]);
    expect(kinds(diff(first, said('saya belum tahu')).changes)).toEqual([
      'quote-added',
      'quote-removed',
    ]);
  });

  it('names people and places that came or went with the text', () => {
    const [budi, sri] = [entity('Budi', ['Budi'], { type: 'PERSON' }), entity('Sri')];
    const changes = diff(
      { body: 'Menurut Budi begitu.', entities: [budi] },
      { body: 'Menurut Sri begitu.', entities: [sri] },
    ).changes;
    expect(changes).toEqual([
      { kind: 'name-removed', entity: { id: budi.id, type: 'PERSON', name: 'Budi' } },
      { kind: 'name-added', entity: { id: sri.id, type: 'LOCATION', name: 'Sri' } },
    ]);
  });

  it('names a paragraph that is gone, but not one that was moved or only edited', () => {
    const [one, two, three] = ['Satu dua tiga.', 'Empat lima enam tujuh.', 'Delapan sembilan.'];
    const body = [one, two, three].join('\n');
    expect(diff({ body }, { body: [one, three].join('\n') }).changes).toEqual([
      { kind: 'paragraph-deleted', before: two },
    ]);
    expect(diff({ body: [one, three].join('\n') }, { body }).changes).toEqual([
      { kind: 'paragraph-added', after: two },
    ]);
    expect(diff({ body }, { body: [two, three, one].join('\n') }).changes).toEqual([]);
    const edited = [one, 'Empat lima enam delapan.', three].join('\n');
    expect(diff({ body }, { body: edited }).changes).toEqual([]);
  });

  it('throws at nothing, and lists no more than it may', () => {
    const letters = (at: number) => [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]);
    const body = (word: string) =>
      Array.from({ length: 300 }, (_, at) => `${word}${letters(at).join('')}.`).join('\n');
    const { changes, complete } = diff({ body: body('satusatusatu') }, { body: body('duaduadua') });
    expect(changes).toHaveLength(200);
    expect(complete).toBe(false);
  });
});
