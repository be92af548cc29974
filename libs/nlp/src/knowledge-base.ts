import { readFileSync } from 'node:fs';
import type { Place } from '@warta/contracts';
import { knownByName, knownEntities, nameKey, plainKey } from './gazetteer.ts';
import { pointRows, sameAreaRows } from './gazetteer-points.ts';
import type { KnownEntity } from './gazetteer-row.ts';
import { commonWords, nameParts } from './lexicon-words.ts';

/** What sort of place a name stands for; `brand` for an organisation. */
export type KnowledgeKind =
  'country' | 'state' | 'province' | 'regency' | 'municipality' | 'district' | 'city' | 'brand';

/** An entity of the registries, or one of our own tables that they know more of. */
export type KnowledgeEntry = {
  entity: KnownEntity;
  kind: KnowledgeKind;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** Official code of an Indonesian area: 32, 32.04, 32.04.08. */
  code?: string;
  place?: Place;
};

/** An entry that a name may stand for; `isSure` when the name alone says so. */
export type Candidate = { entry: KnowledgeEntry; isSure: boolean };

/** `bare` is the name without its kind: "Bogor" of "Kabupaten Bogor" and "Kota Bogor". */
type Row = { entry: KnowledgeEntry; name: string; bare: string; forms: string[] };

/**
 * The registries' places and brands, tied to our own tables where both have the same thing: ours gives
 * the key, the name and the forms, theirs the coordinates and the code. Used to link names that are
 * found, never to find names.
 */
export class KnowledgeBase {
  readonly #byName = new Map<string, Candidate[]>();
  readonly #byKey = new Map<string, KnowledgeEntry>();

  constructor(files: readonly string[]) {
    const rows = files
      .flatMap((file) => file.split('\n'))
      .filter(Boolean)
      .map(parseRow);
    const tie = tieToOwnTables(countAreaNames(rows));
    for (const row of rows) {
      const { entry } = row;
      entry.entity = tie(row) ?? entry.entity;
      if (!this.#byKey.has(entry.entity.key)) this.#byKey.set(entry.entity.key, entry);
      for (const form of formsOf(row)) this.#add(form, entry);
    }
  }

  /** The entries that a name may stand for, without its kind: "Bogor" of "Kabupaten Bogor". */
  candidates(name: string): readonly Candidate[] {
    return this.#byName.get(nameKey(name)) ?? this.#byName.get(plainKey(name)) ?? [];
  }

  /** Where an entity lies. */
  placeOf(entity: KnownEntity): Place | undefined {
    return ownPlaces.get(entity.key) ?? this.#byKey.get(entity.key)?.place;
  }

  /** What the registries have of an entity. */
  entryOf(entity: KnownEntity): KnowledgeEntry | undefined {
    return this.#byKey.get(entity.key);
  }

  #add(form: string, entry: KnowledgeEntry): void {
    const isMarked = form.startsWith('~');
    const key = plainKey(isMarked ? form.slice(1) : form);
    const others = this.#byName.get(key);
    if (others?.some((other) => other.entry.entity === entry.entity)) return;
    // Names of districts are rarely their own; a word or a person's name is nobody's.
    const isWord = commonWords.has(key) || nameParts.has(key);
    const candidate = { entry, isSure: !isMarked && !isWord && entry.kind !== 'district' };
    if (others) others.push(candidate);
    else this.#byName.set(key, [candidate]);
  }
}

const ownPlaces = new Map(
  pointRows
    .trim()
    .split('\n')
    .map((row): [string, Place] => {
      const [key = '', latitude, longitude, country] = row.split('|');
      const point = { latitude: Number(latitude), longitude: Number(longitude) };
      return [key, country ? { ...point, country } : point];
    }),
);

let loaded: KnowledgeBase | undefined;

/** The knowledge base that ships, read once a thread, when it is first asked for. */
export function knowledgeBase(): KnowledgeBase {
  // The same place from src/ and from dist/.
  const folder = new URL('../knowledge/', import.meta.url);
  loaded ??= new KnowledgeBase(
    // Jakarta is a city and a province: the one with the code comes first.
    ['indonesia.tsv', 'places.tsv', 'brands.tsv'].map((name) =>
      readFileSync(new URL(name, folder), 'utf8'),
    ),
  );
  return loaded;
}

function parseRow(line: string): Row {
  const [key = '', kind = '', name = '', wikidata, latitude, longitude, country, forms = ''] =
    line.split('\t');
  const entity: KnownEntity = {
    key,
    type: kind === 'brand' ? 'ORGANIZATION' : 'LOCATION',
    name,
    forms: [],
  };
  if (wikidata) entity.wikidata = wikidata;
  const entry: KnowledgeEntry = { entity, kind: kind as KnowledgeKind };
  if (country) entry.country = country;
  if (key.startsWith(areaPrefix)) entry.code = key.slice(areaPrefix.length);
  if (latitude) {
    entry.place = { latitude: Number(latitude), longitude: Number(longitude) };
    if (country) entry.place.country = country;
  }
  return {
    entry,
    name,
    bare:
      kind === 'regency' || kind === 'municipality'
        ? name.replace(/^(?:Kabupaten|Kota)(?: Administrasi)? /, '')
        : name,
    forms: forms === '' ? [] : forms.split(';'),
  };
}

/** Keys of Indonesian areas are their official codes. */
const areaPrefix = 'idn/';

/** The forms of a city say of each whether it is sure, its name among them. */
function formsOf({ entry, bare, forms }: Row): string[] {
  if (entry.kind === 'city') return forms;
  // "Deliserdang" is printed as often as "Deli Serdang".
  const joined = entry.code && entry.kind !== 'district' ? [bare.replaceAll(' ', '')] : [];
  return [bare, ...joined, ...forms];
}

/** How many areas of each kind bear a bare name. */
type AreaNames = ReadonlyMap<string, number>;

function countAreaNames(rows: readonly Row[]): AreaNames {
  const counts = new Map<string, number>();
  for (const { entry, bare } of rows) {
    if (!entry.code) continue;
    const key = `${entry.kind} ${bare}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const sameAreas = new Map(
  sameAreaRows
    .trim()
    .split('\n')
    .map((row) => row.split('|') as [string, string]),
);

/** The official code of Jakarta. */
const capitalCode = '31.';

/** Where readers think of another place than the area that bears the name: hills, a part of Jakarta. */
const otherPlaces = new Set(['indonesia/puncak', 'indonesia/kemang']);

/** Finds the entity of our own tables that a row is about. */
function tieToOwnTables(areas: AreaNames): (row: Row) => KnownEntity | undefined {
  const byKey = new Map(knownEntities.map((entity) => [entity.key, entity]));
  const byId = new Map(
    knownEntities.flatMap((entity) =>
      entity.wikidata ? [[entity.wikidata, entity] as const] : [],
    ),
  );
  const own = (name: string) => {
    const entity = knownByName('LOCATION', name);
    return entity?.key.startsWith('indonesia/') && !otherPlaces.has(entity.key)
      ? entity
      : undefined;
  };
  return ({ entry, name, bare }) => {
    const { entity, kind } = entry;
    const tied =
      byKey.get(sameAreas.get(entity.key) ?? entity.key) ??
      (entity.wikidata && byId.get(entity.wikidata));
    if (tied) return tied;
    const has = (other: KnowledgeKind) => areas.has(`${other} ${bare}`);
    switch (kind) {
      case 'province':
        return own(`Provinsi ${name}`) ?? (has('municipality') ? undefined : own(name));
      case 'municipality':
        return own(`Kota ${bare}`) ?? own(bare);
      case 'regency':
        return (
          own(`Kabupaten ${bare}`) ??
          (has('municipality') || has('province') ? undefined : own(bare))
        );
      case 'district': {
        const isOnly = areas.get(`district ${bare}`) === 1;
        const isLarger = has('regency') || has('municipality');
        // Of several our tables mean the one in the capital.
        return !isLarger && (isOnly || entry.code?.startsWith(capitalCode)) ? own(bare) : undefined;
      }
      case 'country':
      case 'state':
      case 'city':
      case 'brand':
        return undefined;
    }
  };
}
