import type { estypes } from '@elastic/elasticsearch';
import { indexSettings } from '../article-index/article-index.ts';
import { articleMapping, instant, storedObject } from '../article-index/article-mapping.ts';
import { askedOfThePresent } from './revision-document.ts';
import type { LedgerDocument, RevisionDocument } from './revision-document.ts';

type Properties = Record<string, estypes.MappingProperty>;

type OwnField = Exclude<
  keyof RevisionDocument | keyof LedgerDocument,
  keyof typeof articleMapping.properties
>;

const own: Record<OwnField, estypes.MappingProperty> = {
  validFrom: instant,
  validTo: instant,
  ledger: storedObject,
};

/** A lead is searched as it stands only: inflected words of it are found in the body. */
function leadAsItStands(lead: estypes.MappingProperty): estypes.MappingProperty {
  const languages = Object.entries(propertiesOf(lead)).map(([language, text]) => {
    const isStemmed = 'fields' in text && text.fields !== undefined;
    return [language, isStemmed ? { ...text, index: false } : text];
  });
  return { properties: Object.fromEntries(languages) as Properties };
}

/**
 * Where words stand is not kept, though articles keep it: the few searches of the past analyse the texts
 * of their hits once more to mark them.
 */
function withoutOffsets(property: estypes.MappingProperty): estypes.MappingProperty {
  if (!('properties' in property)) return withoutOption(property);
  const inner = Object.entries(propertiesOf(property)).map(([name, one]) => [
    name,
    withoutOffsets(one),
  ]);
  return { ...property, properties: Object.fromEntries(inner) as Properties };
}

function withoutOption(property: estypes.MappingProperty): estypes.MappingProperty {
  const { index_options: _offsets, ...rest } = property as estypes.MappingTextProperty;
  if (rest.fields === undefined) return rest;
  const fields = Object.entries(rest.fields).map(([name, one]) => [name, withoutOption(one)]);
  return { ...rest, fields: Object.fromEntries(fields) as Properties };
}

/**
 * As articles are mapped, so that every query and every filter means the same here; what is not asked
 * of the past is known and not indexed.
 */
export const revisionMapping = {
  dynamic: 'strict',
  properties: {
    ...articleMapping.properties,
    ...Object.fromEntries(askedOfThePresent.map((field) => [field, storedObject])),
    title: withoutOffsets(articleMapping.properties.title),
    lead: leadAsItStands(withoutOffsets(articleMapping.properties.lead)),
    body: withoutOffsets(articleMapping.properties.body),
    ...own,
  },
} as const;

export const revisionSettings: estypes.IndicesIndexSettings = {
  ...indexSettings,
  // Read less often than articles are, and as long as they.
  codec: 'best_compression',
  // Whoever reads one state reads what is written; whoever searches the past can wait that long. With
  // the second that searches share a state of the index, below the 5 s in which takedowns count.
  refresh_interval: '2s',
};

function propertiesOf(property: estypes.MappingProperty): Properties {
  return 'properties' in property ? (property.properties ?? {}) : {};
}
