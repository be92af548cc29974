import type { FeedRecord, ItemAnswer, ItemOutcome, ItemsAnswer } from '@warta/contracts';
import { EVENT_BYTES_MAX, ItemOutcome as Outcomes } from '@warta/contracts';
import { PermanentError } from '@warta/messaging';
import { ProblemError } from '@warta/service';
import type { SentDocument } from '@warta/service';
import { feedPaused, PAUSED_DETAIL, waitsForResume } from '../feeds/feed-gate.ts';
import type { PushRates, RateTicket } from '../limit-rates/push-rates.ts';
import type { Submission } from '../submissions/submission.ts';
import type { Accepted, PreparedSubmission, Submissions } from '../submissions/submissions.ts';
import type { DocumentReader } from './document-reader.ts';
import type { AcceptableItem, ReadItem, ReadItems, RefusedItem } from './read-items.ts';

/** Of all items together, in a problem that refuses the whole document. */
const PROBLEMS_MAX = 100;

/** A document and what is known of who sends it. */
export interface SentItems {
  readonly document: SentDocument;
  readonly submission: Submission;
  /** Undefined of a feed that is not registered. */
  readonly record: FeedRecord | undefined;
  /** What relative addresses are relative to, where the document does not say. */
  readonly baseUrl?: string | undefined;
}

export interface TakenItems {
  readonly answer: ItemsAnswer;
  /** Rate limits, for the answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Items of a document whose number is counted. */
export interface CountedItems {
  readonly format: string;
  readonly items: readonly ReadItem[];
  /** Rate limits, for the answer. */
  readonly headers: Readonly<Record<string, string>>;
}

interface PreparedItem extends PreparedSubmission {
  readonly pointer: string;
}

/** Takes documents of any format: the one way for what a feed sends and for what hubs send us. */
export class ItemIntake {
  readonly #reader: DocumentReader;
  readonly #submissions: Submissions;
  readonly #rates: PushRates;

  constructor(options: { reader: DocumentReader; submissions: Submissions; rates: PushRates }) {
    this.#reader = options.reader;
    this.#submissions = options.submissions;
    this.#rates = options.rates;
  }

  /**
   * Returns when every in-sync broker has all items that were not refused.
   * @throws ProblemError 413, 415 or 422 when nothing of it is taken, 409 when that is because the
   *   feed is paused, 429, 503.
   * @throws TransientError when it may not be stored; sending it again does no harm.
   */
  async take(sent: SentItems): Promise<TakenItems> {
    const { format, items, headers } = await this.read(sent);
    const prepared = items.map((item) => ('event' in item ? this.#prepared(item) : item));
    const storable = prepared.filter((item) => 'record' in item);
    if (storable.length === 0 && items.length > 0) throw allRefused(prepared, headers);
    const accepted = await this.#submissions.accept(storable);
    return { answer: answerOf(sent.submission.feed, format, prepared, accepted), headers };
  }

  /** What the log would not take is refused alone. */
  #prepared({ pointer, event }: AcceptableItem): PreparedItem | RefusedItem {
    try {
      return { pointer, ...this.#submissions.prepare(event) };
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      const tooLarge = `must be at most ${EVENT_BYTES_MAX} bytes as stored`;
      const detail = error.code === 'too-large' ? tooLarge : 'cannot be stored';
      return { pointer, ...sourceIdOf(event), errors: [{ pointer, detail }] };
    }
  }

  /** The items, counted but not stored. @throws ProblemError as `take`. */
  async read(sent: SentItems): Promise<CountedItems> {
    const { submission, record } = sent;
    const ticket = await this.#rates.admit(submission.submittedBy, submission.feed, record);
    const read = await this.#readCounted(sent, ticket);
    const headers = await ticket.spend('items' in read ? read.items.length : 1);
    if ('items' in read) {
      return { format: read.format, items: takenOf(read.items, sent, headers), headers };
    }
    const { status, detail, pointer } = read.refused;
    const errors = pointer === '' ? {} : { errors: [{ pointer, detail }] };
    throw new ProblemError(status, detail, { headers, ...errors });
  }

  /** Counts documents that were too much to be read as well, and says so. */
  async #readCounted(sent: SentItems, ticket: RateTicket): Promise<ReadItems> {
    const { document, submission, record, baseUrl } = sent;
    try {
      return await this.#reader.read({
        bytes: document.bytes,
        contentType: document.contentType,
        headers: publicHeaders(document.headers),
        baseUrl: baseUrl ?? contentLocation(document.headers),
        submission,
        rules: record && { defaults: record.defaults, junkLines: record.junkLines },
      });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { status, message, cause, headers } = error;
      const counted = status === 422 ? await ticket.spendStopped() : await ticket.spend(1);
      throw new ProblemError(status, message, { cause, headers: { ...headers, ...counted } });
    }
  }
}

/**
 * The items, those refused that wait until the feed is resumed.
 * @throws ProblemError 409 when nothing but such is left.
 */
function takenOf(
  items: readonly ReadItem[],
  { record, submission }: SentItems,
  headers: Readonly<Record<string, string>>,
): readonly ReadItem[] {
  const waits = (item: ReadItem) => 'event' in item && waitsForResume(record, item.event);
  if (!items.some(waits)) return items;
  if (!items.some((item) => 'event' in item && !waits(item))) {
    throw feedPaused(submission.feed, headers);
  }
  return items.map((item) => {
    if (!('event' in item) || !waits(item)) return item;
    const { pointer, event } = item;
    return { pointer, ...sourceIdOf(event), errors: [{ pointer, detail: PAUSED_DETAIL }] };
  });
}

/** Keys stay where they are needed. */
function publicHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const { authorization: _key, cookie: _cookie, ...others } = headers;
  return others;
}

function contentLocation(headers: Readonly<Record<string, string>>): string | undefined {
  const location = headers['content-location'] ?? '';
  return /^https?:/i.test(location) && URL.canParse(location) ? location : undefined;
}

const sourceIdOf = ({ sourceId }: { sourceId?: string | undefined }) =>
  sourceId === undefined ? {} : { sourceId };

function answerOf(
  feed: string,
  format: string,
  items: readonly (PreparedItem | RefusedItem)[],
  accepted: readonly Accepted[],
): ItemsAnswer {
  const counts = Object.fromEntries(Outcomes.options.map((name) => [name, 0])) as Record<
    ItemOutcome,
    number
  >;
  const stored = accepted[Symbol.iterator]();
  const answers = items.map((item): ItemAnswer => {
    const answer = 'record' in item ? storedAnswer(item, stored.next().value) : refusedAnswer(item);
    counts[answer.outcome] += 1;
    return answer;
  });
  return { feed, format, counts, items: answers };
}

function storedAnswer(
  { pointer, event }: PreparedItem,
  accepted: Accepted | undefined,
): ItemAnswer {
  if (accepted?.event !== event) throw new Error('every stored item has its answer');
  const { outcome, location, receipt } = accepted;
  return { pointer, outcome, id: event.articleId, ...sourceIdOf(event), location, receipt };
}

function refusedAnswer(item: RefusedItem): ItemAnswer {
  const { pointer, errors } = item;
  return { pointer, outcome: 'refused', ...sourceIdOf(item), errors: [...errors] };
}

function allRefused(
  items: readonly (PreparedItem | RefusedItem)[],
  headers: Readonly<Record<string, string>>,
): ProblemError {
  const errors = items.flatMap((item) => ('errors' in item ? item.errors : []));
  return new ProblemError(422, 'Every item of the document is refused.', {
    errors: errors.slice(0, PROBLEMS_MAX),
    headers,
  });
}
