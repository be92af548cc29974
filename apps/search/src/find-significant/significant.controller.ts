import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { AskSignificant, Significant } from '@warta/contracts';
import { ApiProblem, RequireScope } from '@warta/service';
import { SearchParts } from '../search-articles/search-parts.ts';
import { orProblem } from '../search-articles/search-problems.ts';
import { findSignificant } from './find-significant.ts';

@Controller('v1/significant')
export class SignificantController {
  readonly #parts: SearchParts;

  constructor(@Inject(SearchParts) parts: SearchParts) {
    this.#parts = parts;
  }

  @Get()
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'Entities and words that matching articles have more often than others.',
  })
  @ApiResponse({ status: 200, standardSchema: Significant })
  @ApiProblem(400, 'A parameter is unknown or not valid.')
  async findSignificant(
    @Query({ schema: AskSignificant }) request: AskSignificant,
  ): Promise<Significant> {
    return orProblem(findSignificant(this.#parts, request));
  }
}
