import type { KnowledgeRow, Point } from './knowledge-row.ts';
import type { Sources } from './sources.ts';
import { readTable } from './sources.ts';

/** A territory as Rigour's files give it. */
type Territory = { code: string; name: string; qid: string; strong: string[] };

type Border = {
  /** `country`: whose part it is. */
  properties: { wikidata: string; iso1A2?: string; country?: string };
  geometry: { coordinates: [number, number][][][] } | null;
};

/**
 * Countries and their states: ids and names from Rigour, Indonesian names from CLDR. A country lies
 * where its cities do: the middle of its borders is often sea. Moscow is a state and a city.
 */
export function territoryRows(
  sources: Sources,
  cityCentres: ReadonlyMap<string, Point>,
): KnowledgeRow[] {
  const countryNames = localNames(
    sources.fromPackage('cldr-localenames-full/main/id/territories.json'),
  );
  const borders = JSON.parse(
    sources.fromPackage('@rapideditor/country-coder/src/data/borders.json'),
  ) as { features: Border[] };
  const centres = centresOf(borders.features);
  const states = stateCentres(
    sources.fromReadingRoom('natural-earth/ne_50m_admin_1_states_provinces.tsv'),
  );
  return sources
    .folderOfReadingRoom('rigour-territories/territories')
    .map(([file, text]) => parseTerritory(file.replace('.yml', ''), text))
    .flatMap(({ code, name, qid, strong }): KnowledgeRow[] => {
      const [country = '', state] = code.toUpperCase().split('_');
      // Former states have codes that are no country's.
      if (qid === '' || !centres.has(country)) return [];
      const local = state ? undefined : countryNames.get(country);
      const at = state
        ? (centres.get(qid) ?? states.get(`${country}-${state}`) ?? cityCentres.get(qid))
        : (cityCentres.get(country) ?? centres.get(country));
      return [
        {
          key: `territory/${code.replace('_', '-')}`,
          kind: state ? 'state' : 'country',
          name: local ?? name,
          wikidata: qid,
          ...(at && { at }),
          country,
          // The lists of countries have their peoples and former names among the strong ones.
          forms: (state ? [name, ...strong] : [name]).filter(
            (form) => isPrintedName(form) && form !== local,
          ),
        },
      ];
    });
}

/** Latin letters, no explanation behind a comma or in brackets, no capitals throughout. */
function isPrintedName(form: string): boolean {
  return /^[\p{Script=Latin} .'’-]{4,}$/u.test(form) && form !== form.toUpperCase();
}

function parseTerritory(code: string, text: string): Territory {
  const scalar = (key: string) =>
    new RegExp(`^${key}: *(.*)$`, 'm').exec(text)?.[1]?.replaceAll(/^['"]|['"]$/g, '') ?? '';
  const list = /^names_strong:\n((?: {2}- .*\n?)*)/m.exec(text)?.[1] ?? '';
  return {
    code,
    name: scalar('name'),
    qid: scalar('qid'),
    strong: list
      .split('\n')
      .map((line) =>
        line
          .replace(/^ {2}- /, '')
          .replace(/ #.*$/, '')
          .replaceAll(/^['"]|['"]$/g, '')
          .trim(),
      )
      .filter((name) => name !== ''),
  };
}

function localNames(json: string): Map<string, string> {
  const file = JSON.parse(json) as {
    main: { id: { localeDisplayNames: { territories: Record<string, string> } } };
  };
  return new Map(Object.entries(file.main.id.localeDisplayNames.territories));
}

/**
 * The centre of the largest piece of each territory, by Wikidata id and, of countries, by ISO code:
 * of France that in Europe, not Polynesia, which has a code of its own.
 */
function centresOf(features: readonly Border[]): Map<string, Point> {
  const largest = new Map<string, { area: number; at: Point }>();
  for (const { properties, geometry } of features) {
    const { wikidata, country, iso1A2 = country } = properties;
    for (const [outer = []] of geometry?.coordinates ?? []) {
      const piece = centroid(outer);
      for (const key of [wikidata, iso1A2]) {
        if (key && piece.area > (largest.get(key)?.area ?? 0)) largest.set(key, piece);
      }
    }
  }
  return new Map([...largest].map(([key, { at }]) => [key, at]));
}

/** Area and centre of mass of a ring, by the shoelace formula, on the plain of degrees. */
function centroid(ring: readonly [number, number][]): { area: number; at: Point } {
  let area = 0;
  let x = 0;
  let y = 0;
  for (const [index, [x0, y0]] of ring.entries()) {
    const [x1, y1] = ring[(index + 1) % ring.length] ?? [x0, y0];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return {
    area: Math.abs(area),
    at: { latitude: y / (3 * area), longitude: x / (3 * area) },
  };
}

function stateCentres(text: string): Map<string, Point> {
  return new Map(
    readTable(text, '\t').map(({ iso_3166_2: code = '', latitude, longitude }) => [
      code,
      { latitude: Number(latitude), longitude: Number(longitude) },
    ]),
  );
}
