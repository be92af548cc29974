import { useEffect } from 'react';

/** The title of the browser's tab and history while a page is shown. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Warta' : `${title} · Warta`;
  }, [title]);
}
