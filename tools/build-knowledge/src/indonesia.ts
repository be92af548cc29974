import type { KnowledgeRow, Point } from './knowledge-row.ts';
import { compact, distanceKm, medianPoint } from './knowledge-row.ts';
import type { Sources, Town } from './sources.ts';
import { readTable } from './sources.ts';

type Area = { code: string; name: string };

/** A town of a district's name farther from the regency than this is another place. */
const regencyRadiusKm = 120;

/** Islands of one regency that lie farther apart than this say little of where it is. */
const archipelagoKm = 150;

/**
 * Provinces, regencies, municipalities and districts by their official codes. The list of codes has
 * no coordinates but those of islands: a regency lies where the town of its name lies, else in the
 * middle of the towns of its districts, else of its islands; a province in the middle of its
 * regencies. Where none is known none is given.
 */
export function indonesiaRows(sources: Sources, towns: readonly Town[]): KnowledgeRow[] {
  const areas = (file: string): Area[] =>
    readTable(sources.fromPackage(`idn-area-data/data/${file}.csv`), ',').map(
      // The list writes the glottal stop of "Ra'as" as a quotation mark.
      ({ code = '', name = '' }) => ({ code, name: name.replaceAll('"', "'") }),
    );
  const provinces = areas('provinces');
  const regencies = areas('regencies');
  const districts = areas('districts');
  const townsByName = uniqueByName(towns.filter(({ country }) => country === 'ID'));
  const districtTowns = matchDistricts(districts, townsByName);
  const islands = islandsByRegency(sources.fromPackage('idn-area-data/data/islands.csv'));
  const placed = new Map(
    regencies.flatMap(({ code, name }): [string, Point][] => {
      const inside = districts
        .filter((district) => district.code.startsWith(`${code}.`))
        .flatMap((district) => districtTowns.get(district.code) ?? []);
      const point = placeRegency(bareName(name), inside, islands.get(code) ?? [], townsByName);
      return point ? [[code, point]] : [];
    }),
  );
  const regencyPoints = withoutStrays(placed);
  return [
    ...provinces.map((area) => {
      const inside = [...regencyPoints].filter(([code]) => code.startsWith(`${area.code}.`));
      return toRow(area, 'province', medianPoint(inside.map(([, point]) => point)));
    }),
    ...regencies.map((area) =>
      toRow(
        area,
        area.name.startsWith('Kota ') ? 'municipality' : 'regency',
        regencyPoints.get(area.code),
      ),
    ),
    ...districts.map((area) => {
      const regency = regencyPoints.get(area.code.slice(0, 5));
      const town = districtTowns.get(area.code);
      const isNear = !!town && !!regency && distanceKm(town, regency) <= regencyRadiusKm;
      return toRow(area, 'district', isNear ? town : undefined);
    }),
  ];
}

/** No province is wider: what lies farther from the middle of its province bears another's name. */
const provinceRadiusKm = 500;

function withoutStrays(points: ReadonlyMap<string, Point>): Map<string, Point> {
  const provinceOf = (code: string) => code.slice(0, 2);
  const inside = Map.groupBy(points, ([code]) => provinceOf(code));
  return new Map(
    [...points].filter(([code, point]) => {
      const middle = medianPoint((inside.get(provinceOf(code)) ?? []).map(([, at]) => at));
      return middle && distanceKm(point, middle) <= provinceRadiusKm;
    }),
  );
}

/** "Bogor" of "Kabupaten Bogor", "Jakarta Pusat" of "Kota Administrasi Jakarta Pusat". */
export function bareName(name: string): string {
  return name.replace(/^(?:Kabupaten|Kota)(?: Administrasi)? /, '');
}

/** Where our own knowledge fills what no source has: the middles of large cities, to two decimals. */
const ownPoints = new Map<string, Point>([
  ['idn/31.71', { latitude: -6.18, longitude: 106.83 }],
  ['idn/31.73', { latitude: -6.17, longitude: 106.76 }],
  ['idn/31.74', { latitude: -6.27, longitude: 106.81 }],
  ['idn/31.75', { latitude: -6.23, longitude: 106.9 }],
  ['idn/32.76', { latitude: -6.4, longitude: 106.79 }],
  ['idn/31', { latitude: -6.2, longitude: 106.83 }],
]);

export function withOwnPoints(rows: readonly KnowledgeRow[]): KnowledgeRow[] {
  return rows.map((row) => {
    const at = ownPoints.get(row.key);
    return at ? { ...row, at } : row;
  });
}

function toRow(area: Area, kind: KnowledgeRow['kind'], at: Point | undefined): KnowledgeRow {
  return {
    key: `idn/${area.code}`,
    kind,
    name: area.name,
    ...(at && { at }),
    country: 'ID',
    forms: [],
  };
}

/** A town is meant by a name that others have too when it is so many times as large as they are. */
const dominance = 10;

/** Towns whose name no comparable town of the country has. */
function uniqueByName(towns: readonly Town[]): Map<string, Point> {
  const byName = Map.groupBy(towns, ({ name }) => compact(name));
  return new Map(
    [...byName].flatMap(([name, namesakes]): [string, Point][] => {
      const [first, second] = namesakes.toSorted((a, b) => b.population - a.population);
      const isClear = !second || (first && first.population >= dominance * second.population);
      return first && isClear ? [[name, first.at]] : [];
    }),
  );
}

/** Districts whose name no other district has and that a town is called by. */
function matchDistricts(
  districts: readonly Area[],
  towns: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const counts = new Map<string, number>();
  for (const { name } of districts) {
    counts.set(compact(name), (counts.get(compact(name)) ?? 0) + 1);
  }
  return new Map(
    districts.flatMap(({ code, name }): [string, Point][] => {
      const town = towns.get(compact(name));
      return town && counts.get(compact(name)) === 1 ? [[code, town]] : [];
    }),
  );
}

function placeRegency(
  name: string,
  districts: readonly Point[],
  islands: readonly Point[],
  towns: ReadonlyMap<string, Point>,
): Point | undefined {
  const middle = medianPoint(districts);
  const town = towns.get(compact(name));
  const around = middle ?? medianPoint(islands);
  if (town && (!around || distanceKm(town, around) <= regencyRadiusKm)) return town;
  if (middle) return middle;
  return around && islands.every((island) => distanceKm(island, around) <= archipelagoKm)
    ? around
    : undefined;
}

function islandsByRegency(text: string): Map<string, Point[]> {
  const islands = new Map<string, Point[]>();
  for (const { regency_code: code = '', coordinate = '' } of readTable(text, ',')) {
    const point = parseDegrees(coordinate);
    if (point) islands.set(code, [...(islands.get(code) ?? []), point]);
  }
  return islands;
}

/** `"03°19'03.44"" N 097°07'41.73"" E"`. */
function parseDegrees(text: string): Point | undefined {
  const parts = [...text.matchAll(/(\d+)°(\d+)'([\d.]+)"+ ([NSEW])/g)];
  const [latitude, longitude] = parts.map(([, degrees, minutes, seconds, side = '']) => {
    const value = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
    return 'SW'.includes(side) ? -value : value;
  });
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}
