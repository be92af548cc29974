import type { Caller, FastifyReply, FastifyRequest, SentDocument } from '@warta/service';
import type { Answer, Answers } from './answers.ts';
import { idempotencyKey } from './idempotency-key.ts';

/** A request that may come again, and the reply to it. */
export interface RepeatableRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly document: SentDocument;
  readonly caller: Caller;
}

/** Sends answers, the one that was given before where an Idempotency-Key says it is the same request. */
export class AnswerOnce {
  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  /**
   * The JSON to return from the handler; status and headers are set.
   * @throws ProblemError 400, 409 or 422 for a key that cannot be used; else what `work` throws.
   */
  async answer(repeatable: RepeatableRequest, work: () => Promise<Answer>): Promise<string> {
    const { request, reply, document, caller } = repeatable;
    const key = idempotencyKey(document.headers['idempotency-key']);
    const { bytes, contentType } = document;
    const { status, headers, body } =
      key === undefined
        ? await work()
        : await this.#answers.once(
            {
              callerId: caller.keyId,
              key,
              path: `${request.method} ${request.url}`,
              contentType,
              headers: documentHeaders(document.headers),
              bytes,
            },
            work,
          );
    void reply
      .code(status)
      .headers({ ...headers, 'content-type': 'application/json; charset=utf-8' });
    return body;
  }
}

/** Those that say something of the document: CloudEvents in binary mode, and where it is from. */
function documentHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => name.startsWith('ce-') || name === 'content-location',
    ),
  );
}
