import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import {
  Delivery,
  DeliveryPage,
  ListDeliveries,
  SearchId,
  WebhookList,
  WebhookSecret,
} from '@warta/contracts';
import type { SavedSearch } from '@warta/contracts';
import { ApiProblem, CurrentCaller, ProblemError, RequireScope } from '@warta/service';
import type { Caller } from '@warta/service';
import { SavedSearchStore } from '../saved-searches/saved-search.store.postgres.ts';
import { viewOf } from '../saved-searches/team-view.ts';
import { DeliveryLog, InvalidDeliveryCursorError } from './delivery-log.store.postgres.ts';
import { DeliveryQueue } from './delivery-queue.store.postgres.ts';

@Controller('v1')
export class DeliveriesController {
  readonly #log: DeliveryLog;
  readonly #queue: DeliveryQueue;
  readonly #searches: SavedSearchStore;

  constructor(
    @Inject(DeliveryLog) log: DeliveryLog,
    @Inject(DeliveryQueue) queue: DeliveryQueue,
    @Inject(SavedSearchStore) searches: SavedSearchStore,
  ) {
    this.#log = log;
    this.#queue = queue;
    this.#searches = searches;
  }

  @Get('deliveries')
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'What was sent to receivers of the team’s alerts, with every try, the newest first',
  })
  @ApiResponse({ status: 200, standardSchema: DeliveryPage })
  @ApiProblem(400, 'A parameter is unknown or not valid.')
  async listDeliveries(
    @Query({ schema: ListDeliveries }) wanted: ListDeliveries,
    @CurrentCaller() caller: Caller,
  ): Promise<DeliveryPage> {
    try {
      return await this.#log.list(viewOf(caller), wanted);
    } catch (error) {
      if (!(error instanceof InvalidDeliveryCursorError)) throw error;
      throw new ProblemError(400, `The parameter cursor ${error.message}.`, {
        errors: [{ pointer: '?cursor', detail: error.message }],
      });
    }
  }

  @Post('deliveries/:id/redeliver')
  @HttpCode(202)
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'Send a delivery again, whatever became of it',
    description: 'With the same webhook-id, and with all tries before it.',
  })
  @ApiResponse({ status: 202, standardSchema: Delivery })
  @ApiProblem(404, 'The team has no such delivery.')
  async redeliver(
    @Param('id', { schema: SearchId }) id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Delivery> {
    const delivery = await this.#log.redeliver(viewOf(caller), id);
    if (delivery !== undefined) return delivery;
    throw new ProblemError(404, `Your team has no delivery ${id}: GET /v1/deliveries lists them.`);
  }

  @Get('searches/:id/webhooks')
  @RequireScope('search:read')
  @ApiOperation({ summary: 'The receivers of a saved search and how they answer' })
  @ApiResponse({ status: 200, standardSchema: WebhookList })
  @ApiProblem(404, 'The team has no such search.')
  async listWebhooks(
    @Param('id', { schema: SearchId }) id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<WebhookList> {
    const { notify } = await this.#search(caller, id);
    await this.#queue.ensureWebhooks(
      id,
      notify.webhooks.map(({ url }) => url),
    );
    return { data: await this.#log.webhooks(id) };
  }

  @Post('searches/:id/webhooks/:webhook/secret')
  @HttpCode(200)
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'Give a receiver a new secret to verify signatures with',
    description: 'The one before ends at once. Each receiver has one from the start, unseen.',
  })
  @ApiResponse({ status: 200, standardSchema: WebhookSecret })
  @ApiProblem(404, 'The team has no such search, or it no such receiver.')
  async rotateSecret(
    @Param('id', { schema: SearchId }) id: string,
    @Param('webhook', { schema: SearchId }) webhook: string,
    @CurrentCaller() caller: Caller,
  ): Promise<WebhookSecret> {
    await this.#search(caller, id);
    const secret = await this.#log.rotateSecret(id, webhook);
    if (secret !== undefined) return { secret };
    throw noWebhook(id, webhook);
  }

  @Post('searches/:id/webhooks/:webhook/test')
  @HttpCode(202)
  @RequireScope('search:read')
  @ApiOperation({ summary: 'Send a receiver a message without news, signed as alerts are' })
  @ApiResponse({ status: 202, standardSchema: Delivery })
  @ApiProblem(404, 'The team has no such search, or it no such receiver.')
  async testWebhook(
    @Param('id', { schema: SearchId }) id: string,
    @Param('webhook', { schema: SearchId }) webhook: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Delivery> {
    await this.#search(caller, id);
    const found = (await this.#log.webhooks(id)).find((one) => one.id === webhook);
    if (found === undefined) throw noWebhook(id, webhook);
    const delivery = await this.#log.get(undefined, await this.#queue.addTest(id, found.url));
    if (delivery !== undefined) return delivery;
    throw noWebhook(id, webhook);
  }

  async #search(caller: Caller, id: string): Promise<SavedSearch> {
    const search = await this.#searches.get(viewOf(caller), id);
    if (search !== undefined) return search;
    throw new ProblemError(
      404,
      `Your team has no saved search ${id}: GET /v1/searches lists them.`,
    );
  }
}

function noWebhook(id: string, webhook: string): ProblemError {
  return new ProblemError(
    404,
    `The search ${id} has no receiver ${webhook}: GET /v1/searches/${id}/webhooks lists them.`,
  );
}
