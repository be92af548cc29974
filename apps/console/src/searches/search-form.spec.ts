import fc from 'fast-check';
import type { SavedSearch } from '../api/answers.ts';
import { listFilters, searchFromAddress } from '../search/search-address.ts';
import {
  bodyOf,
  bodyOfSaved,
  digests,
  formFromAddress,
  formOf,
  formToAddress,
  isBoundless,
  lookedFor,
  receiverPointer,
} from './search-form.ts';
import type { SearchForm } from './search-form.ts';

const ZONE = 'Asia/Jakarta';
const word = fc.stringMatching(/^[a-z0-9][a-z0-9 -]{0,18}[a-z0-9]$/);
const values = fc.uniqueArray(word, { maxLength: 3 });
const date = fc.option(fc.constantFrom('2023-06-12', '2026-11-23T08:00:00Z'), { nil: undefined });
const filters = fc.record(
  Object.fromEntries(listFilters.map((name) => [name, values])) as Record<
    (typeof listFilters)[number],
    typeof values
  >,
);
const empty = searchFromAddress(new URLSearchParams());
const searches = fc
  .record({ q: fc.oneof(fc.constant(''), word), filters, from: date, to: date })
  .map((chosen) => ({ ...empty, ...chosen }));
const forms: fc.Arbitrary<SearchForm> = fc
  .record({
    name: word,
    search: searches,
    entity: fc.oneof(fc.constant(''), word),
    receivers: fc.array(fc.webUrl(), { maxLength: 5 }),
    digest: fc.constantFrom(...digests),
    paused: fc.boolean(),
  })
  .map((form) => {
    const hasDates = form.search.from !== undefined || form.search.to !== undefined;
    return { ...form, timeZone: hasDates ? ZONE : undefined };
  });

const author = { keyId: 'wk1' };
const savedAs = (form: SearchForm): SavedSearch => {
  const { name, q, filters: kept = {}, notify, paused = false } = bodyOf(form, ZONE);
  return {
    id: '5b1f5a1e-0000-4000-8000-000000000001',
    team: 'desk',
    name,
    ...(q === undefined ? {} : { q }),
    filters: kept,
    notify: { webhooks: notify?.webhooks ?? [], digest: notify?.digest ?? 'none' },
    paused,
    version: 1,
    createdAt: '2026-11-23T08:00:00Z',
    createdBy: author,
    changedAt: '2026-11-23T08:00:00Z',
    changedBy: author,
    matchesFrom: '2026-11-23T08:00:00Z',
    alerts: { total: 0 },
  };
};

describe('the form of a saved search', () => {
  it('comes back as it was saved, and is saved again as it came back', () => {
    fc.assert(
      fc.property(forms, (form) => {
        const saved = savedAs(form);
        expect(formOf(saved)).toEqual(form);
        expect(bodyOf(formOf(saved), 'Europe/Berlin')).toEqual(bodyOfSaved(saved));
      }),
    );
  });

  it('keeps the zone in which its days were meant when somebody elsewhere changes it', () => {
    const form = { ...formFromAddress(new URLSearchParams('from=2026-11-23')), timeZone: ZONE };
    expect(lookedFor(form, 'Europe/Berlin').filters?.timeZone).toBe(ZONE);
    expect(lookedFor({ ...form, timeZone: undefined }, 'Europe/Berlin').filters?.timeZone).toBe(
      'Europe/Berlin',
    );
  });

  it('is boundless until something is typed or chosen', () => {
    const bare = formFromAddress(new URLSearchParams('name=Beras'));
    expect(isBoundless(bare)).toBe(true);
    expect(isBoundless({ ...bare, entity: 'Bulog' })).toBe(false);
    expect(isBoundless(formFromAddress(new URLSearchParams('lang=id')))).toBe(false);
    expect(lookedFor(bare, ZONE)).toEqual({ filters: {} });
  });
});

describe('the address of a new search', () => {
  it('holds what is looked for and its name, through any browser', () => {
    fc.assert(
      fc.property(forms, (form) => {
        const kept = { ...form, receivers: [], digest: 'none', paused: false, timeZone: undefined };
        const written = formToAddress(form).toString();
        expect(formFromAddress(new URLSearchParams(written))).toEqual(kept);
      }),
    );
  });

  it('drops what means nothing for what is to come, and never holds a receiver', () => {
    const { search } = formFromAddress(
      new URLSearchParams('q=beras&sort=oldest&asOf=2026-01-01&copies=shown'),
    );
    expect(search).toEqual({ ...empty, q: 'beras' });
    const form = { ...formFromAddress(new URLSearchParams()), receivers: ['https://a.test/k'] };
    expect(formToAddress(form).toString()).toBe('');
  });
});

it('a fault of a receiver is found at its line, whatever lines are empty', () => {
  const receivers = ['', 'https://a.test', ' ', 'ftp://b.test'];
  expect(receiverPointer(receivers, 1)).toBe('/notify/webhooks/0/url');
  expect(receiverPointer(receivers, 3)).toBe('/notify/webhooks/1/url');
});
