import { Body, Controller, Delete, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { FeedName, FeedView, SubscribeFeed } from '@warta/contracts';
import { ApiProblem, CurrentCaller, RequireScope } from '@warta/service';
import type { Caller } from '@warta/service';
import { viewOf } from '../feeds/feed-record.ts';
import { WebSub } from './web-sub.ts';

@Controller('v1/feeds/:feed/websub')
export class WebSubController {
  readonly #webSub: WebSub;

  constructor(@Inject(WebSub) webSub: WebSub) {
    this.#webSub = webSub;
  }

  @Post()
  @HttpCode(202)
  @RequireScope('admin')
  @ApiOperation({
    summary: 'Subscribe a feed to a topic by WebSub',
    description:
      'From then on the topic’s hub delivers it, and what it delivers is read as any document of ' +
      'the feed. Active once the hub has asked back. The lease is renewed before it ends. A feed ' +
      'follows one topic: another one takes its place.',
  })
  @ApiResponse({ status: 202, description: 'The hub was asked.', standardSchema: FeedView })
  @ApiProblem(400, 'Fields that are not accepted, each by name.')
  @ApiProblem(404, 'There is no such feed.')
  @ApiProblem(409, 'WebSub is off: WARTA_INGESTOR_URL is not set.')
  @ApiProblem(422, 'The topic names no hub, or the hub did not take it.')
  async subscribeFeed(
    @Param('feed', { schema: FeedName }) feed: string,
    @Body({ schema: SubscribeFeed }) wanted: SubscribeFeed,
    @CurrentCaller() caller: Caller,
  ): Promise<FeedView> {
    return viewOf(await this.#webSub.subscribe(feed, wanted, caller.keyId));
  }

  @Delete()
  @RequireScope('admin')
  @ApiOperation({
    summary: 'End a feed’s subscription',
    description: 'Deliveries get 410 from then on; the hub is told.',
  })
  @ApiResponse({ status: 200, description: 'Ended.', standardSchema: FeedView })
  @ApiProblem(404, 'There is no such feed, or it is not subscribed to anything.')
  async unsubscribeFeed(
    @Param('feed', { schema: FeedName }) feed: string,
    @CurrentCaller() caller: Caller,
  ): Promise<FeedView> {
    return viewOf(await this.#webSub.unsubscribe(feed, caller.keyId));
  }
}
