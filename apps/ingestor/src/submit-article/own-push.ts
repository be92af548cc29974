import { PushArticle } from '@warta/contracts';
import { allFormats, BodyHtmlError, normalizeDraft } from '@warta/formats';
import type { ArticleDraft } from '@warta/formats';
import { parseJson, ProblemError, validated } from '@warta/service';
import type { SentDocument } from '@warta/service';
import { isBinaryEvent, isUtf8 } from '../submit-items/own-json.ts';
import { submitArticle } from '../submissions/submit-article.ts';
import type { FeedRules } from '../submissions/submit-article.ts';
import type { Submission } from '../submissions/submission.ts';
import type { Submitted } from '../submissions/submissions.ts';

const OWN_FORMAT = 'warta-json';
const json = /^application\/json\s*(;|$)/i;

/**
 * The article of a body in Warta's own JSON; undefined when it is of another format.
 * @throws ProblemError 400 that names every bad field.
 */
export function ownPush({
  bytes,
  contentType = '',
  headers,
}: SentDocument): PushArticle | undefined {
  if (bytes.length > 0 && (!json.test(contentType) || isBinaryEvent(headers))) return undefined;
  if (!isUtf8(contentType)) throw new ProblemError(415, 'Send JSON in UTF-8.');
  const value = parseJson(bytes);
  if (Array.isArray(value)) {
    throw new ProblemError(400, 'Send several articles to POST /v1/feeds/{feed}/items.');
  }
  const format = allFormats.find((one) => one.recognises({ kind: 'json', value }));
  if (format !== undefined && format.name !== OWN_FORMAT) return undefined;
  // First: a text may become longer by it.
  return validated(PushArticle, isObject(value) ? normalizeDraft(value) : value);
}

const isObject = (value: unknown): value is ArticleDraft =>
  typeof value === 'object' && value !== null;

/** @throws ProblemError 400 */
export function eventOf(
  push: PushArticle,
  submission: Submission,
  rules: FeedRules | undefined,
): Submitted {
  try {
    return submitArticle(push, submission, { rules, format: OWN_FORMAT });
  } catch (error) {
    if (!(error instanceof BodyHtmlError)) throw error;
    throw new ProblemError(400, 'The body has fields that are not accepted.', {
      errors: [{ pointer: '/bodyHtml', detail: error.message }],
    });
  }
}
