import { useMemo } from 'react';
import { usePreferences } from '../session/preferences.ts';
import { formatIn } from './format.ts';
import type { Format } from './format.ts';

export type { Format } from './format.ts';

/** Numbers and times as the language of the person writes them. */
export function useFormat(): Format {
  const { language } = usePreferences();
  return useMemo(() => formatIn(language), [language]);
}
