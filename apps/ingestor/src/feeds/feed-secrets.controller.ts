import { Body, Controller, Delete, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { FeedName, FeedSecretId, FeedView, RotateSecret, SecretCreated } from '@warta/contracts';
import { ApiProblem, CurrentCaller, ProblemError, RequireScope } from '@warta/service';
import type { Caller } from '@warta/service';
import { requireFeed, viewOf, withoutSecret, withSecret } from './feed-record.ts';
import { FeedRegistry } from './feed-registry.ts';
import { hasSecret, makeSecret } from './signing-secret.ts';

@Controller('v1/feeds/:feed/secrets')
export class FeedSecretsController {
  readonly #feeds: FeedRegistry;

  constructor(@Inject(FeedRegistry) feeds: FeedRegistry) {
    this.#feeds = feeds;
  }

  @Post()
  @RequireScope('admin')
  @ApiOperation({
    summary: 'Give a feed a signing secret, or another one',
    description:
      'From then on unsigned pushes of the feed are refused. The secrets it had still count for ' +
      'overlapHours. The secret is shown this once; Warta keeps it sealed.',
  })
  @ApiResponse({ status: 201, description: 'Made.', standardSchema: SecretCreated })
  @ApiProblem(400, 'Fields that are not accepted, each by name.')
  @ApiProblem(404, 'There is no such feed.')
  @ApiProblem(409, 'Too many secrets of the feed still count, or another feed has this one.')
  async rotateSecret(
    @Param('feed', { schema: FeedName }) feed: string,
    @Body({ schema: RotateSecret }) wanted: RotateSecret,
    @CurrentCaller() caller: Caller,
  ): Promise<SecretCreated> {
    this.#requireOwn(feed, wanted.secret);
    const createdAt = new Date();
    const { secret, record } = makeSecret(
      { feed, given: wanted.secret, createdAt },
      this.#feeds.sealer,
    );
    await this.#feeds.change(
      feed,
      (before) => withSecret(requireFeed(before, feed), record, wanted, createdAt.getTime()),
      { by: caller.keyId },
    );
    const { sealed: _sealed, ...view } = record;
    return { ...view, secret };
  }

  /** A signature names no feed: what one had signed could be sent as the other's. */
  #requireOwn(feed: string, given: string | undefined): void {
    if (given === undefined) return;
    const others = this.#feeds.list().filter((other) => other.feed !== feed);
    const other = others.find((one) => hasSecret(one, given, this.#feeds.sealer));
    if (other === undefined) return;
    throw new ProblemError(
      409,
      `The feed ${other.feed} has this secret: give each feed one of its own.`,
    );
  }

  @Delete(':secretId')
  @RequireScope('admin')
  @ApiOperation({
    summary: 'End a signing secret at once',
    description: 'When it was the last one, unsigned pushes are taken again.',
  })
  @ApiResponse({ status: 200, description: 'Ended.', standardSchema: FeedView })
  @ApiProblem(404, 'There is no such feed, or no such secret.')
  async endSecret(
    @Param('feed', { schema: FeedName }) feed: string,
    @Param('secretId', { schema: FeedSecretId }) secretId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<FeedView> {
    const record = await this.#feeds.change(
      feed,
      (before) => withoutSecret(requireFeed(before, feed), secretId),
      { by: caller.keyId },
    );
    return viewOf(record);
  }
}
