import { bareName } from './indonesia.ts';
import { compact, distanceKm, medianPoint, toLine } from './knowledge-row.ts';
import { readTable } from './sources.ts';

describe('a row of the knowledge base', () => {
  test('is one line, its degrees to some ten metres', () => {
    const at = { latitude: -6.174417, longitude: 106.829437 };
    expect(
      toLine({
        key: 'place/Q3630',
        kind: 'city',
        name: 'Jakarta',
        wikidata: 'Q3630',
        at,
        country: 'ID',
        forms: ['Jakarta', '~Batavia', 'Jakarta'],
      }),
    ).toBe('place/Q3630\tcity\tJakarta\tQ3630\t-6.1744\t106.8294\tID\tJakarta;~Batavia');
    expect(toLine({ key: 'idn/1', kind: 'district', name: 'X', forms: [] })).toBe(
      'idn/1\tdistrict\tX\t\t\t\t\t',
    );
  });

  test('compares namesakes without accents, spaces and marks', () => {
    expect(compact('São Paulo')).toBe(compact('Sao-Paulo'));
    expect(compact('Bau-Bau')).toBe(compact('Baubau'));
  });

  test('knows how far apart two places are', () => {
    const jakarta = { latitude: -6.1744, longitude: 106.8294 };
    const bandung = { latitude: -6.9147, longitude: 107.6098 };
    expect(distanceKm(jakarta, bandung)).toBeCloseTo(119.5, 0);
    expect(medianPoint([jakarta, jakarta, bandung])).toEqual(jakarta);
    expect(medianPoint([])).toBeUndefined();
  });
});

test('a regency is called by its bare name', () => {
  expect(bareName('Kabupaten Bandung Barat')).toBe('Bandung Barat');
  expect(bareName('Kota Administrasi Jakarta Pusat')).toBe('Jakarta Pusat');
  expect(bareName('Aceh')).toBe('Aceh');
});

test('a table may quote what has its separator', () => {
  expect(readTable('code,name\n1,"A, B"\n2,C', ',')).toEqual([
    { code: '1', name: 'A, B' },
    { code: '2', name: 'C' },
  ]);
});
