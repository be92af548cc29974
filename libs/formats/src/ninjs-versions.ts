/** The published versions, and the two drafts that had `advices`. */
export const ninjsVersions = [
  ...(['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.5-dev', '1.6'] as const),
  ...(['2.0', '2.1', '2.1-dev', '2.2', '3.0', '3.1'] as const),
];
export type NinjsVersion = (typeof ninjsVersions)[number];

/** Fields that only items of the generation have; the first generation has the rest. */
const secondOnly = [
  ...['standard', 'by', 'people', 'organisations', 'places', 'subjects', 'events', 'objects'],
  ...['infosources', 'genres', 'headlines', 'descriptions', 'bodies', 'trustindicators'],
];
const thirdOnly = [
  ...['versionCreated', 'firstCreated', 'contentCreated', 'embargoedUntil', 'copyrightHolder'],
  ...['copyrightNotice', 'usageTerms', 'edNote', 'pubStatus', 'representationType', 'infoSources'],
  ...['altIds', 'trustIndicators', 'rightsInfo', 'eventDetails', 'plannedCoverage'],
  ...['digitalSourceType'],
];

export interface ToldVersions {
  /** To be tried in this order; what the first has against an item is what its sender is told. */
  readonly versions: readonly NinjsVersion[];
  /** A provider's own schema on top of the version: fields that ninjs does not know are its own. */
  readonly isExtended: boolean;
}

/**
 * The version of an item: what `standard` (`$standard` in generation 1) names, by its schema's address
 * or its version. Without that, the newest of the generation whose fields it has, and then those that
 * it may be valid by as well. Undefined when it names one that is not known.
 */
export function toldVersions(item: Readonly<Record<string, unknown>>): ToldVersions | undefined {
  const standard = item['standard'] ?? item['$standard'];
  const declared = typeof standard === 'object' && standard !== null ? standard : {};
  const { schema, version } = declared as { schema?: unknown; version?: unknown };
  const address = typeof schema === 'string' ? schema.slice(0, 300) : '';
  const said = /ninjs-schema(?:-dev_[\d.]{1,9})?_v?(\d\.\d)\b/.exec(address)?.[1] ?? version;
  // Generation 1 has no `standard`: a template was copied along with its version.
  const isCopied = typeof said === 'string' && said.startsWith('1.') && 'standard' in item;
  if (typeof said !== 'string' || isCopied) {
    return { versions: versionsByShape(item), isExtended: false };
  }
  const isExtended = address !== '' && !/^https?:\/\/(?:www\.)?iptc\.org\//.test(address);
  const isDraft = /iptc\.org\/std-dev\//.test(address);
  const known = ninjsVersions.find((name) => name === (isDraft ? `${said}-dev` : said));
  return known && { versions: [known], isExtended };
}

/** Each includes all of its generation before it, but 2.0, where more may be associated. */
function versionsByShape(item: Readonly<Record<string, unknown>>): readonly NinjsVersion[] {
  const has = (name: string) => Object.hasOwn(item, name);
  if (thirdOnly.some(has)) return ['3.1'];
  const hasLists = ['associations', 'renditions', 'altids'].some((name) =>
    Array.isArray(item[name]),
  );
  if (hasLists || secondOnly.some(has)) return ['2.2', '2.1-dev', '2.0', '3.1'];
  return ['1.6', '1.5-dev', '2.2', '2.1-dev', '2.0', '3.1'];
}
