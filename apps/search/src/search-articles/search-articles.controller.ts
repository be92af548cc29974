import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { SearchAnswer, SearchArticles } from '@warta/contracts';
import { ApiProblem, RequireScope } from '@warta/service';
import type { FastifyReply, FastifyRequest } from '@warta/service';
import { answerSearch } from './answer-search.ts';
import { SearchParts } from './search-parts.ts';
import { orProblem } from './search-problems.ts';

@Controller('v1/articles')
export class SearchArticlesController {
  readonly #parts: SearchParts;

  constructor(@Inject(SearchParts) parts: SearchParts) {
    this.#parts = parts;
  }

  @Get()
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'Articles that match, a page at a time.',
    description:
      'With `format` or Accept also as NDJSON, CSV, RSS, Atom or JSON Feed. With If-None-Match 304 while ' +
      'nothing of it has changed. Readers of feeds may send the key as the password of Basic (RFC 7617).',
  })
  @ApiResponse({ status: 200, standardSchema: SearchAnswer })
  @ApiProblem(400, 'A parameter is unknown or not valid, or the cursor is of another search.')
  async searchArticles(
    @Query({ schema: SearchArticles }) search: SearchArticles,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return orProblem(answerSearch(this.#parts, search, { request, reply }));
  }
}
