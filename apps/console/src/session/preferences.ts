import { useSyncExternalStore } from 'react';

export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How a person wants the console to be. Kept in this browser only. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** Shortcuts of single keys can be switched off, for speech input (WCAG 2.1.4). */
  readonly shortcuts: boolean;
}

/** Also read by public/theme.js, before anything else runs. */
const STORED_AS = 'warta.preferences';

let current = stored();
const listeners = new Set<() => void>();
applyToPage(current);

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  applyToPage(current);
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing: it holds until the page is closed.
  }
  for (const listener of listeners) listener();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}

/** Calls back with every other language, once it is shown. */
export function onLanguageChange(listener: (language: Language) => void): () => void {
  let { language } = current;
  return subscribe(() => {
    if (current.language === language) return;
    ({ language } = current);
    // After those who ask have rendered with it.
    setTimeout(() => listener(language), 0);
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): Preferences {
  const preferred = navigator.language.toLowerCase().startsWith('en') ? 'en' : 'id';
  let found: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    found = Object(JSON.parse(localStorage.getItem(STORED_AS) ?? '{}')) as typeof found;
  } catch {
    // Unreadable or forbidden: as if nothing had been kept.
  }
  return {
    language: languages.find((one) => one === found.language) ?? preferred,
    theme: themes.find((one) => one === found.theme) ?? 'auto',
    shortcuts: found.shortcuts !== false,
  };
}

function applyToPage({ language, theme }: Preferences): void {
  const page = document.documentElement;
  page.lang = language;
  if (theme === 'auto') delete page.dataset['theme'];
  else page.dataset['theme'] = theme;
}
