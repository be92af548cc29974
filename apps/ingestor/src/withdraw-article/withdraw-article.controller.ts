import { Controller, Delete, HttpCode, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { FeedName, PushAccepted, TakedownQuery } from '@warta/contracts';
import { ApiProblem, CurrentCaller, ReceivedDocument } from '@warta/service';
import type { Caller, FastifyReply, FastifyRequest, SentDocument } from '@warta/service';
import { AnswerOnce } from '../answer-once/answer-once.ts';
import { RequirePush, signedRequestOf } from '../signed-push/push-access.controller.guard.ts';
import { PushGate } from '../signed-push/push-gate.ts';
import { feedOfCaller } from '../submissions/feed-of-caller.ts';
import { Submissions } from '../submissions/submissions.ts';
import { TakedownRates } from './takedown-rates.ts';
import { withdrawArticle } from '../submissions/withdraw-article.ts';

const NOTHING = Buffer.alloc(0);

@Controller('v1/feeds/:feed/articles')
export class WithdrawArticleController {
  readonly #submissions: Submissions;
  readonly #gate: PushGate;
  readonly #rates: TakedownRates;
  readonly #once: AnswerOnce;

  constructor(
    @Inject(Submissions) submissions: Submissions,
    @Inject(PushGate) gate: PushGate,
    @Inject(TakedownRates) rates: TakedownRates,
    @Inject(AnswerOnce) once: AnswerOnce,
  ) {
    this.#submissions = submissions;
    this.#gate = gate;
    this.#rates = rates;
    this.#once = once;
  }

  @Delete()
  @HttpCode(202)
  @RequirePush()
  @ApiOperation({
    summary: 'Take an article down',
    description:
      'Name it as it was pushed: by id when the push had one, else by url. Its text leaves all ' +
      'answers within seconds and no later push brings it back, until an admin restores it. An ' +
      'article that was never pushed is taken down in advance. A feed with a signing secret signs ' +
      '`DELETE`, a space, and the path and query as they are sent, in place of a body, by Standard ' +
      'Webhooks; plain HMAC proves no time, and is refused here.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({ status: 202, description: 'Stored.', standardSchema: PushAccepted })
  @ApiProblem(400, 'Parameters that are not accepted, each by name.')
  @ApiProblem(
    409,
    'The same Idempotency-Key or webhook-id is under way, or its answer is forgotten.',
  )
  @ApiProblem(422, 'The Idempotency-Key or webhook-id came with another request before.')
  @ApiProblem(429, 'The key or the feed has taken down enough for this minute.')
  async withdrawArticle(
    @Param('feed', { schema: FeedName }) named: string,
    @Query({ schema: TakedownQuery }) query: TakedownQuery,
    @CurrentCaller() caller: Caller,
    @ReceivedDocument() sent: SentDocument,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const feed = feedOfCaller(named, caller);
    this.#gate.admitTakedown(feed, signedRequestOf(request));
    // All of it is in its address: a body would neither be read nor be signed.
    const document = { ...sent, bytes: NOTHING, contentType: undefined };
    return this.#once.answer({ request, reply, document, caller }, async () => {
      const rate = await this.#rates.spend(caller.keyId, feed);
      const submission = { feed, receivedAt: new Date(), submittedBy: caller.keyId };
      const accepted = await this.#submissions.acceptOne(withdrawArticle(query, submission));
      const location = this.#submissions.receiptUrl(accepted.receipt);
      return { status: 202, headers: { ...rate, location }, body: JSON.stringify(accepted) };
    });
  }
}
