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

const isPlain = /^[\u0000-\u007f]*$/;

/** Most names have none: only the others are taken apart. */
export function withoutAccents(key: string): string {
  return isPlain.test(key) ? key : key.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
