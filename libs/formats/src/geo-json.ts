/** How many lists a type's coordinates are nested in, a position itself being one (RFC 7946, 3.1). */
const coordinateDepths: Readonly<Record<string, number>> = {
  Point: 1,
  MultiPoint: 2,
  LineString: 2,
  MultiLineString: 3,
  Polygon: 3,
  MultiPolygon: 4,
};

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether the value is a GeoJSON object (RFC 7946): a geometry, a feature or a collection. */
export function isGeoJson(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (value['type'] === 'FeatureCollection') return everyOf(value['features'], isFeature);
  return isFeature(value) || isGeometry(value);
}

function isFeature(value: unknown): boolean {
  if (!isObject(value) || value['type'] !== 'Feature') return false;
  const { geometry, properties } = value;
  return (
    (geometry === null || isGeometry(geometry)) && (properties === null || isObject(properties))
  );
}

function isGeometry(value: unknown): boolean {
  if (!isObject(value)) return false;
  const type = String(value['type']);
  if (type === 'GeometryCollection') return everyOf(value['geometries'], isGeometry);
  const depth = Object.hasOwn(coordinateDepths, type) ? coordinateDepths[type] : undefined;
  return depth !== undefined && isCoordinates(value['coordinates'], depth);
}

function isCoordinates(value: unknown, depth: number): boolean {
  if (depth > 1) return everyOf(value, (inner) => isCoordinates(inner, depth - 1));
  return everyOf(value, (inner) => typeof inner === 'number') && (value as number[]).length >= 2;
}

const everyOf = (value: unknown, holds: (inner: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(holds);

/** The first position in it: longitude before latitude, as the RFC has it. */
export function pointOf(value: unknown): { latitude: number; longitude: number } | undefined {
  if (!isObject(value)) return undefined;
  if (value['type'] === 'Feature') return pointOf(value['geometry']);
  const { type, coordinates } = value;
  if (type !== 'Point' || !isCoordinates(coordinates, 1)) return undefined;
  const [longitude, latitude] = coordinates as [number, number];
  return { latitude, longitude };
}
