import { tokenise } from './tokens.ts';

/** The words of a name as the knowledge base compares them. */
export function nameKey(name: string): string {
  if (isPlainWords.test(name)) return name.toLowerCase();
  return tokenise(name)
    .filter((token) => token.kind !== 'mark')
    .map((token) => token.key)
    .join(' ');
}

/** Most of a hundred thousand names: to split them into tokens would change nothing but the time. */
const isPlainWords = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** The words of a name without their accents: "Mbappé" is printed "Mbappe" as often. */
export function plainKey(name: string): string {
  return withoutAccents(nameKey(name));
}

/** As they stand between the letters of a name: "Ma‘ruf", "Ma`ruf". */
const apostrophes = /[‘’ʼʻ`´]/g;

/** "K.P.K", in whatever case: what `tokenise` takes for one word in capitals only. */
const dottedInitials = /(?<![\p{L}\p{M}\p{N}'])\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])/gu;

/**
 * One for all spellings of a name, wherever people say names: searches, corrections, their progress.
 * Case, accents, spaces, apostrophes within words, dots and hyphens do not count: "K.P.K." is "KPK",
 * "Kim Jong-un" is "kim jong un", "Ma'ruf" is "maruf". Empty where there is neither letter nor digit.
 * What is in the index and in the enricher's tables was made by this function: a change of it needs
 * both made anew. Linear.
 */
export function spokenKey(name: string): string {
  if (isPlainWords.test(name)) return name.toLowerCase();
  const said = name
    .replaceAll(apostrophes, "'")
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(dottedInitials, (initials) => initials.replaceAll('.', ''));
  // Only here, since with it goes the "'s" of a possessive; what is left stands between letters.
  return plainKey(said).replaceAll("'", '');
}

const isPlain = /^[\u0000-\u007f]*$/;

/** Most names have none: only the others are taken apart. */
export function withoutAccents(key: string): string {
  return isPlain.test(key) ? key : key.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
