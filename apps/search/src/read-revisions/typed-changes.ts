import type { AnnotatedAmount, Annotation, Quote, TypedChange } from '@warta/contracts';
import type { Hunk } from './diff-texts.ts';

/** What is compared of each state. */
export interface ComparedState {
  readonly title?: string | undefined;
  readonly body: string;
  readonly annotation: Annotation;
}

/** Nobody reads more, and each of them is text of the article once more. */
export const TYPED_CHANGES_MAX = 200;

/** Each new quote is compared with each old one, word by word. */
const QUOTES_COMPARED_MAX = 100;

/** The same words, at least half of them: that quote was altered, rather than exchanged. */
const SAME_QUOTE_MIN = 0.5;

/** So much of a paragraph was taken out that it is gone; the rest are words that stand elsewhere too. */
const DELETED_SHARE_MIN = 0.9;

/** Where more was exchanged, two numbers in it have nothing to do with each other. */
const NUMBER_HUNK_LENGTH_MAX = 120;

/**
 * What the change of an article's text means to a reader: most telling first. A state in which only
 * the annotation is another one has none. Pure.
 */
export function typedChanges(
  before: ComparedState,
  after: ComparedState,
  hunks: readonly Hunk[],
): TypedChange[] {
  if (before.title === after.title && before.body === after.body) return [];
  return [
    ...headline(before, after),
    ...hunks.flatMap((hunk) => numberIn(hunk, before.annotation, after.annotation)),
    ...quotes(before.annotation.quotes, after.annotation.quotes),
    ...names(before.annotation, after.annotation),
    ...paragraphs(before.body, after.body, hunks),
  ];
}

function headline(before: ComparedState, after: ComparedState): TypedChange[] {
  return before.title === after.title
    ? []
    : [{ kind: 'headline-changed', before: before.title, after: after.title }];
}

const numbers = /\p{N}+(?:[.,]\p{N}+)*/gu;

/** The one amount that was exchanged for another one in a place; else the one bare number. */
function numberIn(hunk: Hunk, before: Annotation, after: Annotation): TypedChange[] {
  const [old, ...moreOld] = amountsIn(hunk.before, before.amounts ?? []);
  const [now, ...moreNow] = amountsIn(hunk.after, after.amounts ?? []);
  const isOne = moreOld.length === 0 && moreNow.length === 0;
  if (old && now && isOne && old.kind === now.kind) {
    if (old.value === now.value && old.unit === now.unit) return [];
    const unit = now.unit ?? now.counts;
    return [{ kind: 'number-changed', before: old.text, after: now.text, unit }];
  }
  if (hunk.before.text.length + hunk.after.text.length > NUMBER_HUNK_LENGTH_MAX) return [];
  const oldNumbers = hunk.before.text.match(numbers) ?? [];
  const newNumbers = hunk.after.text.match(numbers) ?? [];
  const [oldNumber, newNumber] = [oldNumbers[0], newNumbers[0]];
  if (oldNumbers.length !== 1 || newNumbers.length !== 1 || oldNumber === newNumber) return [];
  return [{ kind: 'number-changed', before: oldNumber ?? '', after: newNumber ?? '' }];
}

function amountsIn(
  { start, end }: Hunk['before'],
  amounts: readonly AnnotatedAmount[],
): AnnotatedAmount[] {
  return amounts.filter(
    (amount) => amount.field === 'body' && amount.start < end && amount.end > start,
  );
}

function quotes(before: readonly Quote[], after: readonly Quote[]): TypedChange[] {
  const [oldTexts, newTexts] = [before, after].map((all) => new Set(all.map(({ text }) => text)));
  const gone = before.filter(({ text }) => !newTexts?.has(text)).slice(0, QUOTES_COMPARED_MAX);
  const come = after.filter(({ text }) => !oldTexts?.has(text)).slice(0, QUOTES_COMPARED_MAX);
  const goneWords = gone.map(({ text }) => wordsOf(text));
  const paired = new Set<number>();
  const altered = come.map((quote): TypedChange => {
    const words = wordsOf(quote.text);
    const likeness = goneWords.map((other, at) => (paired.has(at) ? 0 : likenessOf(other, words)));
    const best = likeness.reduce((top, one, at) => (one > (likeness[top] ?? 0) ? at : top), 0);
    const old = gone[best];
    const { speaker } = quote;
    if (old === undefined || (likeness[best] ?? 0) < SAME_QUOTE_MIN) {
      return { kind: 'quote-added', speaker, after: quote.text };
    }
    paired.add(best);
    return { kind: 'quote-altered', speaker, before: old.text, after: quote.text };
  });
  const removed = gone
    .filter((_, at) => !paired.has(at))
    .map(({ speaker, text }): TypedChange => ({ kind: 'quote-removed', speaker, before: text }));
  const rank = ({ kind }: TypedChange) => Number(kind !== 'quote-altered');
  return [...altered.sort((one, other) => rank(one) - rank(other)), ...removed];
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** The share of common words among all, 0 to 1. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = one.intersection(other).size;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}

function names(before: Annotation, after: Annotation): TypedChange[] {
  const added = missingIn(before, after).map((entity) => ({ kind: 'name-added' as const, entity }));
  const removed = missingIn(after, before);
  return [...removed.map((entity) => ({ kind: 'name-removed' as const, entity })), ...added];
}

function missingIn(there: Annotation, here: Annotation) {
  const ids = new Set(there.entities.map(({ id }) => id));
  return here.entities
    .filter(({ id }) => !ids.has(id))
    .map(({ id, type, name }) => ({ id, type, name }));
}

function paragraphs(before: string, after: string, hunks: readonly Hunk[]): TypedChange[] {
  const goneFrom = paragraphsOf(before);
  const comeIn = paragraphsOf(after);
  const taken = exchanged(
    goneFrom,
    comeIn,
    hunks.map((hunk) => hunk.before),
  );
  const put = exchanged(
    comeIn,
    goneFrom,
    hunks.map((hunk) => hunk.after),
  );
  return [
    ...taken.map((text): TypedChange => ({ kind: 'paragraph-deleted', before: text })),
    ...put.map((text): TypedChange => ({ kind: 'paragraph-added', after: text })),
  ];
}

interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function paragraphsOf(body: string): Paragraph[] {
  return [...body.matchAll(/[^\n]+/g)]
    .map(({ 0: text, index }) => ({ start: index, end: index + text.length, text: text.trim() }))
    .filter(({ text }) => text !== '');
}

/** The paragraphs of a text of which almost nothing stayed, and that do not stand elsewhere now. */
function exchanged(
  here: readonly Paragraph[],
  there: readonly Paragraph[],
  ranges: readonly { readonly start: number; readonly end: number }[],
): string[] {
  const texts = new Set(there.map(({ text }) => text));
  let first = 0;
  return here.flatMap(({ start, end, text }) => {
    while ((ranges[first]?.end ?? Infinity) <= start) first += 1;
    let covered = 0;
    for (let at = first; (ranges[at]?.start ?? Infinity) < end; at += 1) {
      const range = ranges[at] ?? { start: 0, end: 0 };
      covered += Math.min(end, range.end) - Math.max(start, range.start);
    }
    return covered >= DELETED_SHARE_MIN * (end - start) && !texts.has(text) ? [text] : [];
  });
}
