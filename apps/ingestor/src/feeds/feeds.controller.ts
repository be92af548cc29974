import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Res,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ChangeFeed, FeedList, FeedName, FeedView, RegisterFeed } from '@warta/contracts';
import type { FeedRecord } from '@warta/contracts';
import { ApiProblem, CurrentCaller, ProblemError, RequireScope } from '@warta/service';
import type { Caller, FastifyReply } from '@warta/service';
import { changedFeed, etagOf, newFeed, requireFeed, viewOf } from './feed-record.ts';
import { FeedRegistry } from './feed-registry.ts';
import type { FeedChange } from './feed-registry.ts';

const IfMatch = ApiHeader({
  name: 'If-Match',
  required: false,
  description: 'ETag of the state to change; without it, the change is made to whatever is there.',
});

@Controller('v1/feeds')
export class FeedsController {
  readonly #feeds: FeedRegistry;

  constructor(@Inject(FeedRegistry) feeds: FeedRegistry) {
    this.#feeds = feeds;
  }

  @Post()
  @RequireScope('admin')
  @ApiOperation({
    summary: 'Register a feed',
    description:
      'Feeds that only keys name can push as well; a registered one can be paused, sign its ' +
      'pushes, have defaults, and be subscribed to by WebSub.',
  })
  @ApiResponse({ status: 201, description: 'Registered.', standardSchema: FeedView })
  @ApiProblem(400, 'Fields that are not accepted, each by name.')
  @ApiProblem(409, 'There is a feed of this name.')
  async registerFeed(
    @Body({ schema: RegisterFeed }) wanted: RegisterFeed,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedView> {
    const { feed } = wanted;
    const register: FeedChange = (before, stamp) => {
      if (before === undefined) return newFeed(wanted, stamp);
      throw new ProblemError(409, `The feed ${feed} is registered: change it with PATCH.`);
    };
    const record = await this.#feeds.change(feed, register, { by: caller.keyId });
    reply.header('location', `/v1/feeds/${feed}`);
    return answer(record, reply);
  }

  @Get()
  @RequireScope('admin')
  @ApiOperation({ summary: 'List all registered feeds by name' })
  @ApiResponse({ status: 200, description: 'Their settings.', standardSchema: FeedList })
  listFeeds(): FeedList {
    return { feeds: this.#feeds.list().map(viewOf) };
  }

  @Get(':feed')
  @RequireScope('admin')
  @ApiOperation({ summary: 'Read a feed’s settings' })
  @ApiResponse({ status: 200, description: 'Its settings.', standardSchema: FeedView })
  @ApiProblem(404, 'There is no such feed.')
  readFeed(
    @Param('feed', { schema: FeedName }) feed: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): FeedView {
    return answer(requireFeed(this.#feeds.get(feed), feed), reply);
  }

  @Patch(':feed')
  @RequireScope('admin')
  @IfMatch
  @ApiOperation({
    summary: 'Change a feed',
    description:
      'What is left out stays, null takes away. Two changes at once are both made, whichever ' +
      'process takes them; of the same field the later one stays. With If-Match, only the state ' +
      'that was read is changed.',
  })
  @ApiResponse({ status: 200, description: 'Changed.', standardSchema: FeedView })
  @ApiProblem(400, 'Fields that are not accepted, each by name.')
  @ApiProblem(404, 'There is no such feed.')
  @ApiProblem(412, 'The feed was changed since it was read.')
  async changeFeed(
    @Param('feed', { schema: FeedName }) feed: string,
    @Body({ schema: ChangeFeed }) change: ChangeFeed,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedView> {
    const options = { by: caller.keyId, ifMatch };
    const make: FeedChange = (before) => changedFeed(requireFeed(before, feed), change);
    return answer(await this.#feeds.change(feed, make, options), reply);
  }

  @Post(':feed/pause')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({
    summary: 'Pause a feed',
    description:
      'Its pushes get 409 and are not taken, here at once, soon anywhere. Takedowns still are.',
  })
  @ApiResponse({ status: 200, description: 'Paused.', standardSchema: FeedView })
  @ApiProblem(404, 'There is no such feed.')
  pauseFeed(
    @Param('feed', { schema: FeedName }) feed: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedView> {
    return this.#setState(feed, 'paused', caller, reply);
  }

  @Post(':feed/resume')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({ summary: 'Resume a paused feed' })
  @ApiResponse({ status: 200, description: 'Active.', standardSchema: FeedView })
  @ApiProblem(404, 'There is no such feed.')
  resumeFeed(
    @Param('feed', { schema: FeedName }) feed: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedView> {
    return this.#setState(feed, 'active', caller, reply);
  }

  async #setState(
    feed: string,
    state: FeedRecord['state'],
    caller: Caller,
    reply: FastifyReply,
  ): Promise<FeedView> {
    const make: FeedChange = (before) => ({ ...requireFeed(before, feed), state });
    return answer(await this.#feeds.change(feed, make, { by: caller.keyId }), reply);
  }
}

function answer(record: FeedRecord, reply: FastifyReply): FeedView {
  reply.header('etag', etagOf(record));
  return viewOf(record);
}
