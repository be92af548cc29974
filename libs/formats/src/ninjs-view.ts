import type { NinjsVersion } from './ninjs-versions.ts';

/** A valid item of any version, in the terms of generation 2: names in small letters, lists. */
export type NinjsView = Readonly<Record<string, unknown>>;
export type Members = Readonly<Record<string, unknown>>;

/** What generation 1 calls differently. */
const secondNames: Readonly<Record<string, string>> = {
  $standard: 'standard',
  byline: 'by',
  person: 'people',
  organisation: 'organisations',
  place: 'places',
  subject: 'subjects',
  event: 'events',
  object: 'objects',
  infosource: 'infosources',
  genre: 'genres',
  trustindicator: 'trustindicators',
};

export function ninjsView(item: Members, version: NinjsVersion): NinjsView {
  if (version.startsWith('1.')) return generation1View(item);
  if (version.startsWith('3.')) return small(item) as NinjsView;
  return item;
}

/** Names in small letters; `embargoedUntil` is the one field of generation 3 with another name. */
function small(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(small);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name === 'embargoedUntil' ? 'embargoed' : name.toLowerCase(),
      small(member),
    ]),
  );
}

function generation1View(item: Members): NinjsView {
  const view: [string, unknown][] = [];
  const said: Record<'headline' | 'description' | 'body', Members[]> = {
    headline: [],
    description: [],
    body: [],
  };
  for (const [name, member] of Object.entries(item)) {
    const [, field, role] = /^(headline|description|body)(?:_(.+))?$/s.exec(name) ?? [];
    if (field === 'headline' || field === 'description' || field === 'body') {
      const value = { role: role ?? 'main', value: member, contenttype: contentTypeOf(role) };
      if (role === undefined) said[field].unshift(value);
      else said[field].push(value);
    } else {
      const known = Object.hasOwn(secondNames, name) ? secondNames[name] : undefined;
      view.push([known ?? name, valueOf(name, member)]);
    }
  }
  return {
    ...Object.fromEntries(view),
    headlines: said.headline,
    descriptions: said.description,
    bodies: said.body,
  };
}

function contentTypeOf(role: string | undefined): string {
  if (role !== undefined && /x?html/i.test(role)) return 'text/html';
  return role !== undefined && /nitf/i.test(role) ? 'text/vnd.IPTC.NITF' : 'text/plain';
}

function valueOf(name: string, member: unknown): unknown {
  if (name === 'renditions' || name === 'associations') {
    return Object.entries(member as Record<string, Members>).map(([key, inner]) => {
      const { mimetype, ...rest } = inner;
      if (name === 'associations') return { ...generation1View(inner), name: key };
      return { ...rest, contenttype: mimetype, name: key };
    });
  }
  if (name === 'place') return (member as Members[]).map(placeOf);
  return member;
}

/** The geometry in any notation that is GeoJSON. */
function placeOf(place: Members): Members {
  const geometry = Object.entries(place).find(([name]) => name.startsWith('geometry_geojson'));
  return geometry === undefined ? place : { ...place, geojson: geometry[1] };
}
