import type { ItemAnswer, ItemOutcome, ItemsAnswer } from '@warta/contracts';
import { exitCodes } from './cli-error.ts';
import { dim, green, red } from './progress.ts';
import { printable } from './table.ts';

/** Refusals that are listed; all of them are in --json. */
export const LISTED_MAX = 20;
/** Of those refused for the same reason. */
const NAMED_MAX = 3;

/** What became of one document. */
export type PushedPart = { name: string } & (
  | { answer: ItemsAnswer }
  /** `exitCode`: what would be the end when it were the only one. */
  | { refusal: string; exitCode: number }
);

const outcomes: readonly ItemOutcome[] = [
  'accepted',
  'corrected',
  'unchanged',
  'withdrawn',
  'refused',
];

/** `12 accepted, 1 refused`. A document that could not be read counts as one that was refused. */
export function summaryOf(pushed: readonly PushedPart[]): string {
  const items = pushed.flatMap((part) => ('answer' in part ? part.answer.items : []));
  const whole = pushed.filter((part) => 'refusal' in part).length;
  const counts = outcomes.map((outcome) => {
    const count = items.filter((item) => item.outcome === outcome).length;
    return { outcome, count: outcome === 'refused' ? count + whole : count };
  });
  const shown = counts.filter(({ count }) => count > 0);
  if (shown.length === 0) return 'nothing pushed';
  return shown.map(({ outcome, count }) => `${count} ${outcome}`).join(', ');
}

/** 4 when anything was refused; another one only where nothing else has happened. */
export function exitCodeOf(pushed: readonly PushedPart[]): number {
  const codes = new Set(
    pushed.map((part) => {
      if ('refusal' in part) return part.exitCode;
      const isRefused = part.answer.items.some(({ outcome }) => outcome === 'refused');
      return isRefused ? exitCodes.refused : exitCodes.ok;
    }),
  );
  const [only = exitCodes.ok] = codes;
  return codes.size > 1 ? exitCodes.refused : only;
}

export function report(pushed: readonly PushedPart[]): void {
  const [only] = pushed;
  if (pushed.length === 1 && only && 'answer' in only && only.answer.items.length <= LISTED_MAX) {
    for (const item of only.answer.items) console.log(lineOf(item));
    const [first, ...more] = only.answer.items;
    if (first?.receipt && more.length === 0) console.log(dim(`receipt  ${first.receipt}`));
  }
  const refusals = refusalLines(pushed);
  for (const line of refusals.slice(0, LISTED_MAX)) console.log(red(line));
  if (refusals.length > LISTED_MAX) {
    console.log(dim(`and ${refusals.length - LISTED_MAX} more; --json lists all`));
  }
  const formats = new Set(pushed.flatMap((part) => ('answer' in part ? part.answer.format : [])));
  const read = formats.size === 0 ? '' : dim(`  read as ${[...formats].join(', ')}`);
  const summary = summaryOf(pushed);
  console.log(`${refusals.length === 0 ? green(summary) : summary}${read}`);
}

function lineOf({ outcome, id, location, sourceId }: ItemAnswer): string {
  const parts = [outcome, id ?? '', location ?? printable(sourceId ?? '')];
  return parts.filter((part) => part !== '').join('  ');
}

/** One line for each reason, however many were refused for it. */
export function refusalLines(pushed: readonly PushedPart[]): string[] {
  const byReason = Map.groupBy(pushed.flatMap(refusalsOf), ({ why }) => why);
  return [...byReason].map(([why, of]) => {
    const names = of.slice(0, NAMED_MAX).map(({ what }) => what);
    const more = of.length > NAMED_MAX ? ` and ${of.length - NAMED_MAX} more` : '';
    return `${names.join(', ')}${more}: ${why}`;
  });
}

function refusalsOf(part: PushedPart): { what: string; why: string }[] {
  const name = printable(part.name);
  if ('refusal' in part) return [{ what: name, why: printable(part.refusal) }];
  return part.answer.items
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ pointer, errors = [] }) => {
      const why = errors.map((error) => `${error.pointer} ${error.detail}`).join('; ');
      return { what: `${name} ${printable(pointer)}`, why: printable(why) };
    });
}
