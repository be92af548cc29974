import { Controller, Delete, HttpCode, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { FeedName, PushAccepted, TakedownQuery } from '@warta/contracts';
import { ApiProblem, CurrentCaller, RequireScope } from '@warta/service';
import type { Caller, FastifyReply } from '@warta/service';
import { feedOfCaller } from '../submit-article/feed-of-caller.ts';
import { Submissions } from '../submit-article/submissions.ts';
import { withdrawArticle } from './withdraw-article.ts';

@Controller('v1/feeds/:feed/articles')
export class WithdrawArticleController {
  readonly #submissions: Submissions;

  constructor(@Inject(Submissions) submissions: Submissions) {
    this.#submissions = submissions;
  }

  @Delete()
  @HttpCode(202)
  @RequireScope('articles:write')
  @ApiOperation({
    summary: 'Take an article down',
    description:
      'Name it as it was pushed: by id when the push had one, else by url. Its text leaves all ' +
      'answers within seconds and no later push brings it back, until an admin restores it. An ' +
      'article that was never pushed is taken down in advance.',
  })
  @ApiResponse({ status: 202, description: 'Stored.', standardSchema: PushAccepted })
  @ApiProblem(400, 'Parameters that are not accepted, each by name.')
  async withdrawArticle(
    @Param('feed', { schema: FeedName }) named: string,
    @Query({ schema: TakedownQuery }) query: TakedownQuery,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PushAccepted> {
    const feed = feedOfCaller(named, caller);
    const submission = { feed, receivedAt: new Date(), submittedBy: caller.keyId };
    const accepted = await this.#submissions.acceptOne(withdrawArticle(query, submission));
    reply.header('location', this.#submissions.receiptUrl(accepted.receipt));
    return accepted;
  }
}
