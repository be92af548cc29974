import type { estypes } from '@elastic/elasticsearch';

export type Properties = Record<string, estypes.MappingProperty>;

/** What of a field matters here: what it is, and what it has inside of it and beside it. */
interface Field {
  readonly type?: string;
  readonly enabled?: boolean;
  readonly properties?: Properties;
  readonly fields?: Properties;
}

/**
 * What has to be put into a mapping so that it has every field of ours, at any depth. A field that is
 * there stays as it was made, which an index never changes: nothing else is said of it than it says
 * itself. Pure.
 */
export function missingFields(theirs: Properties, ours: Properties): Properties {
  return Object.fromEntries(
    Object.entries(ours).flatMap(([name, property]) => {
      const existing = theirs[name];
      const missing = existing === undefined ? property : missingOf(existing, property);
      return missing === undefined ? [] : [[name, missing]];
    }),
  );
}

function missingOf(
  theirs: estypes.MappingProperty,
  ours: estypes.MappingProperty,
): estypes.MappingProperty | undefined {
  const { properties: inside = {}, fields: besides = {}, ...same } = theirs as Field;
  const { properties: wantedInside = {}, fields: wantedBesides = {} } = ours as Field;
  const properties = missingFields(inside, wantedInside);
  const fields = missingFields(besides, wantedBesides);
  const [hasInside, hasBesides] = [properties, fields].map((some) => Object.keys(some).length > 0);
  if (!hasInside && !hasBesides) return undefined;
  const missing = { ...same, ...(hasInside && { properties }), ...(hasBesides && { fields }) };
  return missing as estypes.MappingProperty;
}

/**
 * The first field that is of another type than ours, as a path; undefined when there is none. What we
 * neither search nor parse may be anything.
 */
export function contradiction(theirs: Properties, ours: Properties): string | undefined {
  for (const [name, property] of Object.entries(ours)) {
    const existing = theirs[name] as Field | undefined;
    const { enabled, ...wanted } = property as Field;
    if (existing === undefined || enabled === false) continue;
    if ((existing.type ?? 'object') !== (wanted.type ?? 'object')) return name;
    const inside =
      contradiction(existing.properties ?? {}, wanted.properties ?? {}) ??
      contradiction(existing.fields ?? {}, wanted.fields ?? {});
    if (inside !== undefined) return `${name}.${inside}`;
  }
  return undefined;
}
