import { createHash } from 'node:crypto';
import { ProblemError } from '@warta/service';
import { LRUCache } from 'lru-cache';

/** A client that tries again does so within minutes. */
const REMEMBERED_MS = 60 * 60_000;
const REMEMBERED_MAX = 10_000;
/** The answer to a batch of a thousand takes half a megabyte, to one article half a kilobyte. */
const REMEMBERED_BYTES_MAX = 8 * 1024 * 1024;
/** Of what is kept beside an answer: the names it is found by, its fingerprint, its place in the cache. */
const ENTRY_BYTES = 1_000;

/** What depends on the request alone. Others, such as 429 or 503, may be another one next time. */
const finalStatuses = new Set([202, 400, 413, 415, 422]);

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
}

/** Two requests are the same when all of it is. */
export interface RequestIdentity {
  readonly callerId: string;
  readonly key: string;
  readonly path: string;
  readonly contentType: string | undefined;
  /** Headers that are part of the document. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** As bytes, so that what it takes is known: an error holds its cause, and its stack the frames. */
interface Remembered {
  readonly fingerprint: string;
  /** JSON of an Outcome. */
  readonly outcome: Buffer;
}

type Outcome =
  | { readonly answer: Answer }
  | { readonly problem: Pick<ProblemError, 'status' | 'message' | 'errors' | 'headers'> };

/**
 * Answers that were given, for clients that ask the same again under one Idempotency-Key. Of this
 * process, bounded, and lost with it: what holds everywhere is that an article pushed twice is one.
 */
export class Answers {
  readonly #given = new LRUCache<string, Remembered>({
    max: REMEMBERED_MAX,
    maxSize: REMEMBERED_BYTES_MAX,
    ttl: REMEMBERED_MS,
    sizeCalculation: ({ outcome }) => ENTRY_BYTES + outcome.length,
  });
  readonly #underWay = new Map<string, string>();

  /**
   * The answer given before to the same request, else that of `work`.
   * @throws ProblemError 422 when the key came with another request, 409 while the first one is
   *   under way; else what `work` throws, or threw.
   */
  async once(request: RequestIdentity, work: () => Promise<Answer>): Promise<Answer> {
    const name = JSON.stringify([request.callerId, request.key]);
    const fingerprint = fingerprintOf(request);
    const before = this.#given.get(name);
    requireSame(fingerprint, before?.fingerprint ?? this.#underWay.get(name));
    if (before !== undefined) return replayed(before);
    if (this.#underWay.has(name)) {
      throw new ProblemError(
        409,
        'The first request with this Idempotency-Key or webhook-id is under way.',
        {
          headers: { 'retry-after': '1' },
        },
      );
    }
    this.#underWay.set(name, fingerprint);
    try {
      const answer = await work();
      this.#remember(name, fingerprint, answer.status, { answer });
      return answer;
    } catch (error) {
      if (error instanceof ProblemError) {
        const { status, message, errors, headers } = error;
        this.#remember(name, fingerprint, status, {
          problem: { status, message, errors, headers },
        });
      }
      throw error;
    } finally {
      this.#underWay.delete(name);
    }
  }

  #remember(name: string, fingerprint: string, status: number, outcome: Outcome): void {
    if (!finalStatuses.has(status)) return;
    this.#given.set(name, { fingerprint, outcome: Buffer.from(JSON.stringify(outcome)) });
  }
}

function requireSame(fingerprint: string, before: string | undefined): void {
  if (before === undefined || before === fingerprint) return;
  throw new ProblemError(
    422,
    'This Idempotency-Key or webhook-id came with another request before: use another one for ' +
      'another request.',
  );
}

/** In practice so marked; the draft has no name for it. */
function replayed(before: Remembered): Answer {
  const mark = { 'idempotent-replayed': 'true' };
  const outcome = JSON.parse(before.outcome.toString()) as Outcome;
  if ('problem' in outcome) {
    const { status, message, errors, headers } = outcome.problem;
    throw new ProblemError(status, message, {
      ...(errors === undefined ? {} : { errors }),
      headers: { ...headers, ...mark },
    });
  }
  const { answer } = outcome;
  return { ...answer, headers: { ...answer.headers, ...mark } };
}

function fingerprintOf({ path, contentType, headers, bytes }: RequestIdentity): string {
  const about = JSON.stringify([path, contentType ?? '', Object.entries(headers).sort()]);
  return createHash('sha256').update(about).update('\n').update(bytes).digest('base64');
}
