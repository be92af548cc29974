import type { RouteObject } from 'react-router';
import { RouteErrorPage } from './shell/error-boundary.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { ShellLayout } from './shell/shell-layout.tsx';
import { Skeleton } from './shell/skeleton.tsx';

/** Every page is loaded when it is first needed: its script, its texts and its styles. */
const pages: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('./search/search-page.tsx')).SearchPage }),
  },
  {
    path: 'articles/:id',
    lazy: async () => ({ Component: (await import('./article/article-page.tsx')).ArticlePage }),
  },
  {
    path: 'duplicates/:group',
    lazy: async () => ({
      Component: (await import('./duplicates/duplicates-page.tsx')).DuplicatesPage,
    }),
  },
  {
    path: 'entities',
    lazy: async () => ({
      Component: (await import('./entities/entities-page.tsx')).EntitiesPage,
    }),
  },
  {
    path: 'entities/:id',
    lazy: async () => ({
      Component: (await import('./entities/entity-page.tsx')).EntityPage,
    }),
  },
  {
    path: 'entities/:id/with/:other',
    lazy: async () => ({
      Component: (await import('./entities/entity-pair-page.tsx')).EntityPairPage,
    }),
  },
  {
    path: 'quotes',
    lazy: async () => ({
      Component: (await import('./entities/quotes-page.tsx')).QuotesPage,
    }),
  },
  {
    path: 'searches',
    lazy: async () => ({
      Component: (await import('./searches/searches-page.tsx')).SearchesPage,
    }),
  },
  {
    path: 'searches/new',
    lazy: async () => ({
      Component: (await import('./searches/new-search-page.tsx')).NewSearchPage,
    }),
  },
  {
    path: 'searches/:id',
    lazy: async () => ({
      Component: (await import('./searches/saved-search-page.tsx')).SavedSearchPage,
    }),
  },
  {
    path: 'alerts',
    lazy: async () => ({ Component: (await import('./alerts/alerts-page.tsx')).AlertsPage }),
  },
  {
    path: 'alerts/:id',
    lazy: async () => ({
      Component: (await import('./alerts/alert-thread-page.tsx')).AlertThreadPage,
    }),
  },
  {
    path: 'operations',
    lazy: async () => ({
      Component: (await import('./operations/operations-page.tsx')).OperationsPage,
    }),
  },
];

export const routes: RouteObject[] = [
  {
    Component: ShellLayout,
    HydrateFallback: Skeleton,
    ErrorBoundary: RouteErrorPage,
    children: [
      ...pages.map((page) => ({ ...page, ErrorBoundary: RouteErrorPage })),
      { path: '*', Component: NotFoundPage },
    ],
  },
];
