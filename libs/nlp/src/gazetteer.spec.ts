import { findKnown, knownByName, knownEntities } from './gazetteer.ts';
import { entityId, normaliseName } from './entity-id.ts';
import { knowledgeBase } from './knowledge-base.ts';
import { pointRows, sameAreaRows } from './gazetteer-points.ts';
import { tokenise } from './tokens.ts';

describe('the knowledge base', () => {
  test('has no two rows under one key', () => {
    const keys = knownEntities.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('has every row in form: a name, printable forms, a Wikidata id or none', () => {
    for (const { name, wikidata, forms } of knownEntities) {
      expect(name).toMatch(/^\S.*\S$/);
      expect(wikidata ?? 'Q1').toMatch(/^Q[1-9]\d*$/);
      for (const { text } of forms) {
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/[|;~!]/);
      }
    }
  });

  test('has no form of one type that two rows claim', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const { key, type, forms } of knownEntities) {
      for (const form of new Set(forms.map(({ text }) => `${type} ${text}`))) {
        const owner = owners.get(form);
        if (owner !== undefined && owner !== key) clashes.push(`${form}: ${owner}, ${key}`);
        owners.set(form, key);
      }
    }
    expect(clashes).toEqual([]);
  });

  test('has no Wikidata id of one type twice', () => {
    const ids = knownEntities.flatMap(({ type, wikidata }) =>
      wikidata ? [`${type} ${wikidata}`] : [],
    );
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('has at least 500 rows that no registry has, and more than names in each', () => {
    const own = knownEntities.filter((entity) => !knowledgeBase().entryOf(entity));
    expect(own.length).toBeGreaterThanOrEqual(500);
    const types = new Set(own.map(({ type }) => type));
    expect(types).toEqual(new Set(['PERSON', 'ORGANIZATION', 'LOCATION']));
  });

  test.each([
    ['Korut', 'Korea Utara'],
    ['Korsel', 'Korea Selatan'],
    ['PBB', 'PBB'],
    ['AS', 'Amerika Serikat'],
    ['RI', 'Indonesia'],
    ['UE', 'Uni Eropa'],
    ['RRT', 'Tiongkok'],
    ['DKI', 'Jakarta'],
    ['Jateng', 'Jawa Tengah'],
    ['Jatim', 'Jawa Timur'],
    ['Jabar', 'Jawa Barat'],
    ['KPK', 'Komisi Pemberantasan Korupsi'],
    ['DPR', 'Dewan Perwakilan Rakyat'],
    ['Polri', 'Polri'],
    ['TNI', 'Tentara Nasional Indonesia'],
    ['Kemenkeu', 'Kementerian Keuangan'],
    ['Reuters', 'Reuters'],
    ['KCNA', 'KCNA'],
    ['AFP', 'AFP'],
    ['Inhu', 'Indragiri Hulu'],
    ['Negeri Sakura', 'Jepang'],
  ])('knows the short name %s of the Indonesian press', (short, name) => {
    expect(findKnown(tokenise(short), 0)?.entity.name).toBe(name);
  });

  test('places only what is in its tables, on the globe', () => {
    const keys = new Set(knownEntities.map(({ key }) => key));
    for (const row of pointRows.trim().split('\n')) {
      const [key = '', latitude, longitude, country, ...rest] = row.split('|');
      expect(rest).toEqual([]);
      expect(keys).toContain(key);
      expect(Math.abs(Number(latitude))).toBeLessThanOrEqual(90);
      expect(Math.abs(Number(longitude))).toBeLessThanOrEqual(180);
      expect(country).toMatch(/^(?:[A-Z]{2})?$/);
    }
  });

  test('ties areas of the registries to rows that are there', () => {
    const byKey = new Map(knownEntities.map((entity) => [entity.key, entity]));
    for (const row of sameAreaRows.trim().split('\n')) {
      const [area = '', key = ''] = row.split('|');
      const own = byKey.get(key);
      expect(own && knowledgeBase().entryOf(own)).toBeDefined();
      expect(own && knowledgeBase().entryOf(own)?.code).toBe(
        area.startsWith('idn/') ? area.slice('idn/'.length) : undefined,
      );
    }
  });

  test('tells a country from a word by the print: AS is one, As is none', () => {
    const nameOf = (text: string) => findKnown(tokenise(text), 0)?.entity.name;
    expect(nameOf('AS')).toBe('Amerika Serikat');
    expect(nameOf('As')).toBeUndefined();
    expect(nameOf('Korea Utara')).toBe('Korea Utara');
    expect(nameOf('Korut')).toBe('Korea Utara');
    expect(nameOf('AS Roma')).toBe('AS Roma');
    expect(nameOf('Dewan Keamanan PBB')).toBe('Dewan Keamanan PBB');
  });

  test('compares names without marks and case', () => {
    expect(knownByName('PERSON', 'kim jong-un')?.wikidata).toBe('Q56226');
    expect(knownByName('PERSON', 'Korut')).toBeUndefined();
  });
});

describe('entityId', () => {
  test('is the same for ever: replays and parallel workers agree', () => {
    expect(entityId({ key: 'territory/kp' })).toBe('05505371-2844-5975-a283-403492dc24fa');
    expect(entityId({ type: 'PERSON', name: 'Budi Santoso' })).toBe(
      'bb9b0b6d-3453-54aa-9c0b-dbfd97a35041',
    );
  });

  test('does not depend on case, marks or a legal form', () => {
    expect(normaliseName('ORGANIZATION', 'PT. Maju Jaya Tbk')).toBe('maju jaya');
    expect(entityId({ type: 'PERSON', name: 'BUDI  SANTOSO' })).toBe(
      entityId({ type: 'PERSON', name: 'Budi Santoso' }),
    );
  });
});
