import type { Caller, FastifyReply, FastifyRequest, SentDocument } from '@warta/service';
import type { Answer, Answers } from './answers.ts';
import { idempotencyKey, KEY_LENGTH_MAX } from './idempotency-key.ts';
import { TakenMessages } from './taken-messages.ts';

/** A request that may come again, and the reply to it. */
export interface RepeatableRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly document: SentDocument;
  readonly caller: Caller;
}

/** Sends answers; the one given before where a key or message id says it is the same request. */
export class AnswerOnce {
  readonly #answers: Answers;
  readonly #messages = new TakenMessages();

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  /**
   * The JSON to return from the handler; status and headers are set.
   * @throws ProblemError 400, 409 or 422 for a key that cannot be used; else what `work` throws.
   */
  async answer(repeatable: RepeatableRequest, work: () => Promise<Answer>): Promise<string> {
    const { request, reply, document } = repeatable;
    const name = repetitionOf(repeatable);
    const once = () =>
      name?.isMessage ? this.#messages.once([name.callerId, name.key], work) : work();
    const { bytes, contentType } = document;
    const { status, headers, body } =
      name === undefined
        ? await work()
        : await this.#answers.once(
            {
              ...name,
              path: `${request.method} ${request.url}`,
              contentType,
              headers: documentHeaders(document.headers),
              bytes,
            },
            once,
          );
    void reply
      .code(status)
      .headers({ ...headers, 'content-type': 'application/json; charset=utf-8' });
    return body;
  }
}

/**
 * What a repetition of the request carries again. The id of a signed message comes first: it is part
 * of what is signed, so that whoever sends a copy cannot leave it out, nor hide it behind a key.
 */
function repetitionOf({ request, document, caller }: RepeatableRequest) {
  const { feed } = request.params as { feed?: string };
  const messageId = document.headers['webhook-id'];
  if (messageId !== undefined && messageId.length <= KEY_LENGTH_MAX) {
    // A copy may come without the API key of the first one.
    return {
      callerId: feed === undefined ? caller.keyId : `feed:${feed}`,
      key: `webhook-id ${messageId}`,
      isMessage: true,
    };
  }
  const key = idempotencyKey(document.headers['idempotency-key']);
  return key === undefined ? undefined : { callerId: caller.keyId, key, isMessage: false };
}

/** Those that say something of the document: CloudEvents in binary mode, and where it is from. */
function documentHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => name.startsWith('ce-') || name === 'content-location',
    ),
  );
}
