import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { onSessionChange } from '../session/session.ts';
import { announce } from './announcer.ts';
import { noteArrival } from './use-address-state.ts';
import { ScrollPlaces } from './scroll-places.ts';

const STORED_AS = 'warta.places';
/** Content that comes later than this finds somebody who has begun to read. */
const SETTLED_WITHIN_MS = 5_000;
/** For the title of a page to be that of what has just come of its content. */
const TITLE_AFTER_MS = 150;

const places = new ScrollPlaces(stored());
// They hold what was searched for, which is no business of whoever signs in next.
onSessionChange(() => {
  places.forget();
  store();
});

/**
 * Another page begins at its top with the focus on its heading, and is announced by its title. One
 * that was come back to is where it was left, with the focus on the link that led away.
 *
 * @param isSignedIn when it changes, so does the page.
 * @returns for the element that holds the pages.
 */
export function usePageChange(isSignedIn: boolean): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const { pathname, search, key } = useLocation();
  const isBack = useNavigationType() === 'POP';
  const shown = useRef<{ key?: string; page?: string }>({});
  const title = useRef<{ timer?: ReturnType<typeof setTimeout> | undefined; told?: string }>({});
  const url = pathname + search;
  const here = useRef({ key, url });
  // Before anything is painted, and before the browser tells that it scrolled.
  useLayoutEffect(() => {
    here.current = { key, url };
    noteArrival();
  }, [key, url]);
  useRememberedPlaces(here);
  const page = `${pathname} ${isSignedIn}`;
  useLayoutEffect(() => {
    const before = shown.current;
    if (before.key === key && before.page === page) return undefined;
    shown.current = { key, page };
    const isSamePage = before.page === page;
    const place = isBack && isSignedIn ? places.of(key, url) : undefined;
    if (place === undefined && (isSamePage || before.page === undefined)) return undefined;
    if (place === undefined) window.scrollTo(0, 0);
    const link = isSamePage ? undefined : place?.link;
    const arrive = () => {
      if (place !== undefined) scrollTo(place.top);
      if (isSamePage) return;
      focusOn(main.current, link);
      // Again with what comes later: its content gives a page its title.
      title.current.timer ??= setTimeout(tell, TITLE_AFTER_MS);
    };
    const tell = () => {
      const told = document.title;
      if (told !== title.current.told) announce(told);
      title.current = { told };
    };
    if (!isSamePage) {
      // A page that is left before is not announced: by then the title is that of the next.
      clearTimeout(title.current.timer);
      title.current = {};
    }
    return whileUntouched(main.current, arrive);
  }, [key, url, page, isBack, isSignedIn]);
  return main;
}

/** Remembers how far one has scrolled on each entry of the history, and by which link one left. */
function useRememberedPlaces(here: RefObject<{ key: string; url: string }>): void {
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const remember = (link?: string) => {
      const { key, url } = here.current;
      const left = link ?? places.of(key, url)?.link;
      places.remember(key, { url, top: window.scrollY, link: left });
    };
    const onScroll = () => remember();
    const onClick = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest('main a[href]') : null;
      if (link !== null) remember(link.getAttribute('href') ?? undefined);
    };
    addEventListener('scroll', onScroll, { passive: true });
    addEventListener('click', onClick, { capture: true });
    addEventListener('pagehide', store);
    return () => {
      removeEventListener('scroll', onScroll);
      removeEventListener('click', onClick, { capture: true });
      removeEventListener('pagehide', store);
    };
  }, [here]);
}

/** Now and whenever the page changes: what it is made of comes bit by bit. Ends when somebody acts. */
function whileUntouched(main: HTMLElement | null, arrive: () => void): () => void {
  const changed = new MutationObserver(arrive);
  const resized = new ResizeObserver(arrive);
  const acts = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
  const stop = () => {
    changed.disconnect();
    resized.disconnect();
    clearTimeout(timer);
    for (const act of acts) removeEventListener(act, stop);
  };
  const timer = setTimeout(stop, SETTLED_WITHIN_MS);
  for (const act of acts) addEventListener(act, stop, { passive: true });
  arrive();
  if (main !== null) {
    changed.observe(main, { childList: true, subtree: true });
    resized.observe(main);
  }
  return stop;
}

/** A page that is still too short is scrolled as far as it goes. */
function scrollTo(top: number): void {
  if (Math.abs(window.scrollY - top) > 1) window.scrollTo(0, top);
}

/** The link, else the heading, else the page itself until it has one; not away from a field of it. */
function focusOn(main: HTMLElement | null, link: string | undefined): void {
  if (main === null) return;
  const heading = main.querySelector<HTMLElement>('h1');
  const left =
    link === undefined
      ? undefined
      : main.querySelector<HTMLElement>(`a[href="${CSS.escape(link)}"]`);
  const active = document.activeElement;
  const isPlaced = active !== main && active !== heading && main.contains(active);
  const wanted = left ?? heading ?? main;
  if (isPlaced || wanted === active) return;
  if (wanted === heading) wanted.tabIndex = -1;
  wanted.focus({ preventScroll: true });
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

function store(): void {
  try {
    sessionStorage.setItem(STORED_AS, String(places));
  } catch {
    // A browser that keeps nothing: a reload begins at the top.
  }
}
