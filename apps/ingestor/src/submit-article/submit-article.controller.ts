import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { PushAccepted, PushArticle } from '@warta/contracts';
import { BodyHtmlError } from '@warta/formats';
import { ApiProblem, CurrentCaller, ProblemError, RequireScope } from '@warta/service';
import type { Caller, FastifyReply } from '@warta/service';
import { feedOfCaller } from './feed-of-caller.ts';
import { submitArticle } from './submit-article.ts';
import { Submissions } from './submissions.ts';

@Controller('v1/articles')
export class SubmitArticleController {
  readonly #submissions: Submissions;

  constructor(@Inject(Submissions) submissions: Submissions) {
    this.#submissions = submissions;
  }

  @Post()
  @HttpCode(202)
  @RequireScope('articles:write')
  @ApiOperation({
    summary: 'Push an article or a correction of it',
    description:
      'Answered once every in-sync broker has it. The same request again is harmless and gets the ' +
      'same answer. An article is known by the feed’s own id, else by its URL: send corrections ' +
      'under the same one, with a higher version or a later updatedAt.',
  })
  @ApiResponse({
    status: 202,
    description: 'Stored. It can be searched within seconds.',
    standardSchema: PushAccepted,
    headers: {
      Location: { description: 'The article in the search API.', schema: { type: 'string' } },
    },
  })
  @ApiProblem(400, 'Fields that are not accepted, each by name.')
  @ApiProblem(413, 'The body is larger than 1 MiB.')
  @ApiProblem(415, 'The body is not application/json.')
  async submitArticle(
    @Body({ schema: PushArticle }) push: PushArticle,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PushAccepted> {
    const feed = feedOfCaller(push.feed, caller);
    const submission = { feed, receivedAt: new Date(), submittedBy: caller.keyId };
    const accepted = await this.#submissions.accept(eventOf(push, submission));
    reply.header('location', accepted.location);
    return accepted;
  }
}

function eventOf(...[push, submission]: Parameters<typeof submitArticle>) {
  try {
    return submitArticle(push, submission);
  } catch (error) {
    if (!(error instanceof BodyHtmlError)) throw error;
    throw new ProblemError(400, 'The body has fields that are not accepted.', {
      errors: [{ pointer: '/bodyHtml', detail: error.message }],
    });
  }
}
