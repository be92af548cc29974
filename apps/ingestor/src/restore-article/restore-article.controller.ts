import { Controller, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { FeedName, PushAccepted, TakedownQuery } from '@warta/contracts';
import { ApiProblem, CurrentCaller, RequireScope } from '@warta/service';
import type { Caller, FastifyReply } from '@warta/service';
import { Submissions } from '../submissions/submissions.ts';
import { restoreArticle } from '../submissions/restore-article.ts';

@Controller('v1/feeds/:feed/articles/restore')
export class RestoreArticleController {
  readonly #submissions: Submissions;

  constructor(@Inject(Submissions) submissions: Submissions) {
    this.#submissions = submissions;
  }

  @Post()
  @HttpCode(202)
  @RequireScope('admin')
  @ApiOperation({
    summary: 'Lift a takedown',
    description:
      'Name the article as it was pushed, by id or by url. Its text was erased: it comes back with ' +
      'the next push of the feed. Of an article that was not taken down, nothing changes.',
  })
  @ApiResponse({ status: 202, description: 'Stored.', standardSchema: PushAccepted })
  @ApiProblem(400, 'Parameters that are not accepted, each by name.')
  async restoreArticle(
    @Param('feed', { schema: FeedName }) feed: string,
    @Query({ schema: TakedownQuery }) query: TakedownQuery,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PushAccepted> {
    const submission = { feed, receivedAt: new Date(), submittedBy: caller.keyId };
    const accepted = await this.#submissions.acceptOne(restoreArticle(query, submission));
    reply.header('location', this.#submissions.receiptUrl(accepted.receipt));
    return accepted;
  }
}
