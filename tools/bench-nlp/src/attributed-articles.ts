import { readdirSync, readFileSync } from 'node:fs';
import { corpusPath } from './real-articles.ts';

type Span = { start: number; end: number };

/** One attribution of an English article: who said what, each part in one or more pieces. */
export type Attribution = { source: Span[]; content: Span[] };

/** An English news article with its attributions (PolNeAR, the development part). */
export type AttributedArticle = { name: string; text: string; attributions: Attribution[] };

/** The articles, or undefined where the corpus is absent. Test input only: nothing is learnt here. */
export function readAttributedArticles(): AttributedArticle[] | undefined {
  const folder = corpusPath('quotes/polnear-dev/');
  if (!folder) return undefined;
  const seen = new Set<string>();
  return readdirSync(new URL('attributions/', folder))
    .filter((file) => file.endsWith('.ann'))
    .toSorted()
    .flatMap((file) => {
      // The marks of "name.txt" are in "name_1a2b.ann"; a text that several people marked counts once.
      const name = file.replace(/_[0-9a-f]+\.ann$/, '');
      if (seen.has(name)) return [];
      seen.add(name);
      return {
        name,
        text: readFileSync(new URL(`text/${name}.txt`, folder), 'utf8'),
        attributions: readAttributions(
          readFileSync(new URL(`attributions/${file}`, folder), 'utf8'),
        ),
      };
    });
}

/** Reads brat's standoff format: T lines place a text, E lines join them to an attribution. */
export function readAttributions(marks: string): Attribution[] {
  const places = new Map<string, Span[]>();
  const attributions: Attribution[] = [];
  for (const line of marks.split('\n')) {
    const [id = '', fields = ''] = line.split('\t');
    if (id.startsWith('T')) {
      const pieces = fields.slice(fields.indexOf(' ') + 1).split(';');
      places.set(
        id,
        pieces.map((piece) => {
          const [start = 0, end = 0] = piece.split(' ').map(Number);
          return { start, end };
        }),
      );
    } else if (id.startsWith('E')) {
      const parts = fields.split(' ').map((part) => part.split(':'));
      const placed = (role: string) =>
        parts
          .filter(([name]) => name?.replace(/\d+$/, '') === role)
          .flatMap(([, place]) => places.get(place ?? '') ?? []);
      attributions.push({ source: placed('Source'), content: placed('Content') });
    }
  }
  return attributions;
}
