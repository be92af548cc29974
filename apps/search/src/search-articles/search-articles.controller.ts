import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { SearchAnswer, SearchArticles } from '@warta/contracts';
import { ApiProblem, RequireScope } from '@warta/service';
import { searchArticles } from './search-articles.ts';
import { SearchParts } from './search-parts.ts';
import { toProblem } from './search-problems.ts';

@Controller('v1/articles')
export class SearchArticlesController {
  readonly #parts: SearchParts;

  constructor(@Inject(SearchParts) parts: SearchParts) {
    this.#parts = parts;
  }

  @Get()
  @RequireScope('search:read')
  @ApiOperation({ summary: 'Articles that match, a page at a time.' })
  @ApiResponse({ status: 200, standardSchema: SearchAnswer })
  @ApiProblem(400, 'A parameter is unknown or not valid, or the cursor is of another search.')
  async searchArticles(@Query({ schema: SearchArticles }) request: SearchArticles) {
    try {
      return await searchArticles(this.#parts, request);
    } catch (error) {
      throw toProblem(error);
    }
  }
}
