import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ExportArticles } from '@warta/contracts';
import {
  AccessBook,
  ApiProblem,
  CurrentCaller,
  ProblemError,
  RequireScope,
  streamAnswer,
} from '@warta/service';
import type { Caller, FastifyReply } from '@warta/service';
import { toProblem } from '../search-articles/search-problems.ts';
import { SearchParts } from '../search-articles/search-parts.ts';
import { exportArticles, ExportRevokedError } from './export-articles.ts';
import { ExportPlaces } from './export-places.ts';
import { exportHeaders, exportText } from './export-text.ts';
import { atLeastPace } from './least-pace.ts';

@Controller('v1/articles/export')
export class ExportArticlesController {
  readonly #parts: SearchParts;
  readonly #book: AccessBook;
  readonly #places = new ExportPlaces();

  constructor(@Inject(SearchParts) parts: SearchParts, @Inject(AccessBook) book: AccessBook) {
    this.#parts = parts;
    this.#book = book;
  }

  @Get()
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'Every article that matches, as a stream: NDJSON or CSV, of any length.',
    description:
      'The lines come as fast as they are read; a reader slower than 8 KiB/s is cut. An answer that ends without an error is complete; when ' +
      'something fails on the way, the connection is cut.',
  })
  @ApiResponse({
    status: 200,
    description: 'One article in each line; of CSV the first line has the names of the columns.',
    content: { 'application/x-ndjson': {}, 'text/csv': {} },
  })
  @ApiProblem(400, 'A parameter is unknown or not valid.')
  async exportArticles(
    @Query({ schema: ExportArticles }) request: ExportArticles,
    @CurrentCaller() caller: Caller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isAllowed = () => this.#book.isStillOpen(caller, 'search:read', Date.now());
    await this.#places.run(caller.keyId, async () => {
      let isTooSlow = false;
      const cut = () => {
        isTooSlow = true;
        reply.raw.destroy();
      };
      try {
        const text = await exportText(exportArticles(this.#parts, request, isAllowed), request);
        const { pieces, stop } = atLeastPace(text, cut);
        await streamAnswer(reply, exportHeaders(request), pieces).finally(stop);
        if (isTooSlow) throw new ProblemError(503, 'The reader of an export was too slow.');
      } catch (error) {
        // Once lines have been sent it is only logged: the connection has been cut.
        throw error instanceof ExportRevokedError
          ? new ProblemError(401, 'The key counts no more.')
          : toProblem(error);
      }
    });
  }
}
