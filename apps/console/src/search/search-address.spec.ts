import fc from 'fast-check';
import {
  countFilters,
  filterParameters,
  listFilters,
  searchFromAddress,
  searchToAddress,
  sorts,
  toggledFilter,
  withoutFilters,
} from './search-address.ts';
import type { SearchState } from './search-address.ts';

const value = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const values = fc.uniqueArray(value, { maxLength: 4 });
const date = fc.oneof(
  fc.constantFrom(
    '2023-06-12',
    '2024-02-29',
    '2026-11-23T08:00:00Z',
    '2026-11-23T08:00:00.5+07:00',
  ),
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString()),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const states: fc.Arbitrary<SearchState> = fc.record({
  q: fc.string({ unit: 'grapheme' }),
  filters: fc.record(
    Object.fromEntries(listFilters.map((name) => [name, values])) as Record<
      (typeof listFilters)[number],
      typeof values
    >,
  ),
  entity: maybe(fc.constantFrom('088ebfa3-9a70-5244-8b88-918394722916', 'Q3630')),
  from: maybe(date),
  to: maybe(date),
  sort: maybe(fc.constantFrom(...sorts)),
  asOf: maybe(date),
  showsCopies: fc.boolean(),
});
const written = (state: SearchState) => new URLSearchParams(searchToAddress(state).toString());

describe('the address of a search', () => {
  it('holds all of the search, through any browser', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(searchFromAddress(written(state))).toEqual(state);
      }),
    );
  });

  it('is empty for a search of everything, and never names a key', () => {
    expect(searchToAddress(searchFromAddress(new URLSearchParams())).toString()).toBe('');
    const { asOf: _asOf, ...rest } = searchFromAddress(new URLSearchParams('key=wk_secret&x=1'));
    expect(searchToAddress({ ...rest, asOf: undefined }).toString()).toBe('');
  });

  it('leads somewhere whatever is written into it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const state = searchFromAddress(new URLSearchParams(query));
        expect(searchFromAddress(written(state))).toEqual(state);
      }),
    );
    const odd = searchFromAddress(
      new URLSearchParams('from=yesterday&to=2026-13-40&sort=best&asOf=1&feed=a&feed=a&feed='),
    );
    expect(odd).toMatchObject({ from: undefined, to: undefined, sort: undefined, asOf: undefined });
    expect(odd.filters.feed).toEqual(['a']);
  });
});

describe('a filter', () => {
  it('is chosen and let go by the same press', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...listFilters), value, (state, name, pressed) => {
        fc.pre(!state.filters[name].includes(pressed));
        const chosen = toggledFilter(state, name, pressed);
        expect(chosen.filters[name]).toContain(pressed);
        expect(countFilters(chosen)).toBe(countFilters(state) + 1);
        expect(toggledFilter(chosen, name, pressed)).toEqual(state);
      }),
    );
  });

  it('is gone with all others, and the words stay', () => {
    fc.assert(
      fc.property(states, (state) => {
        const bare = withoutFilters(state);
        expect(countFilters(bare)).toBe(0);
        expect(bare.q).toBe(state.q);
      }),
    );
  });

  it('is sent as the API names it, empty ones not at all', () => {
    const state = searchFromAddress(
      new URLSearchParams('q=%20beras%20&feed=b&feed=a&from=2023-06-12&section=Ekonomi, Bisnis'),
    );
    expect(filterParameters(state, 'Asia/Jakarta')).toEqual({
      q: 'beras',
      feed: ['b', 'a'],
      section: ['Ekonomi, Bisnis'],
      from: '2023-06-12',
      timeZone: 'Asia/Jakarta',
    });
    const typed = searchFromAddress(new URLSearchParams('q=beras Date:kemarin'));
    expect(filterParameters(typed, 'Asia/Jakarta').timeZone).toBe('Asia/Jakarta');
    const words = searchFromAddress(new URLSearchParams('q=update:beras'));
    expect(filterParameters(words, 'Asia/Jakarta')).toEqual({ q: 'update:beras' });
  });
});
