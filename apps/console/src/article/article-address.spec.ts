import fc from 'fast-check';
import { articleFromAddress, articleToAddress, markKinds } from './article-address.ts';
import type { ArticleState } from './article-address.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const rev = fc.integer({ min: 1, max: 999_999_999 });
const states: fc.Arbitrary<ArticleState> = fc.record({
  hidden: fc.subarray([...markKinds]),
  entity: maybe(fc.uuid()),
  quote: maybe(
    fc
      .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 9_999 }))
      .map(([start, length]) => ({ start, end: start + length })),
  ),
  rev: maybe(rev),
  compared: maybe(fc.record({ from: rev, to: rev })),
  asOf: maybe(fc.constantFrom('2026-11-23T08:00:00Z', '2026-11-23T08:00:00+07:00')),
});

describe('the address of an article', () => {
  it('holds how it is looked at', () => {
    fc.assert(
      fc.property(states, (state) => {
        const written = new URLSearchParams(articleToAddress(state).toString());
        expect(articleFromAddress(written)).toEqual(state);
      }),
    );
  });

  it.each([
    'quote=9-3',
    'quote=a-b',
    'rev=0',
    'rev=1e9',
    'from=2',
    'asOf=soon',
    'hide=all',
    'entity=',
  ])('is as if bare with %s in it', (query) => {
    const state = articleFromAddress(new URLSearchParams(query));
    expect(articleToAddress(state).toString()).toBe('');
  });
});
