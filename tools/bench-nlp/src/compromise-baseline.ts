import nlp from 'compromise';
import type { ScoredSpan, ScoredType } from './entity-score.ts';

type Offsets = { text: string; offset: { start: number; length: number } }[];

/** The names that the npm package compromise finds in an English text, marks at their ends cut off. */
export function findByCompromise(text: string): ScoredSpan[] {
  const read = nlp(text);
  const views: [ScoredType, Offsets][] = [
    ['PERSON', read.people().json({ offset: true }) as Offsets],
    ['ORGANIZATION', read.organizations().json({ offset: true }) as Offsets],
    ['LOCATION', read.places().json({ offset: true }) as Offsets],
  ];
  const spans = views.flatMap(([type, found]) =>
    found.map(({ offset }) => trimmed(text, type, offset.start, offset.start + offset.length)),
  );
  // A word can be in two of its views; the first that stands there counts.
  const taken: ScoredSpan[] = [];
  for (const span of spans) {
    if (span.to > span.from && !taken.some((at) => at.from < span.to && span.from < at.to)) {
      taken.push(span);
    }
  }
  return taken.toSorted((a, b) => a.from - b.from);
}

function trimmed(text: string, type: ScoredType, start: number, end: number): ScoredSpan {
  let from = start;
  let to = end;
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  while (from < to && !isLetter(from)) from += 1;
  while (to > from && !isLetter(to - 1)) to -= 1;
  return { type, from, to: text.slice(from, to).endsWith("'s") ? to - 2 : to };
}
