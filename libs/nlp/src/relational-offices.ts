import type { Token } from './tokens.ts';

/** The two words of "kuasa hukum" and its like, by the second one. */
const firstWordOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['hukum', ['kuasa', 'penasihat', 'penasehat']],
  ['bicara', ['juru']],
]);

/** Offices in one word that somebody holds for somebody else. */
const singleWords: ReadonlySet<string> = new Set(['pengacara', 'jubir']);

/**
 * Whether an office for somebody else stands right before a token: "juru bicara Budi" may be who speaks
 * for Budi, "Pengacara Budi" may be Budi's. With a body in between, "Juru bicara KPK Budi", it is Budi.
 */
export function isForSomebody(tokens: readonly Token[], at: number): boolean {
  const key = tokens[at - 1]?.key ?? '';
  const first = firstWordOf.get(key);
  return first ? first.includes(tokens[at - 2]?.key ?? '') : singleWords.has(key);
}
