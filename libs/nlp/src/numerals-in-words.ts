import { numberFactors, numberPowers, numberWords } from './lexicon-amounts.ts';

/** The longest number below a thousand has five words: "tiga ratus dua puluh lima". */
const wordsMax = 5;

const part = [...numberWords.keys(), ...numberFactors.keys(), ...numberPowers.keys(), 'belas']
  .toSorted((a, b) => b.length - a.length)
  .join('|');

/**
 * Numbers that are written as words. One word from a fixed list and at most four more: a scan that is
 * linear in the text.
 */
export const wordedNumberPattern = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${part})(?:[ -](?:and )?(?:${part})){0,${wordsMax - 1}}(?![\\p{L}\\p{N}-])`,
  'giu',
);

/** "dua puluh lima" is 25; undefined when the words make no number, such as "dua tiga". */
export function numberInWords(printed: string): number | undefined {
  const words = printed
    .toLowerCase()
    .split(/[ -]/)
    .filter((word) => word !== 'and');
  let sum = 0;
  let last = 0;
  // The next part must be smaller than this: "dua puluh lima" falls from tens to ones.
  let below = Infinity;
  for (const word of words) {
    const factor = word === 'belas' ? undefined : numberFactors.get(word);
    const power = numberPowers.get(word);
    const digit = numberWords.get(word);
    if (word === 'belas' || factor !== undefined) {
      if (last < 1 || last > 9) return undefined;
      sum += word === 'belas' ? 10 : last * (factor ?? 1) - last;
      below = word === 'belas' ? 1 : (factor ?? 1);
      last = 0;
      continue;
    }
    const value = power ?? digit ?? 0;
    if (value >= below || (last > 0 && last < 20)) return undefined;
    sum += value;
    last = value;
    below = value >= 20 && value < 100 ? 10 : power ? power : value === 0 ? 0 : Infinity;
  }
  return sum;
}
