import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { SearchAnswer, SearchArticles } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import { ApiProblem, ProblemError, RequireScope, unavailable } from '@warta/service';
import { InvalidCursorError } from './cursor.ts';
import { InvalidSearchError } from './invalid-search-error.ts';
import { searchArticles } from './search-articles.ts';
import { SearchParts } from './search-parts.ts';

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

function toProblem(error: unknown): unknown {
  if (error instanceof InvalidSearchError) return badParameter(error.parameter, error.message);
  if (error instanceof InvalidCursorError) return badParameter('cursor', error.message);
  if (error instanceof TransientError) {
    return unavailable('The index does not answer just now; send the same request again.', error);
  }
  return error;
}

function badParameter(name: string, detail: string): ProblemError {
  return new ProblemError(400, `The parameter ${name} ${detail}.`, {
    errors: [{ pointer: `?${name}`, detail }],
  });
}
