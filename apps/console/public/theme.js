// Before the first paint, so that a chosen theme and language do not flash in. Kept beside the
// bundle because the policy of the pages allows no inline script. See src/session/preferences.ts.
try {
  const preferences = JSON.parse(localStorage.getItem('warta.preferences') || '{}');
  if (preferences.theme === 'dark' || preferences.theme === 'light') {
    document.documentElement.dataset.theme = preferences.theme;
  }
} catch {
  // A browser that keeps nothing shows the theme of the system.
}
