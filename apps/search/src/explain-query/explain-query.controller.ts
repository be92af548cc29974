import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ExplainQuery, QueryExplanation } from '@warta/contracts';
import { ApiProblem, preferredLanguage, RequireScope } from '@warta/service';
import type { FastifyReply } from '@warta/service';
import { Entities } from '../entity-book/entities.ts';
import { faultLanguages } from '../query-language/query-faults.ts';
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
  async explainQuery(
    @Query({ schema: ExplainQuery }) request: ExplainQuery,
    @Headers('accept-language') liked: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const language = request.in ?? preferredLanguage(liked, faultLanguages);
    try {
      const explanation = await explainQuery(this.#entities, { ...request, in: language });
      reply.header('content-language', language);
      if (request.in === undefined) reply.header('vary', 'accept-language');
      return explanation;
    } catch (error) {
      const problem = toProblem(error);
      // Without it the header decides of problems everywhere.
      throw request.in === undefined ? problem : toldIn(request.in, problem);
    }
  }
}
