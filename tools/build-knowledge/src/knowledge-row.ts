/** One line of the knowledge base, before it is written. */
export type KnowledgeRow = {
  /** Stays the same for ever: entity ids are made of it. */
  key: string;
  kind:
    'country' | 'state' | 'province' | 'regency' | 'municipality' | 'district' | 'city' | 'brand';
  name: string;
  wikidata?: string;
  at?: Point;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** Other printed forms; with a leading `~` they count only where the article supports them. */
  forms: string[];
};

export type Point = { latitude: number; longitude: number };

/** Degrees are kept to some ten metres: finer would say more than the sources know. */
const decimals = 4;

/** The columns, in order, as libs/nlp reads them. */
export function toLine(row: KnowledgeRow): string {
  const { key, kind, name, wikidata = '', at, country = '', forms } = row;
  const degrees = (value: number | undefined) =>
    value === undefined ? '' : String(Number(value.toFixed(decimals)));
  const columns = [key, kind, name, wikidata, degrees(at?.latitude), degrees(at?.longitude)];
  return [...columns, country, [...new Set(forms)].join(';')].join('\t');
}

/** A name as namesakes are compared: letters only, lower-case, without accents. */
export function compact(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{Ll}\p{Lo}\p{N}]/gu, '');
}

const earthRadiusKm = 6371;

/** Great-circle distance. */
export function distanceKm(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const dLatitude = radians(b.latitude - a.latitude);
  const dLongitude = radians(b.longitude - a.longitude);
  const h =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(h));
}

/** The point whose degrees are the medians: one wrong point among many does not move it far. */
export function medianPoint(points: readonly Point[]): Point | undefined {
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1];
  const latitude = median(points.map((point) => point.latitude));
  const longitude = median(points.map((point) => point.longitude));
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}
