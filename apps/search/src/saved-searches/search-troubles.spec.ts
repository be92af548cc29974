import fc from 'fast-check';
import { TooExpensiveQueryError } from '../query-language/query-errors.ts';
import { failureIn, readReason, searchTroubles, storedReason, textsOf } from './search-troubles.ts';

it('every trouble of a saved search is told in both languages, with the same numbers', () => {
  const given = { en: 'at column 41: no', id: 'pada kolom 41: tidak' };
  const told = [
    ...['tooManyParts', 'tooSlow', 'refused', 'unknown'].map((name) =>
      searchTroubles[name as 'tooSlow'](),
    ),
    searchTroubles.notUnderstood(given),
    searchTroubles.waiting(given, 42),
    searchTroubles.toldEnough(1_000),
  ];
  expect(told).toHaveLength(Object.keys(searchTroubles).length);
  for (const { en, id } of told) {
    expect(en).not.toBe(id);
    expect(id.match(/\d+/g)).toEqual(en.match(/\d+/g));
  }
});

it('a reason is read as it was stored, shortened, whatever was typed', () => {
  const text = fc.string({ unit: 'binary', maxLength: 700 });
  fc.assert(
    fc.property(text, text, (en, id) => {
      const read = readReason(storedReason({ en, id }));
      const kept = (whole: string) => whole.slice(0, 500).replaceAll('\0', '').toWellFormed();
      expect(read).toEqual({ en: kept(en), id: kept(id) });
      // Postgres keeps no NUL.
      expect(storedReason({ en, id })).not.toContain('\0');
    }),
    { seed: 6 },
  );
});

it('a reason of before there were languages is told as it is', () => {
  expect(failureIn('id', 'It took too long.', 0)).toBe('It took too long.');
  expect(failureIn('en', null, 0)).toBe('It could not be searched for.');
  expect(failureIn('id', storedReason(searchTroubles.tooSlow()), 3)).toBe(
    'Tidak dapat dicari: terlalu lama. Sederhanakan lalu simpan lagi. Sekitar 3 kiriman menunggu dicocokkan nanti.',
  );
});

it('a fault of a query keeps its languages, any other error has one', () => {
  const texts = { en: 'too dear', id: 'terlalu mahal' };
  expect(textsOf(new TooExpensiveQueryError(texts))).toBe(texts);
  expect(textsOf(new Error('no'))).toEqual({ en: 'no', id: 'no' });
});
