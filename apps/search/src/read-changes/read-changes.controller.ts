import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ChangesAnswer, ReadChanges } from '@warta/contracts';
import { ApiProblem, ProblemError, RequireScope } from '@warta/service';
import { toProblem } from '../search-articles/search-problems.ts';
import { ChangesReader, IndexGoneBackError } from './read-changes.ts';

const BEGIN_AGAIN =
  'The index is not as far as this cursor any more: it was lost or restored, or its topic was made anew. ' +
  'Begin again with since=beginning.';

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
  @ApiProblem(410, 'The index is not as far as the cursor any more: begin again.')
  async readChanges(@Query({ schema: ReadChanges }) request: ReadChanges): Promise<ChangesAnswer> {
    try {
      return await this.#changes.read(request);
    } catch (error) {
      throw error instanceof IndexGoneBackError
        ? new ProblemError(410, BEGIN_AGAIN)
        : toProblem(error);
    }
  }
}
