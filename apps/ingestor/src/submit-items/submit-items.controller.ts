import { Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { DOCUMENT_BYTES_MAX, FeedName, ITEMS_MAX, ItemsAnswer } from '@warta/contracts';
import { ApiProblem, CurrentCaller, ReceivedDocument, TakesDocuments } from '@warta/service';
import type { Caller, FastifyReply, FastifyRequest, SentDocument } from '@warta/service';
import { AnswerOnce } from '../answer-once/answer-once.ts';
import { RequirePush, signedRequestOf } from '../signed-push/push-access.controller.guard.ts';
import { PushGate } from '../signed-push/push-gate.ts';
import { feedOfCaller } from '../submissions/feed-of-caller.ts';
import { ItemIntake } from './item-intake.ts';
import { documentMediaTypes } from './taken-media-types.ts';

@Controller('v1/feeds/:feed/items')
export class SubmitItemsController {
  readonly #intake: ItemIntake;
  readonly #gate: PushGate;
  readonly #once: AnswerOnce;

  constructor(
    @Inject(ItemIntake) intake: ItemIntake,
    @Inject(PushGate) gate: PushGate,
    @Inject(AnswerOnce) once: AnswerOnce,
  ) {
    this.#intake = intake;
    this.#gate = gate;
    this.#once = once;
  }

  @Post()
  @HttpCode(202)
  @RequirePush()
  @TakesDocuments({ bytesMax: DOCUMENT_BYTES_MAX, mediaTypes: documentMediaTypes })
  @ApiOperation({
    summary: 'Push a document of any format: a feed, a batch, a page',
    description:
      'docs/formats.md lists the formats. Answered item by item, in order, once every in-sync ' +
      'broker has all that were not refused; one bad item never costs the others. The same ' +
      `document again is harmless. At most ${ITEMS_MAX} items, and one content encoding of gzip, ` +
      'deflate, br and zstd.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({
    status: 202,
    description: 'The document was read; each item says what became of it.',
    standardSchema: ItemsAnswer,
  })
  @ApiProblem(400, 'The body did not arrive whole, or the Idempotency-Key is none.')
  @ApiProblem(
    409,
    'The feed is paused and all items are to be shown, or the same Idempotency-Key is under way.',
  )
  @ApiProblem(413, 'The document is larger than 4 MiB, or has too many items.')
  @ApiProblem(415, 'Neither the media type nor the content is of a format that is taken.')
  @ApiProblem(422, 'The document cannot be read, or every item is refused.')
  @ApiProblem(429, 'The key or the feed has pushed enough for this minute.')
  async submitItems(
    @Param('feed', { schema: FeedName }) named: string,
    @ReceivedDocument() document: SentDocument,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const feed = feedOfCaller(named, caller);
    const record = this.#gate.admit(feed, signedRequestOf(request));
    return this.#once.answer({ request, reply, document, caller }, async () => {
      const submission = { feed, receivedAt: new Date(), submittedBy: caller.keyId };
      const { answer, headers } = await this.#intake.take({ document, submission, record });
      return { status: 202, headers, body: JSON.stringify(answer) };
    });
  }
}
