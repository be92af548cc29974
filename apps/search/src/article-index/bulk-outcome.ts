import { errors } from '@elastic/elasticsearch';
import { faultForLog } from './index-fault.ts';
import type { IndexFault } from './index-fault.ts';

/** How Elasticsearch answered one item of a bulk request. */
export interface BulkItem {
  readonly status: number;
  readonly error?: IndexFault;
}

/**
 * What to do about it:
 *   done         it is in the index
 *   stale        the index already has this state or a newer one: as good as done
 *   retry        the index is away, full or busy: the same item will succeed later
 *   split        the request as a whole was refused: try its documents in smaller ones, and take
 *                `alone` for the outcome of a document that has no other beside it
 *   dead-letter  the index will never take it
 *   unknown      nobody foresaw this answer: retried for a while, then dead-lettered
 * `detail` goes into logs: it names fields, and quotes nothing of what is in them.
 */
export type BulkOutcome =
  | { readonly kind: 'done' | 'stale' }
  | { readonly kind: 'retry' | 'unknown'; readonly detail: string }
  | { readonly kind: 'dead-letter'; readonly reason: string; readonly detail: string }
  | { readonly kind: 'split'; readonly alone: BulkOutcome };

/** The document is at fault, with the reason of its dead letter. */
const poison: Readonly<Record<string, string>> = {
  document_parsing_exception: 'document-refused',
  mapper_parsing_exception: 'document-refused',
  strict_dynamic_mapping_exception: 'unmapped-field',
};

/** Lucene's words for a term that is too long. The type alone also means a misconfigured alias. */
const immenseTerm = /^Document contains at least one immense term/;

/**
 * Classifies one item of a bulk response. Total: every answer has exactly one outcome, and only
 * what names the document as the culprit becomes a dead letter at once. Operators' blocks (403),
 * missing indices (404), expired credentials (401) and everything from 429 on are outages: other
 * clients took them for faults of the document and lost data (elasticsearch#49393, logstash#1631).
 */
export function bulkOutcome({ status, error }: BulkItem): BulkOutcome {
  const type = error?.type ?? 'no error type';
  const detail = `${status} ${faultForLog(error)}`;
  const isWritten = (status === 200 || status === 201) && error === undefined;
  if (isWritten) return { kind: 'done' };
  switch (status) {
    case 400: {
      const isImmense = immenseTerm.test(error?.reason ?? '');
      const reason = isImmense ? 'immense-term' : Object.hasOwn(poison, type) && poison[type];
      return reason ? { kind: 'dead-letter', reason, detail } : { kind: 'unknown', detail };
    }
    case 401:
    case 403:
    case 404:
    case 408:
    case 429:
      return { kind: 'retry', detail };
    case 409:
      return type === 'version_conflict_engine_exception'
        ? { kind: 'stale' }
        : { kind: 'unknown', detail };
    case 413:
      return { kind: 'split', alone: { kind: 'dead-letter', reason: 'too-large', detail } };
    default:
      return { kind: status >= 500 && status < 600 ? 'retry' : 'unknown', detail };
  }
}

/**
 * Classifies the failure of a whole request. It says nothing about any one document, so nothing
 * becomes a dead letter by it: what is not an outage is tried again in halves.
 */
export function requestOutcome(error: unknown): BulkOutcome {
  if (!(error instanceof errors.ResponseError)) return { kind: 'retry', detail: String(error) };
  const body = error.body as { error?: BulkItem['error'] } | undefined;
  const status = error.statusCode ?? 0;
  const outcome = bulkOutcome({ status, error: body?.error ?? {} });
  return outcome.kind === 'retry' || outcome.kind === 'split'
    ? outcome
    : {
        kind: 'split',
        alone: { kind: 'unknown', detail: `whole request: ${status} ${faultForLog(body?.error)}` },
      };
}
