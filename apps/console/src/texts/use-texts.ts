import { usePreferences } from '../session/preferences.ts';
import type { Language } from '../session/preferences.ts';

/** The texts of one page in every language: the compiler sees to it that none is missing. */
export type Dictionary<Texts> = Readonly<Record<Language, Texts>>;

/** The texts in the language of the person. Each page has a dictionary of its own, loaded with it. */
export function useTexts<Texts>(dictionary: Dictionary<Texts>): Texts {
  return dictionary[usePreferences().language];
}
