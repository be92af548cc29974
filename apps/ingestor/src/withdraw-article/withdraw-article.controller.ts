import { Controller, Delete, HttpCode, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { FeedName, PushAccepted, TakedownQuery } from '@warta/contracts';
import { ApiProblem, CurrentCaller } from '@warta/service';
import type { Caller, FastifyReply } from '@warta/service';
import { RequirePush, SignedPush } from '../signed-push/push-access.controller.guard.ts';
import { PushGate } from '../signed-push/push-gate.ts';
import type { SignedRequest } from '../signed-push/push-gate.ts';
import { feedOfCaller } from '../submit-article/feed-of-caller.ts';
import { Submissions } from '../submit-article/submissions.ts';
import { withdrawArticle } from './withdraw-article.ts';

@Controller('v1/feeds/:feed/articles')
export class WithdrawArticleController {
  readonly #submissions: Submissions;
  readonly #gate: PushGate;

  constructor(@Inject(Submissions) submissions: Submissions, @Inject(PushGate) gate: PushGate) {
    this.#submissions = submissions;
    this.#gate = gate;
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
      '`DELETE`, a space, and the path and query as they are sent, in place of a body.',
  })
  @ApiResponse({ status: 202, description: 'Stored.', standardSchema: PushAccepted })
  @ApiProblem(400, 'Parameters that are not accepted, each by name.')
  async withdrawArticle(
    @Param('feed', { schema: FeedName }) named: string,
    @Query({ schema: TakedownQuery }) query: TakedownQuery,
    @CurrentCaller() caller: Caller,
    @SignedPush() signed: SignedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PushAccepted> {
    const feed = feedOfCaller(named, caller);
    this.#gate.admitTakedown(feed, signed);
    const submission = { feed, receivedAt: new Date(), submittedBy: caller.keyId };
    const accepted = await this.#submissions.acceptOne(withdrawArticle(query, submission));
    reply.header('location', this.#submissions.receiptUrl(accepted.receipt));
    return accepted;
  }
}
