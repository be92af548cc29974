import { knownByName } from './gazetteer.ts';
import { KnowledgeBase, knowledgeBase } from './knowledge-base.ts';

const line = (...cells: string[]) => cells.join('\t');
const base = new KnowledgeBase([
  [
    line('idn/99', 'province', 'Provinsi Uji', '', '-1', '100', 'ID', ''),
    line('idn/99.01', 'regency', 'Kabupaten Contohan', '', '-1.5', '100.5', 'ID', ''),
    line('idn/99.71', 'municipality', 'Kota Contohan', '', '', '', 'ID', ''),
    line('idn/99.01.01', 'district', 'Ujian', '', '', '', 'ID', ''),
    line('place/Q1', 'city', 'Testville', 'Q1', '1', '2', 'US', 'Testville;~Tést'),
    line('brand/Q2', 'brand', 'Merek Uji', 'Q2', '', '', '', ''),
    '',
  ].join('\n'),
]);
const found = (name: string) =>
  base.candidates(name).map(({ entry, isSure }) => `${entry.entity.key}${isSure ? '!' : ''}`);

describe('the knowledge base', () => {
  test('knows an area by its bare name, all that bear it', () => {
    expect(found('Contohan')).toEqual(['idn/99.01!', 'idn/99.71!']);
    expect(found('Ujian')).toEqual(['idn/99.01.01']);
  });

  test('tells sure forms from others, whatever the case and accents', () => {
    expect(found('TESTVILLE')).toEqual(['place/Q1!']);
    expect(found('Test')).toEqual(['place/Q1']);
    expect(found('nowhere')).toEqual([]);
  });

  test('is tied to our own tables: our key and name, its place', () => {
    const jakarta = knownByName('LOCATION', 'Jakarta');
    const entry = jakarta && knowledgeBase().entryOf(jakarta);
    expect(entry).toMatchObject({ kind: 'province', code: '31', country: 'ID' });
    expect(entry?.place?.latitude).toBeCloseTo(-6.2, 1);
    const north = knownByName('LOCATION', 'Korut');
    expect(north && knowledgeBase().entryOf(north)?.place?.country).toBe('KP');
  });

  test('has nearly all Indonesian areas of our own tables', () => {
    const names = [
      'Sleman',
      'Bandung Barat',
      'Surabaya',
      'Papua Tengah',
      'Jakarta Selatan',
      'Depok',
    ];
    for (const name of names) {
      const entity = knownByName('LOCATION', name);
      expect(entity && knowledgeBase().entryOf(entity)?.code).toMatch(/^\d\d/);
    }
  });
});
