import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { PushAccepted, PushArticle } from '@warta/contracts';
import {
  ApiProblem,
  BODY_BYTES_MAX,
  CurrentCaller,
  ProblemError,
  ReceivedDocument,
  TakesDocuments,
} from '@warta/service';
import type { Caller, FastifyReply, FastifyRequest, SentDocument } from '@warta/service';
import { AnswerOnce } from '../answer-once/answer-once.ts';
import { feedPaused, waitsForResume } from '../feeds/feed-gate.ts';
import { PushRates } from '../limit-rates/push-rates.ts';
import { RequirePush, signedRequestOf } from '../signed-push/push-access.controller.guard.ts';
import { PushGate } from '../signed-push/push-gate.ts';
import type { SignedRequest } from '../signed-push/push-gate.ts';
import { ItemIntake } from '../submit-items/item-intake.ts';
import { documentMediaTypes } from '../submit-items/taken-media-types.ts';
import { feedOfCaller } from '../submissions/feed-of-caller.ts';
import { eventOf, ownPush } from './own-push.ts';
import { onlyEventOf } from './only-item.ts';
import { Submissions } from '../submissions/submissions.ts';
import type { Submitted } from '../submissions/submissions.ts';

/** What an article is pushed to be: its event, and headers for the answer. */
interface Push {
  readonly event: Submitted;
  readonly headers: Readonly<Record<string, string>>;
}

@Controller('v1/articles')
export class SubmitArticleController {
  readonly #submissions: Submissions;
  readonly #intake: ItemIntake;
  readonly #rates: PushRates;
  readonly #gate: PushGate;
  readonly #once: AnswerOnce;

  constructor(
    @Inject(Submissions) submissions: Submissions,
    @Inject(ItemIntake) intake: ItemIntake,
    @Inject(PushRates) rates: PushRates,
    @Inject(PushGate) gate: PushGate,
    @Inject(AnswerOnce) once: AnswerOnce,
  ) {
    this.#submissions = submissions;
    this.#intake = intake;
    this.#rates = rates;
    this.#gate = gate;
    this.#once = once;
  }

  @Post()
  @HttpCode(202)
  @RequirePush()
  @TakesDocuments({
    bytesMax: BODY_BYTES_MAX,
    mediaTypes: { ...documentMediaTypes, 'application/json': PushArticle },
  })
  @ApiOperation({
    summary: 'Push an article or a correction of it',
    description:
      'Answered once every in-sync broker has it. The same request again is harmless and gets the ' +
      'same answer but for the receipt. An article is known by the feed’s own id, else by its URL: ' +
      'send corrections under the same one, with a higher version or a later updatedAt. A document ' +
      'of another format is taken when it holds exactly one article; several go to ' +
      '/v1/feeds/{feed}/items.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({
    status: 202,
    description: 'Stored. It can be searched within seconds.',
    standardSchema: PushAccepted,
    headers: {
      Location: {
        description: 'The receipt in the search API, which tells how far the push has come.',
        schema: { type: 'string' },
      },
    },
  })
  @ApiProblem(400, 'Fields that are not accepted, each by name.')
  @ApiProblem(
    409,
    'The feed is paused and the article is to be shown, or the same Idempotency-Key is under way.',
  )
  @ApiProblem(413, 'The body is larger than 1 MiB.')
  @ApiProblem(415, 'The body is of no format that is taken.')
  @ApiProblem(422, 'The document cannot be read, its article is refused, or it has several.')
  @ApiProblem(429, 'The key or the feed has pushed enough for this minute.')
  async submitArticle(
    @ReceivedDocument() document: SentDocument,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.#once.answer({ request, reply, document, caller }, async () => {
      const own = await this.#read(document, caller);
      const signed = signedRequestOf(request);
      const { event, headers } = own
        ? await this.#ownPush(own, caller, signed)
        : await this.#foreignPush(document, caller, signed);
      const accepted = await this.#submissions.acceptOne(event);
      const location = this.#submissions.receiptUrl(accepted.receipt);
      return { status: 202, headers: { ...headers, location }, body: JSON.stringify(accepted) };
    });
  }

  /** A body that is not even read counts for its key: it does not tell its feed. */
  async #read(document: SentDocument, caller: Caller): Promise<PushArticle | undefined> {
    try {
      return ownPush(document);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const ticket = await this.#rates.admitUnread(caller.keyId);
      throw withHeaders(error, await ticket.spend(1));
    }
  }

  async #ownPush(push: PushArticle, caller: Caller, signed: SignedRequest): Promise<Push> {
    const feed = feedOfCaller(push.feed, caller);
    const record = this.#gate.admit(feed, signed);
    const submission = { feed, receivedAt: new Date(), submittedBy: caller.keyId };
    const ticket = await this.#rates.admit(caller.keyId, feed, record);
    const headers = await ticket.spend(1);
    try {
      const event = eventOf(push, submission, record);
      if (waitsForResume(record, event)) throw feedPaused(feed, headers);
      return { event, headers };
    } catch (error) {
      throw error instanceof ProblemError ? withHeaders(error, headers) : error;
    }
  }

  async #foreignPush(document: SentDocument, caller: Caller, signed: SignedRequest): Promise<Push> {
    const feed = feedOfCaller(undefined, caller);
    const record = this.#gate.admit(feed, signed);
    const submission = { feed, receivedAt: new Date(), submittedBy: caller.keyId };
    const { items, headers } = await this.#intake.read({ document, submission, record });
    return { event: onlyEventOf(items, feed, headers), headers };
  }
}

function withHeaders(error: ProblemError, headers: Readonly<Record<string, string>>): ProblemError {
  const { status, message, errors = [], cause } = error;
  return new ProblemError(status, message, {
    headers: { ...error.headers, ...headers },
    errors,
    cause,
  });
}
