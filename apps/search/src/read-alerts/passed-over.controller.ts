import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import {
  DiscardedPassedOver,
  DiscardPassedOver,
  PassedOverArticles,
  RetriedPassedOver,
  RetryPassedOver,
} from '@warta/contracts';
import { ApiProblem, RequireScope } from '@warta/service';
import { PassedOverStore } from '../match-alerts/passed-over.store.postgres.ts';

@Controller('v1/alerts/passed-over')
export class PassedOverController {
  readonly #store: PassedOverStore;

  constructor(@Inject(PassedOverStore) store: PassedOverStore) {
    this.#store = store;
  }

  @Get()
  @RequireScope('admin')
  @ApiOperation({
    summary: 'Articles that could not be matched with the saved searches, the newest first',
    description:
      'Each failed for itself, with the reason, and is tried again some times by itself.',
  })
  @ApiResponse({ status: 200, standardSchema: PassedOverArticles })
  async listPassedOver(): Promise<PassedOverArticles> {
    return this.#store.list();
  }

  @Post('retry')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({
    summary: 'Match articles again that were passed over, at once',
    description: 'What was told of them already is not told again.',
  })
  @ApiResponse({ status: 200, standardSchema: RetriedPassedOver })
  @ApiProblem(400, 'The body is not valid.')
  async retryPassedOver(
    @Body({ schema: RetryPassedOver }) { articleIds }: RetryPassedOver,
  ): Promise<RetriedPassedOver> {
    return { articles: await this.#store.askAgain(articleIds) };
  }

  @Post('discard')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({
    summary: 'Give up articles that were passed over: they are not tried again',
    description:
      'No saved search is told of them, unless a new state of one arrives. It makes room when so many ' +
      'were passed over that matching waits.',
  })
  @ApiResponse({ status: 200, standardSchema: DiscardedPassedOver })
  @ApiProblem(400, 'The body is not valid.')
  async discardPassedOver(
    @Body({ schema: DiscardPassedOver }) { articleIds }: DiscardPassedOver,
  ): Promise<DiscardedPassedOver> {
    return { articles: await this.#store.discard(articleIds) };
  }
}
