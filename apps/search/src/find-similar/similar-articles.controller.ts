import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { AskSimilar, SimilarArticles } from '@warta/contracts';
import { ApiProblem, ProblemError, RequireScope } from '@warta/service';
import { z } from 'zod';
import { SearchParts } from '../search-articles/search-parts.ts';
import { orProblem } from '../search-articles/search-problems.ts';
import { findSimilar } from './find-similar.ts';

@Controller('v1/articles')
export class SimilarArticlesController {
  readonly #parts: SearchParts;

  constructor(@Inject(SearchParts) parts: SearchParts) {
    this.#parts = parts;
  }

  @Get(':id/similar')
  @RequireScope('search:read')
  @ApiOperation({ summary: 'Articles about the same as this one, without its copies.' })
  @ApiResponse({ status: 200, standardSchema: SimilarArticles })
  @ApiProblem(400, 'The id is no UUID, or a parameter is unknown or not valid.')
  @ApiProblem(404, 'No such article, or it is still on its way or under embargo.')
  @ApiProblem(410, 'The article was taken down, or its publisher withholds it.')
  async findSimilar(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: AskSimilar }) request: AskSimilar,
  ): Promise<SimilarArticles> {
    const found = await orProblem(findSimilar(this.#parts, id.toLowerCase(), request));
    if (typeof found === 'object') return found;
    throw found === 'unknown' || found === 'held'
      ? new ProblemError(404, 'There is no such article, or it cannot be shown yet.')
      : new ProblemError(410, 'The article was taken down or withheld.');
  }
}
