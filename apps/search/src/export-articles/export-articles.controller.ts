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
  Turns,
} from '@warta/service';
import type { Caller, FastifyReply } from '@warta/service';
import { toProblem } from '../search-articles/search-problems.ts';
import { SearchParts } from '../search-articles/search-parts.ts';
import { exportArticles, ExportRevokedError } from './export-articles.ts';
import { exportHeaders, exportText } from './export-text.ts';

/** Each keeps a search of Elasticsearch busy for as long as its reader reads. */
const EXPORTS_AT_ONCE_MAX = 4;
const WAITING_MAX = 8;
/** With the time its first page takes, below the deadline of requests. */
const WAIT_MS = 5_000;

@Controller('v1/articles/export')
export class ExportArticlesController {
  readonly #parts: SearchParts;
  readonly #book: AccessBook;
  readonly #turns = new Turns({
    runningMax: EXPORTS_AT_ONCE_MAX,
    waitingMax: WAITING_MAX,
    waitMs: WAIT_MS,
    refusal: 'Too many exports at once; ask again when one has ended.',
  });

  constructor(@Inject(SearchParts) parts: SearchParts, @Inject(AccessBook) book: AccessBook) {
    this.#parts = parts;
    this.#book = book;
  }

  @Get()
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'Every article that matches, as a stream: NDJSON or CSV, of any length.',
    description:
      'The lines come as fast as they are read. An answer that ends without an error is complete; when ' +
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
    await this.#turns.run(async () => {
      try {
        const pages = exportArticles(this.#parts, request, isAllowed);
        await streamAnswer(reply, exportHeaders(request), await exportText(pages, request));
      } catch (error) {
        // Once lines have been sent it is only logged: the connection has been cut.
        throw error instanceof ExportRevokedError
          ? new ProblemError(401, 'The key counts no more.')
          : toProblem(error);
      }
    });
  }
}
