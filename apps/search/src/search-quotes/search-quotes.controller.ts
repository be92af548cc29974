import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { QuotesAnswer, SearchQuotes } from '@warta/contracts';
import { ApiProblem, RequireScope } from '@warta/service';
import { Entities } from '../entity-book/entities.ts';
import { orProblem } from '../search-articles/search-problems.ts';
import { searchQuotes } from './search-quotes.ts';

@Controller('v1/quotes')
export class SearchQuotesController {
  readonly #entities: Entities;

  constructor(@Inject(Entities) entities: Entities) {
    this.#entities = entities;
  }

  @Get()
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'What was said: by whom, about whom, in which words.',
    description:
      'Everything asked for is true of one and the same quote. Those of the newest articles come first.',
  })
  @ApiResponse({ status: 200, standardSchema: QuotesAnswer })
  @ApiProblem(400, 'A parameter is unknown or not valid, or the cursor is of another search.')
  async searchQuotes(@Query({ schema: SearchQuotes }) request: SearchQuotes) {
    return orProblem(searchQuotes(this.#entities, request));
  }
}
