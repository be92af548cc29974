import type { AnnotatedAmount } from '@warta/contracts';

/** Above: not believed. The world's yearly product is some 1e14 dollars, 2e18 rupiah; 8e9 people live. */
const moneyMax: ReadonlyMap<string, number> = new Map([
  ['IDR', 1e19],
  ['JPY', 1e17],
]);
const otherMoneyMax = 1e15;
const percentMax = 100_000;
const countMax = 1e10;
/** Shares of one company, and trees, are more than people. */
const manyMax = 1e13;
const manyCounted = new Set(['lembar', 'saham', 'shares', 'pohon', 'trees']);
/** No measure of the news is larger; the universe has 1.4e10 years. */
const measureMax = 1e13;

/** Whether no such amount can be. */
export function isBeyondBelief({
  kind,
  value,
  unit,
  counts = '',
}: Pick<AnnotatedAmount, 'kind' | 'value' | 'unit' | 'counts'>): boolean {
  const size = Math.abs(value);
  if (kind === 'count') return size > (manyCounted.has(counts.toLowerCase()) ? manyMax : countMax);
  if (kind === 'measure') return size > measureMax;
  return size > (kind === 'percent' ? percentMax : (moneyMax.get(unit ?? '') ?? otherMoneyMax));
}
