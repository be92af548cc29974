import type { DiffPart } from '@warta/contracts';
import { diffArrays } from 'diff';

/**
 * Words or lines that are taken out or put in. The work grows with its square: with two long texts
 * of other words it takes 50 ms, and 500 ms with twice as many.
 */
const EDITS_MAX = 1_000;

export interface TextDiff {
  /** What the texts were compared by: words if that is little work, else lines, else nothing smaller. */
  readonly by: 'word' | 'line' | 'whole';
  /** Without what was added it is the older text, without what was removed the newer. */
  readonly parts: DiffPart[];
}

/** Words with what belongs inside them, numbers with their points, spaces, and everything else alone. */
const words =
  /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|\p{N}+(?:[.,:]\p{N}+)*|\n|[^\S\n]+|[^\p{L}\p{M}\p{N}\s]/gu;
const lines = /[^\n]*\n|[^\n]+/g;

/** What changed from one text to another. Its work is bounded, whatever the texts are. Pure. */
export function diffTexts(before: string, after: string): TextDiff {
  for (const [by, tokens] of [
    ['word', words],
    ['line', lines],
  ] as const) {
    const found = diffArrays(before.match(tokens) ?? [], after.match(tokens) ?? [], {
      maxEditLength: EDITS_MAX,
    });
    if (found === undefined) continue;
    const parts = found.map(({ value, added, removed }): DiffPart => {
      return { op: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') };
    });
    return { by, parts: withoutBlanksBetween(parts) };
  }
  const parts: DiffPart[] = [
    { op: 'removed', text: before },
    { op: 'added', text: after },
  ];
  return { by: 'whole', parts: parts.filter(({ text }) => text !== '') };
}

/** A space that stayed between two words that did not is no island: it goes with them. */
function withoutBlanksBetween(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') joined.push({ op: 'removed', text: removed });
    if (added !== '') joined.push({ op: 'added', text: added });
    removed = added = '';
  };
  for (const [at, { op, text }] of parts.entries()) {
    const isBetween = removed + added !== '' && at < parts.length - 1;
    if (op === 'removed') removed += text;
    else if (op === 'added') added += text;
    else if (isBetween && /^[^\S\n]+$/.test(text)) {
      removed += text;
      added += text;
    } else {
      flush();
      joined.push({ op, text });
    }
  }
  flush();
  return joined;
}

/** A place where texts differ: what was there and what is there now, by their offsets. */
export interface Hunk {
  readonly before: { readonly start: number; readonly end: number; readonly text: string };
  readonly after: { readonly start: number; readonly end: number; readonly text: string };
}

/** The places where two texts differ, in order. */
export function hunksOf(parts: readonly DiffPart[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [oldAt, newAt] = [0, 0];
  for (const [index, { op, text }] of parts.entries()) {
    if (op === 'same') {
      oldAt += text.length;
      newAt += text.length;
      continue;
    }
    const follows = op === 'added' && parts[index - 1]?.op === 'removed' ? hunks.pop() : undefined;
    const before = follows?.before ?? { start: oldAt, end: oldAt, text: '' };
    if (op === 'removed') {
      const end = oldAt + text.length;
      hunks.push({
        before: { start: oldAt, end, text },
        after: { start: newAt, end: newAt, text: '' },
      });
      oldAt = end;
    } else {
      const end = newAt + text.length;
      hunks.push({ before, after: { start: newAt, end, text } });
      newAt = end;
    }
  }
  return hunks;
}
