import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ExplainQuery, QueryExplanation } from '@warta/contracts';
import { ApiProblem, RequireScope } from '@warta/service';
import { Entities } from '../entity-book/entities.ts';
import { toldIn, toProblem } from '../search-articles/search-problems.ts';
import { explainQuery } from './explain-query.ts';

@Controller('v1/query')
export class ExplainQueryController {
  readonly #entities: Entities;

  constructor(@Inject(Entities) entities: Entities) {
    this.#entities = entities;
  }

  @Get('explain')
  @RequireScope('search:read')
  @ApiOperation({ summary: 'How a query is understood, in words and with the names it expands.' })
  @ApiResponse({ status: 200, standardSchema: QueryExplanation })
  @ApiProblem(400, 'The query cannot be read: at which column, and what was expected there.')
  async explainQuery(@Query({ schema: ExplainQuery }) request: ExplainQuery) {
    try {
      return await explainQuery(this.#entities, request);
    } catch (error) {
      const problem = toProblem(error);
      throw request.in === 'en' ? problem : toldIn(request.in, problem);
    }
  }
}
