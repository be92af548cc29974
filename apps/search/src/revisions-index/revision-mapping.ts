import type { estypes } from '@elastic/elasticsearch';
import { articleMapping, instant, storedObject } from '../article-index/article-mapping.ts';
import type { LedgerDocument, RevisionDocument } from './revision-document.ts';

type OwnField = Exclude<
  keyof RevisionDocument | keyof LedgerDocument,
  keyof typeof articleMapping.properties
>;

const own: Record<OwnField, estypes.MappingProperty> = {
  validFrom: instant,
  validTo: instant,
  ledger: storedObject,
};

/** As articles are mapped, so that every query and every filter means the same here. */
export const revisionMapping = {
  dynamic: 'strict',
  properties: { ...articleMapping.properties, ...own },
} as const;
