import { bareName } from './indonesia.ts';
import type { KnowledgeRow, Point } from './knowledge-row.ts';
import { compact, distanceKm, medianPoint } from './knowledge-row.ts';
import type { Sources, Town } from './sources.ts';
import { readTable } from './sources.ts';

type City = { wikidata: string; country: string; population: number; at: Point; names: string[] };

export type Cities = {
  rows: KnowledgeRow[];
  /** The cities that Indonesian municipalities are, by the municipality's key. */
  municipalities: Map<string, { wikidata: string; at: Point }>;
  /** Where the cities of a country lie, by its code; where each city lies, by its Wikidata id. */
  centres: Map<string, Point>;
};

/** Two places of one name nearer than this are one place in two lists. */
const samePlaceKm = 60;

/** A city is who is meant by a bare name only when it is this many times as large as any namesake. */
const dominance = 4;

/** A smaller town is not known to readers by its bare name. */
const knownPopulationMin = 100_000;

/**
 * The cities of Natural Earth with their Wikidata ids. A name that a comparable town elsewhere has
 * too, or an Indonesian village, is marked `~`: it links only with support in the article.
 *
 * @param indonesia rows of the official list: its municipalities take the ids of their cities.
 */
export function cityRows(
  sources: Sources,
  towns: readonly Town[],
  indonesia: readonly KnowledgeRow[],
): Cities {
  const cities = readCities(sources.fromReadingRoom('natural-earth/ne_10m_populated_places.tsv'));
  const namesakes = namesakesOf(cities, towns);
  const villages = readTable(sources.fromPackage('idn-area-data/data/villages.csv'), ',');
  const local = new Set(
    [...villages.map(({ name = '' }) => name), ...indonesia.map(({ name }) => bareName(name))].map(
      compact,
    ),
  );
  const municipalities = new Map(
    indonesia
      .filter(({ kind }) => kind === 'municipality')
      .map(({ key, name }) => [compact(bareName(name)), key]),
  );
  const regencies = new Set(
    indonesia.filter(({ kind }) => kind === 'regency').map(({ name }) => compact(bareName(name))),
  );
  const found: Cities['municipalities'] = new Map();
  const rows = cities.flatMap((city): KnowledgeRow[] => {
    const [name = ''] = city.names;
    if (city.country === 'ID') {
      const municipality = city.names
        .map((form) => municipalities.get(compact(form)))
        .find(Boolean);
      if (municipality) found.set(municipality, city);
      // A regency and its seat have one name and two ids: the list of codes has the regency.
      if (municipality || city.names.some((form) => regencies.has(compact(form)))) return [];
    }
    // A small town is not who is meant by a name that others have, whatever else the article names.
    const others = (form: string) => largestOther(city, namesakes.get(compact(form)) ?? []);
    const isLarge = city.population >= knownPopulationMin;
    const isSure = (form: string) =>
      isLarge &&
      city.population >= dominance * others(form) &&
      (city.country === 'ID' || !local.has(compact(form)));
    const forms = city.names.filter((form) => isLarge || others(form) === 0);
    if (forms.length === 0) return [];
    return [
      {
        key: `place/${city.wikidata}`,
        kind: 'city',
        name,
        wikidata: city.wikidata,
        at: city.at,
        ...(city.country && { country: city.country }),
        forms: forms.map((form) => (isSure(form) ? form : `~${form}`)),
      },
    ];
  });
  return { rows, municipalities: found, centres: centresOf(cities) };
}

/** One row for each id: some cities stand twice in the list, some suburbs under their city's id. */
function readCities(text: string): City[] {
  const byId = new Map<string, City>();
  for (const row of readTable(text, '\t')) {
    const { wikidataid: wikidata = '', name = '', name_en: english = '', namealt = '' } = row;
    const names = [english, name, ...namealt.split('|')]
      .map((form) => form.trim())
      .filter((form) => /^[\p{Script=Latin} .'’-]{3,}$/u.test(form));
    const city: City = {
      wikidata,
      country: /^[A-Z]{2}$/.test(row['iso_a2'] ?? '') ? (row['iso_a2'] ?? '') : '',
      population: Number(row['pop_max']),
      at: { latitude: Number(row['latitude']), longitude: Number(row['longitude']) },
      names: [...new Set(names)],
    };
    if (!/^Q[1-9]\d*$/.test(wikidata) || names.length === 0) continue;
    const former = byId.get(wikidata);
    if (!former || former.population < city.population) byId.set(wikidata, city);
  }
  return [...byId.values()];
}

/** Fewer cities than these say little of where a country is. */
const centreCitiesMin = 8;

function centresOf(cities: readonly City[]): Map<string, Point> {
  const byCountry = Map.groupBy(cities, ({ country }) => country);
  const countries = [...byCountry].flatMap(([country, inside]): [string, Point][] => {
    const centre = medianPoint(inside.map(({ at }) => at));
    return centre && inside.length >= centreCitiesMin ? [[country, centre]] : [];
  });
  return new Map([
    ...countries,
    ...cities.map(({ wikidata, at }): [string, Point] => [wikidata, at]),
  ]);
}

type Namesake = { population: number; at: Point };

function namesakesOf(cities: readonly City[], towns: readonly Town[]): Map<string, Namesake[]> {
  const namesakes = new Map<string, Namesake[]>();
  const add = (name: string, place: Namesake) => {
    const key = compact(name);
    const others = namesakes.get(key);
    if (others) others.push(place);
    else namesakes.set(key, [place]);
  };
  for (const city of cities) for (const name of city.names) add(name, city);
  for (const town of towns) add(town.name, town);
  return namesakes;
}

function largestOther(city: City, namesakes: readonly Namesake[]): number {
  return namesakes
    .filter(({ at }) => distanceKm(at, city.at) > samePlaceKm)
    .reduce((most, { population }) => Math.max(most, population), 0);
}
