import type { estypes } from '@elastic/elasticsearch';
import type {
  IndexedDocument,
  IndexingFacts,
  Submission,
  TextByLanguage,
  UpdatedFrom,
} from './article-document.ts';
import type { IndexedQuote } from './indexed-quotes.ts';

type Property = estypes.MappingProperty;
type KeyOfAny<T> = T extends unknown ? keyof T : never;

/** Kept in the document and given back, but neither searched nor parsed. */
const stored: Property = { type: 'keyword', index: false, doc_values: false };
export const storedObject: Property = { type: 'object', enabled: false };
const filtered: Property = { type: 'keyword' };

/** Gap between two names, so that no phrase runs from one into the next. */
const NAMES_GAP = 100;

type Text = { properties: Record<keyof TextByLanguage, Property> };

function text(options: Pick<estypes.MappingTextProperty, 'index_options'> = {}): Text {
  const type = 'text';
  const exact: Record<string, Property> = { exact: { type, analyzer: 'exact', ...options } };
  return {
    properties: {
      id: { type, analyzer: 'indonesian_stems', ...options, fields: exact },
      en: { type, analyzer: 'english_stems', ...options, fields: exact },
      other: { type, analyzer: 'exact', ...options },
    },
  };
}

/**
 * A text that hits show with marks: where its words stand is kept, or every search would analyse the
 * texts of its hits once more. An eighth of the index; takes marking down to a half.
 */
const marked = (): Text => text({ index_options: 'offsets' });

/** UTC with milliseconds, as `Date.toISOString` writes it. */
export const instant: Property = { type: 'date', format: 'strict_date_time' };

const submission: Record<keyof Submission, Property> = {
  at: instant,
  partition: { type: 'integer', index: false, doc_values: false },
  offset: stored,
};

const updatedFrom: Record<keyof UpdatedFrom, Property> = {
  partition: { type: 'integer' },
  offset: { type: 'long' },
};

/** Each is a document of its own inside its article's, so that what is asked of a quote is true of one. */
const quote: Record<keyof IndexedQuote, Property> = {
  text: text(),
  speakerId: filtered,
  speaker: { type: 'text', analyzer: 'exact', norms: false },
  aboutIds: filtered,
  start: { type: 'integer', index: false },
  end: { type: 'integer', index: false },
};

const properties: Record<KeyOfAny<IndexedDocument> | keyof IndexingFacts, Property> = {
  status: filtered,
  articleId: filtered,
  feed: filtered,
  sourceId: stored,
  url: stored,
  rev: { type: 'long' },
  revision: { type: 'long', index: false, doc_values: false },
  title: marked(),
  lead: text(),
  body: marked(),
  byline: stored,
  section: stored,
  sectionKey: filtered,
  language: filtered,
  publishedAt: stored,
  updatedAt: stored,
  submittedAt: stored,
  submission: { properties: submission },
  updatedFrom: { properties: updatedFrom },
  changedAt: stored,
  correctedThrough: { type: 'long' },
  corrections: filtered,
  indexedAt: stored,
  takenDownAt: stored,
  heldUntil: stored,
  withheldAt: stored,
  datedAt: instant,
  flags: stored,
  contentHash: stored,
  duplicateOf: storedObject,
  duplicateGroup: filtered,
  extras: stored,
  entityIds: filtered,
  people: filtered,
  organizations: filtered,
  places: filtered,
  events: filtered,
  // Says how they are folded, which the field does not show: folded otherwise, it is another layout.
  entityNames: { type: 'keyword', meta: { folded: 'as corrections, no apostrophes' } },
  entityForms: filtered,
  entityRoles: filtered,
  names: { type: 'text', analyzer: 'exact', norms: false, position_increment_gap: NAMES_GAP },
  entities: storedObject,
  quotes: { type: 'nested', properties: quote },
  annotation: storedObject,
  progress: storedObject,
};

/** A field nobody wrote down here is refused, and a field of the document left out is a type error. */
export const articleMapping = { dynamic: 'strict', properties } as const;
