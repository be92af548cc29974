import {
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { CallbackToken, DOCUMENT_BYTES_MAX, FeedName, HubQuery } from '@warta/contracts';
import type { ItemAnswer } from '@warta/contracts';
import {
  AccessBook,
  ApiProblem,
  GuardsBody,
  ProblemError,
  ReceivedDocument,
  TakesDocuments,
  unavailable,
} from '@warta/service';
import type { FastifyReply, SentDocument } from '@warta/service';
import { PAUSED_DETAIL } from '../feeds/feed-gate.ts';
import { callerOfFeed } from '../signed-push/push-gate.ts';
import { ItemIntake } from '../submit-items/item-intake.ts';
import { documentMediaTypes } from '../submit-items/taken-media-types.ts';
import { CallbackGuard } from './callback.controller.guard.ts';
import { WebSub } from './web-sub.ts';

/** An admin pauses a feed for minutes or hours; hubs space their tries themselves. */
const PAUSED_RETRY_SECONDS = 5 * 60;

/** Where hubs call. No key: the token cannot be guessed, and deliveries are signed. */
@Controller('v1/websub/:feed/:token')
export class WebSubCallbackController {
  readonly #webSub: WebSub;
  readonly #intake: ItemIntake;
  readonly #book: AccessBook;

  constructor(
    @Inject(WebSub) webSub: WebSub,
    @Inject(ItemIntake) intake: ItemIntake,
    @Inject(AccessBook) book: AccessBook,
  ) {
    this.#webSub = webSub;
    this.#intake = intake;
    this.#book = book;
  }

  @Get()
  @ApiOperation({
    summary: 'For hubs: verify a subscription, or deny it',
    description: 'W3C WebSub, 5.2 and 5.3. The challenge comes back when this was asked for.',
  })
  @ApiResponse({
    status: 200,
    description: 'The challenge.',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  @ApiProblem(400, 'Parameters that are not accepted, each by name.')
  @ApiProblem(404, 'This was not asked for.')
  @ApiProblem(503, 'Not possible just now; send the same again after Retry-After seconds.')
  async answerHub(
    @Param('feed', { schema: FeedName }) feed: string,
    @Param('token', { schema: CallbackToken }) token: string,
    @Query({ schema: HubQuery }) query: HubQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    this.#requireBook();
    const isAgreed = await this.#webSub.answer(feed, token, {
      mode: query['hub.mode'],
      topic: query['hub.topic'],
      leaseSeconds: query['hub.lease_seconds'],
      reason: query['hub.reason'],
    });
    if (!isAgreed) throw new ProblemError(404, 'This was not asked for.');
    reply.header('content-type', 'text/plain; charset=utf-8');
    return query['hub.challenge'] ?? '';
  }

  @Post()
  @HttpCode(202)
  @UseGuards(CallbackGuard)
  @GuardsBody(CallbackGuard)
  @TakesDocuments({
    bytesMax: DOCUMENT_BYTES_MAX,
    mediaTypes: documentMediaTypes,
  })
  @ApiOperation({
    summary: 'For hubs: deliver a topic’s content',
    description:
      'W3C WebSub, 7. Read as any document of the feed and answered once it is stored. Unsigned or ' +
      'wrongly signed it is ignored, with the same answer.',
  })
  @ApiResponse({ status: 202, description: 'Stored, or ignored.' })
  @ApiProblem(410, 'The subscription is over, or never was.')
  @ApiProblem(413, 'The document is larger than 4 MiB, or has too many items.')
  @ApiProblem(415, 'Neither the media type nor the content is of a format that is taken.')
  @ApiProblem(422, 'The document cannot be read, or every item is refused.')
  @ApiProblem(503, 'Not possible just now, as when the feed is paused; send the same again then.')
  async takeDelivery(
    @Param('feed', { schema: FeedName }) feed: string,
    @Param('token', { schema: CallbackToken }) token: string,
    @ReceivedDocument() document: SentDocument,
  ): Promise<void> {
    const delivery = await this.#webSub.delivery(feed, token, {
      signature: document.headers['x-hub-signature'],
      body: document.bytes,
    });
    if (delivery.kind === 'gone') {
      throw new ProblemError(410, 'This subscription is over: nothing more is taken here.');
    }
    // W3C WebSub, 7.1: locally ignored; the answer tells a forger nothing.
    if (delivery.kind === 'ignored') return;
    const record = this.#book.feed(feed);
    const { keyId: submittedBy } = callerOfFeed(feed);
    const submission = { feed, receivedAt: new Date(), submittedBy };
    const sent = { document, submission, record, baseUrl: delivery.topic };
    const { answer } = await this.#intake.take(sent).catch((error: unknown) => {
      throw orAgain(error);
    });
    const isPaused = ({ errors = [] }: ItemAnswer) =>
      errors.some(({ detail }) => detail === PAUSED_DETAIL);
    // What vanished stays so when it comes again with the rest.
    if (answer.items.some(isPaused)) throw again('The feed is paused.', PAUSED_RETRY_SECONDS);
  }

  /** A hub must not hear 404 or 410 from a process that has not read the topic yet. */
  #requireBook(): void {
    const reason = this.#book.unavailable(Date.now());
    if (reason !== undefined) throw unavailable(`Feeds cannot be checked just now: ${reason}.`);
  }
}

/** Hubs give a delivery up after most 4xx: what may be taken later must not be one. */
function orAgain(error: unknown): unknown {
  if (!(error instanceof ProblemError)) return error;
  const { status, message, headers } = error;
  if (status === 409) return again(message, PAUSED_RETRY_SECONDS);
  return status === 429 ? again(message, Number(headers['retry-after'] ?? 1)) : error;
}

const again = (detail: string, seconds: number) =>
  new ProblemError(503, detail, { headers: { 'retry-after': String(seconds) } });
