import type { Place } from './agency-draft.ts';
import type { FeedElement } from './feed-element.ts';

/** Where it happened: GeoRSS in its three spellings, W3C's geo, and names of Dublin Core. */
export function placesOf(item: FeedElement): Place[] {
  const name = item.first('georss:featurename')?.line;
  const simple = item.all('georss:point').map(({ text }) => pointOf(text));
  const gml = item
    .all('georss:where')
    .flatMap((where) => where.all('gml:point'))
    .map((point) => pointOf(point.first('gml:pos', 'gml:coordinates')?.text));
  const points = [...item.all('geo:point'), item].map((holder) =>
    pointOf(`${holder.first('geo:lat')?.text} ${holder.first('geo:long', 'geo:lon')?.text}`),
  );
  const located: Place[] = [...simple, ...gml, ...points].filter((point) => point !== undefined);
  const [first] = located;
  if (name !== undefined && first !== undefined) first.name = name;
  const names = item.all('dc:coverage', 'dcterms:spatial').map(({ line }) => line);
  if (first === undefined) names.push(name);
  return [...located, ...names.filter((one) => one !== undefined).map((one) => ({ name: one }))];
}

/** Latitude first, as GeoRSS has it. */
function pointOf(text: string | undefined): Place | undefined {
  const match = /^(-?\d{1,3}(?:\.\d{1,15})?)[\s,]+(-?\d{1,3}(?:\.\d{1,15})?)$/.exec(
    text?.trim() ?? '',
  );
  if (match === null) return undefined;
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return { latitude, longitude };
}
