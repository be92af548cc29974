import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isDescription } from './brands.ts';

const folder = new URL('../../../libs/nlp/knowledge/', import.meta.url);
const readingRoom = new URL('../../../../shared/data/linking/', import.meta.url);

type Manifest = {
  files: { name: string; rows: number; sha256: string; sources: { licence: string }[] }[];
  inputs: Record<string, string>;
};
const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest;

/** Every worker reads the files: they must stay small. */
const bytesMax = 4_000_000;

const printed = String.raw`[^\t;~\s](?:[^\t;]*[^\t;\s])?`;
const degrees = String.raw`-?\d{1,3}(?:\.\d{1,4})?`;
/** Key, kind, name, Wikidata id, latitude and longitude or neither, country, forms. */
const lineForm = new RegExp(
  String.raw`^(?:territory|place|idn|brand)/[\w.-]+\t[a-z]+\t${printed}\t(?:Q[1-9]\d*)?\t` +
    String.raw`(?:${degrees}\t${degrees}|\t)\t(?:[A-Z]{2})?\t(?:~?${printed}(?:;~?${printed})*)?$`,
);

const sha256 = (path: URL) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('the knowledge base', () => {
  test('is what the manifest says: these files, these sources, each with its licence', () => {
    for (const { name, rows, sha256: expected, sources } of manifest.files) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      expect(sha256(new URL(name, folder))).toBe(expected);
      expect(text.trimEnd().split('\n')).toHaveLength(rows);
      expect(sources.length).toBeGreaterThan(0);
      for (const { licence } of sources) expect(licence).not.toBe('');
    }
  });

  test('is small', () => {
    const bytes = manifest.files.map(({ name }) => readFileSync(new URL(name, folder)).length);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(bytesMax);
  });

  test('has every line in form, and no key twice', () => {
    const lines = manifest.files.flatMap(({ name }) =>
      readFileSync(new URL(name, folder), 'utf8').split('\n').slice(0, -1),
    );
    expect(lines.filter((line) => !lineForm.test(line))).toEqual([]);
    const keys = lines.map((line) => line.slice(0, line.indexOf('\t')));
    expect(new Set(keys).size).toBe(keys.length);
    const off = lines.filter((line) => {
      const [, , , , latitude, longitude] = line.split('\t');
      return Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180;
    });
    expect(off).toEqual([]);
  });

  test('has no form that says what a brand has: toilets are no brand', () => {
    const lines = readFileSync(new URL('brands.tsv', folder), 'utf8').trimEnd().split('\n');
    const described = lines.filter((line) => {
      const [, , name = '', , , , , forms = ''] = line.split('\t');
      return forms.split(';').some((form) => isDescription(form, name));
    });
    expect(described).toEqual([]);
  });

  const inputs = ['natural-earth/ne_10m_populated_places.tsv'];
  const present = inputs.every((path) => existsSync(new URL(path, readingRoom)));
  if (!present) {
    process.stderr.write(
      'left out: drift of the knowledge base, ../shared/data/linking is absent\n',
    );
  }
  (present ? test : test.skip)('was built from the files that the reading room has', () => {
    for (const path of inputs) {
      expect(sha256(new URL(path, readingRoom))).toBe(manifest.inputs[path]);
    }
  });
});
