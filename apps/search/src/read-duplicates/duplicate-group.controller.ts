import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { DuplicateGroup, ReadDuplicates } from '@warta/contracts';
import { ApiProblem, ProblemError, RequireScope } from '@warta/service';
import { z } from 'zod';
import { SearchParts } from '../search-articles/search-parts.ts';
import { orProblem } from '../search-articles/search-problems.ts';
import { readDuplicates } from './read-duplicates.ts';

@Controller('v1/duplicates')
export class DuplicateGroupController {
  readonly #parts: SearchParts;

  constructor(@Inject(SearchParts) parts: SearchParts) {
    this.#parts = parts;
  }

  @Get(':group')
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'Who told one text, in the order of time. Found by the group or any article in it.',
  })
  @ApiResponse({ status: 200, standardSchema: DuplicateGroup })
  @ApiProblem(400, 'The id is no UUID, or a parameter is unknown or not valid.')
  @ApiProblem(404, 'No article of such a group can be shown.')
  async readDuplicates(
    @Param('group', { schema: z.uuid() }) group: string,
    @Query({ schema: ReadDuplicates }) request: ReadDuplicates,
  ): Promise<DuplicateGroup> {
    const found = await orProblem(readDuplicates(this.#parts.index, group.toLowerCase(), request));
    if (found === undefined) {
      throw new ProblemError(404, 'There is no such group, or no article of it can be shown.');
    }
    return found;
  }
}
