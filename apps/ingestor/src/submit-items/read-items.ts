import { badFieldsOf, jsonPointer, PushArticle, TakedownQuery } from '@warta/contracts';
import {
  BodyHtmlError,
  cutText,
  DocumentError,
  readDocument,
  TooManyItemsError,
  UnknownFormatError,
} from '@warta/formats';
import type { ArticleDraft, FieldProblem, Item, Withdrawal } from '@warta/formats';
import { submitArticle } from '../submissions/submit-article.ts';
import type { FeedRules } from '../submissions/submit-article.ts';
import type { Submission } from '../submissions/submission.ts';
import type { Submitted } from '../submissions/submissions.ts';
import { withdrawalReason } from '../submissions/withdrawal-reason.ts';
import { withdrawArticle } from '../submissions/withdraw-article.ts';

/** Of one item; more help nobody, and a thousand items may each have as many. */
const ITEM_PROBLEMS_MAX = 20;

/**
 * Of each text in a problem that may repeat what the sender wrote: names and ids can have megabytes,
 * and a pointer to a place deep inside comes again with each fault of each item.
 */
const PROBLEM_TEXT_LENGTH_MAX = 600;

/** A document and all that is known about it. Plain values: it goes to a worker and back. */
export interface SubmittedDocument {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly baseUrl?: string | undefined;
  readonly submission: Submission;
  readonly rules: FeedRules | undefined;
}

/** An item that is to be stored. */
export interface AcceptableItem {
  readonly pointer: string;
  readonly event: Submitted;
}

/** An item that is not stored, and why. */
export interface RefusedItem {
  readonly pointer: string;
  readonly sourceId?: string;
  readonly errors: readonly FieldProblem[];
}

export type ReadItem = AcceptableItem | RefusedItem;

/** Items in the document's order, or why nothing of it is taken. */
export type ReadItems =
  | { readonly format: string; readonly items: readonly ReadItem[] }
  | { readonly refused: { status: 413 | 415 | 422; detail: string; pointer: string } };

/** The events of a document. Pure: the same document has the same ones, but for when it came. */
export function readItems(document: SubmittedDocument): ReadItems {
  const { headers, baseUrl, rules } = document;
  try {
    const { format, items } = readDocument(document, {
      timeZone: rules?.defaults.timeZone ?? 'UTC',
      headers,
      ...(baseUrl === undefined ? {} : { baseUrl }),
    });
    return { format, items: items.map((item) => shortened(readItem(item, document, format))) };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const { detail, pointer } = shortProblem({
      detail: `${error.message}.`,
      pointer: error.pointer,
    });
    return { refused: { status: statusOf(error), detail, pointer } };
  }
}

function statusOf(error: DocumentError): 413 | 415 | 422 {
  if (error instanceof UnknownFormatError) return 415;
  return error instanceof TooManyItemsError ? 413 : 422;
}

/** The item, in an answer of a size that does not depend on what its sender writes. */
function shortened(item: ReadItem): ReadItem {
  if ('event' in item) return item;
  const { pointer, sourceId, errors } = item;
  return {
    pointer: short(pointer),
    ...(sourceId === undefined ? {} : { sourceId: short(sourceId) }),
    errors: errors.slice(0, ITEM_PROBLEMS_MAX).map(shortProblem),
  };
}

const short = (text: string) => cutText(text, PROBLEM_TEXT_LENGTH_MAX);

const shortProblem = ({ pointer, detail }: FieldProblem): FieldProblem => ({
  pointer: short(pointer),
  detail: short(detail),
});

function readItem(item: Item, document: SubmittedDocument, format: string): ReadItem {
  const { pointer } = item;
  if ('refusal' in item) return { pointer, errors: item.refusal };
  if ('withdrawal' in item) return readWithdrawal(pointer, item.withdrawal, document.submission);
  return readDraft(pointer, item.draft, document, format);
}

function readDraft(
  pointer: string,
  draft: ArticleDraft,
  { submission, rules }: SubmittedDocument,
  format: string,
): ReadItem {
  const sourceId = typeof draft.id === 'string' ? { sourceId: draft.id } : {};
  const refused = (errors: readonly FieldProblem[]): ReadItem => ({ pointer, ...sourceId, errors });
  const push = PushArticle.safeParse(draft);
  if (!push.success) {
    return refused(
      badFieldsOf(push.error).map(({ path, detail }) => ({
        pointer: pointer + jsonPointer(path),
        detail,
      })),
    );
  }
  if (push.data.feed !== undefined && push.data.feed !== submission.feed) {
    const detail = `is another feed than ${submission.feed}, to which the document was sent`;
    return refused([{ pointer: `${pointer}/feed`, detail }]);
  }
  try {
    return { pointer, event: submitArticle(push.data, submission, { rules, format }) };
  } catch (error) {
    if (!(error instanceof BodyHtmlError)) throw error;
    return refused([{ pointer: `${pointer}/bodyHtml`, detail: error.message }]);
  }
}

function readWithdrawal(pointer: string, given: Withdrawal, submission: Submission): ReadItem {
  const { id, url } = given;
  const reason = withdrawalReason(given.reason);
  const query = TakedownQuery.safeParse(id === undefined ? { url, reason } : { id, reason });
  if (query.success) return { pointer, event: withdrawArticle(query.data, submission) };
  const errors = badFieldsOf(query.error).map(({ path, detail }) => ({
    pointer: pointer + jsonPointer(path),
    detail,
  }));
  return { pointer, ...(id === undefined ? {} : { sourceId: id }), errors };
}
