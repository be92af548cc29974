import type { shellTexts } from './shell-texts.ts';

/** A page of the navigation. `keys` is the second key after g. */
export interface NavigationPage {
  readonly name: keyof (typeof shellTexts)['en']['nav'];
  readonly path: string;
  readonly keys: string;
}

/** The pages that the navigation shows, in its order. */
export const navigationPages: readonly NavigationPage[] = [
  { name: 'search', path: '/', keys: 'g s' },
  { name: 'entities', path: '/entities', keys: 'g e' },
  { name: 'quotes', path: '/quotes', keys: 'g u' },
  { name: 'searches', path: '/searches', keys: 'g q' },
  { name: 'alerts', path: '/alerts', keys: 'g a' },
  { name: 'operations', path: '/operations', keys: 'g o' },
];
