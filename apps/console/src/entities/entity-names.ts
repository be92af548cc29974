/** As the service folds names: small letters without accents, one space between words. */
function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether two names differ in nothing but case, accents, spacing and marks. */
export function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}
