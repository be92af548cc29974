import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { AskAttention, Attention } from '@warta/contracts';
import { ApiProblem, RequireScope } from '@warta/service';
import { SearchParts } from '../search-articles/search-parts.ts';
import { orProblem } from '../search-articles/search-problems.ts';
import { readAttention } from './read-attention.ts';

@Controller('v1/attention')
export class AttentionController {
  readonly #parts: SearchParts;

  constructor(@Inject(SearchParts) parts: SearchParts) {
    this.#parts = parts;
  }

  @Get()
  @RequireScope('search:read')
  @ApiOperation({ summary: 'How much of all that was published matches, over time.' })
  @ApiResponse({ status: 200, standardSchema: Attention })
  @ApiProblem(400, 'A parameter is unknown or not valid, or makes too many points.')
  async readAttention(@Query({ schema: AskAttention }) request: AskAttention): Promise<Attention> {
    return orProblem(readAttention(this.#parts, request));
  }
}
