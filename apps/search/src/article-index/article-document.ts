import type {
  Annotation,
  ArticleUpdatedV1,
  DuplicateOf,
  Extras,
  LiveArticle,
} from '@warta/contracts';
import type { z } from 'zod';
import { leadOf } from './article-lead.ts';
import { entityFieldsOf } from './entity-fields.ts';
import type { EntityFields } from './entity-fields.ts';
import { foldText } from './fold-name.ts';
import { indexedQuotes } from './indexed-quotes.ts';
import type { IndexedQuote } from './indexed-quotes.ts';

/** The analyses there are: Indonesian, English, and plain words for every other language. */
export const analyzedLanguages = ['id', 'en', 'other'] as const;
export type AnalyzedLanguage = (typeof analyzedLanguages)[number];

/** A text under the analysis of its language. At most one of them is set. */
export type TextByLanguage = Partial<Record<AnalyzedLanguage, string>>;

/** The push that made a state: where and when the broker stored it. */
export interface Submission {
  /** UTC; absent outside of the years that Elasticsearch can parse. */
  at?: string | undefined;
  partition: number;
  offset: string;
}

/** Where its record lies in the topic of updated articles. */
export interface UpdatedFrom {
  partition: number;
  /** Decimal: may pass 2^53. */
  offset: string;
}

/** What every article's document says, with or without a text. */
interface DocumentHead {
  articleId: string;
  feed: string;
  rev: number;
  /** Absent in documents indexed by versions that did not keep it. */
  submission?: Submission;
  /** The first record with this rev. Absent in documents of versions that did not keep it. */
  updatedFrom?: UpdatedFrom | undefined;
  /** When the enricher made this state. */
  changedAt?: string | undefined;
}

/** What a document says beside its article's state. */
export interface IndexingFacts {
  /** When the document was sent to the index; the writer stamps it. */
  indexedAt?: string;
}

/** An article that searches find. */
export interface LiveDocument extends DocumentHead, EntityFields {
  status: 'live';
  sourceId?: string;
  url?: string;
  revision: number;
  title?: TextByLanguage;
  /** The first paragraph, or its beginning. */
  lead?: TextByLanguage;
  body: TextByLanguage;
  byline?: string;
  section?: string;
  /** The section without case, accents and spacing: one bucket for all its spellings. */
  sectionKey?: string | undefined;
  language: string;
  publishedAt?: string;
  updatedAt?: string;
  submittedAt: string;
  /** When it was published, else submitted: what `from`, `to` and the sort orders go by. UTC. */
  datedAt: string;
  flags: string[];
  contentHash: string;
  /** The article that came first with the same story, when this one is not it. */
  duplicateOf?: DuplicateOf | undefined;
  /** Its id, else the article's own: the same for all that tell one story. */
  duplicateGroup?: string;
  /**
   * JSON of the publisher's own fields. A string, because as an object their depth and their keys
   * would be a way to make a document that Elasticsearch refuses.
   */
  extras?: string;
  /** The quotes as searches find them, the first of them; `annotation` has them all. */
  quotes?: IndexedQuote[];
  /** Offset of the last correction of entities that it takes into account. */
  correctedThrough?: number;
  /** The corrections by people that concern an entity of it. */
  corrections?: string[];
  annotation: Annotation;
}

/** What is left of an article that was taken down: enough to keep older states away. */
export interface CanceledDocument extends DocumentHead {
  status: 'canceled';
  takenDownAt: string;
}

/** An article under embargo: known, and nothing of its text. */
export interface HeldDocument extends DocumentHead {
  status: 'held';
  heldUntil: string;
}

/** An article that its publisher has withheld until it sends a newer version. */
export interface WithheldDocument extends DocumentHead {
  status: 'withheld';
  withheldAt: string;
}

/** How far a partition is indexed, kept in the index itself: restored or lost together with it. */
export interface ProgressDocument {
  status: 'progress';
  progress: { topic: string; partition: number; nextOffset: string; last?: LastRecord };
}
interface LastRecord {
  offset: string;
  fingerprint: string;
}

export type ArticleDocument = LiveDocument | HeldDocument | WithheldDocument | CanceledDocument;
export type IndexedDocument = ArticleDocument | ProgressDocument;

/**
 * The document of an article's state. Pure; the same state always makes the same document.
 * @param updatedFrom the record that brought it.
 */
export function toDocument(state: ArticleUpdatedV1, updatedFrom?: UpdatedFrom): ArticleDocument {
  const head = { ...headOf(state), updatedFrom };
  switch (state.status) {
    case 'live':
      return toLiveDocument(state, head);
    case 'canceled':
      return { status: 'canceled', ...head, takenDownAt: state.takenDownAt };
    case 'held':
      return { status: 'held', ...head, heldUntil: state.embargoUntil };
    case 'withheld':
      return { status: 'withheld', ...head, withheldAt: state.withheldAt };
  }
}

function headOf({ articleId, feed, rev, arrival, changedAt }: ArticleUpdatedV1): DocumentHead {
  return { articleId, feed, rev, submission: toSubmission(arrival), changedAt };
}

export function toSubmission({ at, partition, offset }: ArticleUpdatedV1['arrival']): Submission {
  return { at: indexableInstant(at), partition, offset };
}

function toLiveDocument(state: LiveArticle, head: DocumentHead): LiveDocument {
  const { content, annotation } = state;
  const { language } = annotation;
  const analysis = analysisOf(language);
  return {
    status: 'live',
    ...head,
    sourceId: state.sourceId,
    url: state.url,
    revision: state.revision,
    title: content.title === undefined ? undefined : { [analysis]: content.title },
    lead: { [analysis]: leadOf(content.body, annotation.furniture) },
    body: { [analysis]: content.body },
    byline: content.byline,
    section: content.section,
    sectionKey: foldText(content.section ?? '') || undefined,
    language,
    publishedAt: state.publishedAt,
    updatedAt: state.updatedAt,
    submittedAt: state.arrival.at,
    datedAt: indexableInstant(state.publishedAt) ?? indexableInstant(state.arrival.at) ?? EPOCH,
    flags: [...new Set([...state.flags, ...annotation.flags])],
    contentHash: state.contentHash,
    duplicateOf: state.duplicateOf,
    duplicateGroup: state.duplicateOf?.articleId ?? state.articleId,
    extras: content.extras === undefined ? undefined : JSON.stringify(content.extras),
    ...entityFieldsOf(annotation.entities),
    quotes: indexedQuotes(annotation, analysis),
    correctedThrough: state.correctedThrough,
    corrections: annotation.corrections,
    annotation,
  };
}

/** The text itself, whatever its language. */
export function textOf(text: TextByLanguage | undefined): string | undefined {
  return text?.id ?? text?.en ?? text?.other;
}

/** The publisher's own fields as they were pushed. */
export function extrasOf(
  document: Pick<LiveDocument, 'extras'>,
): z.infer<typeof Extras> | undefined {
  return document.extras === undefined
    ? undefined
    : (JSON.parse(document.extras) as z.infer<typeof Extras>);
}

/** Which analysis a text of this language gets. */
export function analysisOf(language: string): AnalyzedLanguage {
  return language === 'id' || language === 'en' ? language : 'other';
}

const EPOCH = '1970-01-01T00:00:00.000Z';
const YEAR_1_MS = Date.parse('0001-01-01T00:00:00Z');
const YEAR_10000_MS = Date.UTC(10_000, 0);

/**
 * A valid instant may have offsets (+23:59) and fractions (12 digits) that Elasticsearch refuses, so
 * it gets the same instant in UTC with milliseconds; undefined outside of the years it can parse.
 */
function indexableInstant(instant: string | undefined): string | undefined {
  const atMs = instant === undefined ? Number.NaN : Date.parse(instant);
  return atMs >= YEAR_1_MS && atMs < YEAR_10000_MS ? new Date(atMs).toISOString() : undefined;
}
