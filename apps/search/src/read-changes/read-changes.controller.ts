import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ChangesAnswer, ReadChanges } from '@warta/contracts';
import { ApiProblem, RequireScope } from '@warta/service';
import { toProblem } from '../search-articles/search-problems.ts';
import { ChangesReader } from './read-changes.ts';

@Controller('v1/changes')
export class ReadChangesController {
  readonly #changes: ChangesReader;

  constructor(@Inject(ChangesReader) changes: ChangesReader) {
    this.#changes = changes;
  }

  @Get()
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'Every article that changed since a cursor, for copies kept elsewhere.',
  })
  @ApiResponse({ status: 200, standardSchema: ChangesAnswer })
  @ApiProblem(400, 'A parameter is unknown or not valid, or the cursor is of other filters.')
  async readChanges(@Query({ schema: ReadChanges }) request: ReadChanges): Promise<ChangesAnswer> {
    try {
      return await this.#changes.read(request);
    } catch (error) {
      throw toProblem(error);
    }
  }
}
