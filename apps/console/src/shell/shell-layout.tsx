import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, NavLink, Outlet, useLocation, useNavigate, useNavigation } from 'react-router';
import { SignInPage } from './sign-in-page.tsx';
import { useSession } from '../session/session.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useAnnouncement } from './announcer.ts';
import { navigationPages } from './pages.ts';
import { SettingsMenu } from './settings-menu.tsx';
import { shellTexts } from './shell-texts.ts';
import { useShortcutKeys, useShortcuts } from './shortcuts.ts';
import { Skeleton } from './skeleton.tsx';
import { usePageChange } from './use-page-change.ts';

/** Comes when it is asked for: the first view does without overlays. */
const ShortcutHelp = lazy(async () => ({
  default: (await import('./shortcut-help.tsx')).ShortcutHelp,
}));

/** What is around every page: masthead, navigation, help, live region, and the sign-in before it. */
export function ShellLayout() {
  const texts = useTexts(shellTexts);
  const { key } = useSession();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const isLoadingPage = useNavigation().state === 'loading';
  const main = usePageChange(key !== undefined);
  useGlobalShortcuts(() => setIsHelpOpen((open) => !open));
  return (
    <>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          // Not by the address: it would be one more entry of the history.
          event.preventDefault();
          main.current?.focus();
          main.current?.scrollIntoView();
        }}
      >
        {texts.skipToContent}
      </a>
      <header className="masthead">
        <Link className="masthead-name" to="/">
          Warta
        </Link>
        {key === undefined ? null : <Navigation />}
        <SettingsMenu isSignedIn={key !== undefined} onHelp={() => setIsHelpOpen(true)} />
      </header>
      <div className="progress" data-loading={isLoadingPage || undefined} aria-hidden="true" />
      <main id="main" ref={main} tabIndex={-1}>
        {key === undefined ? (
          <SignInPage />
        ) : (
          <Suspense fallback={<Skeleton />}>
            <Outlet />
          </Suspense>
        )}
      </main>
      <LiveRegion />
      {isHelpOpen ? (
        <Suspense>
          <ShortcutHelp onClose={() => setIsHelpOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function Navigation() {
  const texts = useTexts(shellTexts);
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a narrow screen not all fit: the one that is open is always seen.
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]');
    const list = current?.closest('ul');
    if (!current || !list) return;
    list.scrollLeft = current.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
  }, [pathname, texts]);
  return (
    <nav ref={nav} aria-label={texts.mainNavigation}>
      <ul>
        {navigationPages.map(({ name, path }) => (
          <li key={name}>
            <NavLink to={path} end={path === '/'}>
              {texts.nav[name]}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LiveRegion() {
  const announcement = useAnnouncement();
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </p>
  );
}

function useGlobalShortcuts(toggleHelp: () => void): void {
  const texts = useTexts(shellTexts);
  const navigate = useNavigate();
  const { key } = useSession();
  useShortcutKeys();
  useShortcuts([
    { keys: '?', does: texts.thisHelp, run: toggleHelp, isGlobal: true },
    ...navigationPages
      .filter(() => key !== undefined)
      .map(({ name, path, keys }) => ({
        keys,
        does: texts.goTo(texts.nav[name]),
        run: () => void navigate(path),
        isGlobal: true,
      })),
  ]);
}
