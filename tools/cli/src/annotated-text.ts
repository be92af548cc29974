import type { AnnotatedField, Annotation } from '@warta/contracts';
import {
  blue,
  colors,
  cyan,
  dim,
  green,
  italic,
  magenta,
  red,
  underlined,
  yellow,
} from './progress.ts';
import { printable } from './table.ts';

type Kind =
  | 'person'
  | 'organization'
  | 'location'
  | 'event'
  | 'date'
  | 'amount'
  | 'quote'
  | 'reported'
  | 'furniture';
type Paint = (text: string) => string;
export type Span = { kind: Kind; start: number; end: number };

const paints: Record<Kind, Paint> = {
  person: green,
  organization: magenta,
  location: cyan,
  event: blue,
  date: yellow,
  amount: red,
  quote: underlined,
  reported: italic,
  furniture: dim,
};
/** Where there are no colours, a log must show it, too. */
const marks: Record<Kind, [opening: string, closing: string]> = {
  person: ['[', ']:person'],
  organization: ['[', ']:organization'],
  location: ['[', ']:location'],
  event: ['[', ']:event'],
  date: ['[', ']:date'],
  amount: ['[', ']:amount'],
  quote: ['{', '}'],
  reported: ['{', '}:reported'],
  furniture: ['<', '>:furniture'],
};

/** What the colours, or without colours the marks, mean. */
function legend(): string {
  const kinds = Object.keys(paints) as Kind[];
  const shown = (kind: Kind) => marks[kind].join(kind === 'quote' ? kind : '…');
  return kinds.map((kind) => (colors ? paints[kind](kind) : shown(kind))).join('  ');
}

/** What was found in one field. */
function spansIn(field: AnnotatedField, annotation: Annotation): Span[] {
  const { entities, quotes, dates, amounts = [], furniture = [] } = annotation;
  const here = (spot: { field: AnnotatedField }) => spot.field === field;
  const spansOf = (kind: Kind, spots: { field: AnnotatedField; start: number; end: number }[]) =>
    spots.filter(here).map(({ start, end }) => ({ kind, start, end }));
  const [reported = [], direct = []] = [true, false].map((indirect) =>
    quotes.filter((quote) => (quote.indirect ?? false) === indirect),
  );
  return [
    ...spansOf('furniture', furniture),
    ...spansOf('quote', direct),
    ...spansOf('reported', reported),
    ...spansOf('date', dates),
    ...spansOf('amount', amounts),
    ...entities.flatMap(({ type, mentions }) =>
      mentions
        .filter(here)
        .map(({ start, end }) => ({ kind: type.toLowerCase() as Kind, start, end })),
    ),
  ];
}

/**
 * The text with its spans shown. It may be cut anywhere by any number of them: colours are set anew
 * for each piece between two ends. Control characters are taken out, lines stay.
 */
export function annotatedText(text: string, spans: Span[]): string {
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((left, right) => left - right);
  const starts = Map.groupBy(spans, ({ start }) => start);
  const ends = Map.groupBy(spans, ({ end }) => end);
  const open = new Set<Span>();
  let shown = '';
  cuts.forEach((cut, index) => {
    for (const span of byLength(ends.get(cut))) {
      open.delete(span);
      if (!colors) shown += marks[span.kind][1];
    }
    for (const span of byLength(starts.get(cut)).reverse()) {
      open.add(span);
      if (!colors) shown += marks[span.kind][0];
    }
    const piece = text.slice(cut, cuts[index + 1] ?? cut).split('\n');
    const paint: Paint = colors
      ? (line) => [...open].reduce((painted, { kind }) => paints[kind](painted), line)
      : (line) => line;
    shown += piece.map((line) => (line === '' ? '' : paint(printable(line)))).join('\n');
  });
  return shown;
}

/** Title, text and legend. */
export function annotatedArticle(title: string | undefined, body: string, annotation: Annotation) {
  const head = title === undefined ? [] : [annotatedText(title, spansIn('title', annotation)), ''];
  const text = annotatedText(body.trimEnd(), spansIn('body', annotation));
  return [...head, text, '', `${dim('shown:')} ${legend()}`].join('\n');
}

/** The shorter first: what lies within ends before what it lies in. */
function byLength(spans: Span[] = []): Span[] {
  return spans.toSorted((left, right) => left.end - left.start - (right.end - right.start));
}
