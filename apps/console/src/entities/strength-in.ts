import type { Format } from '../texts/format.ts';

/** How strong a company is, -1 to 1, the same wherever it is told. */
export const strengthIn = (strength: number, { locale }: Pick<Format, 'locale'>): string =>
  strength.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
