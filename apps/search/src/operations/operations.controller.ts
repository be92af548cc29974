import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import {
  DeadLetterViews,
  DiscardDeadLetters,
  ListDeadLetters,
  Operations,
  RedriveDeadLetters,
  SettledDeadLetters,
} from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import { ApiProblem, CurrentCaller, ProblemError, RequireScope, unavailable } from '@warta/service';
import type { Caller } from '@warta/service';
import { DeadLetterDesk, UnknownDeadLetterError } from './dead-letter-desk.ts';
import { ReadOperations } from './read-operations.ts';

@Controller('v1')
export class OperationsController {
  readonly #operations: ReadOperations;
  readonly #deadLetters: DeadLetterDesk;

  constructor(
    @Inject(ReadOperations) operations: ReadOperations,
    @Inject(DeadLetterDesk) deadLetters: DeadLetterDesk,
  ) {
    this.#operations = operations;
    this.#deadLetters = deadLetters;
  }

  @Get('operations')
  @RequireScope('search:read')
  @ApiOperation({ summary: 'How far each step is behind, how fresh answers are, what failed.' })
  @ApiResponse({ status: 200, standardSchema: Operations })
  async readOperations(): Promise<Operations> {
    return answer(this.#operations.read());
  }

  @Get('dead-letters')
  @RequireScope('admin')
  @ApiOperation({ summary: 'Records that can never succeed, with the reason, newest first.' })
  @ApiResponse({ status: 200, standardSchema: DeadLetterViews })
  @ApiProblem(400, 'A parameter is unknown or not valid.')
  async listDeadLetters(
    @Query({ schema: ListDeadLetters }) { settled }: ListDeadLetters,
  ): Promise<DeadLetterViews> {
    return answer(this.#deadLetters.list(settled));
  }

  @Post('dead-letters/redrive')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({
    summary:
      'Sends dead letters back to their topics, under their first arrival: newer pushes win.',
  })
  @ApiResponse({ status: 200, standardSchema: SettledDeadLetters })
  @ApiProblem(400, 'The body is not valid.')
  @ApiProblem(404, 'One of them is not there; nothing was sent.')
  @ApiProblem(409, 'One was sent back too often already, or they are too large; nothing was sent.')
  async redriveDeadLetters(
    @Body({ schema: RedriveDeadLetters }) { ids }: RedriveDeadLetters,
  ): Promise<SettledDeadLetters> {
    return { settled: await answer(this.#deadLetters.redrive(ids)) };
  }

  @Post('dead-letters/discard')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({ summary: 'Says of dead letters that they need no re-drive, with the reason.' })
  @ApiResponse({ status: 200, standardSchema: SettledDeadLetters })
  @ApiProblem(400, 'The body is not valid.')
  @ApiProblem(404, 'One of them is not there; nothing was discarded.')
  @ApiProblem(409, 'They are too large together; nothing was discarded.')
  async discardDeadLetters(
    @Body({ schema: DiscardDeadLetters }) { ids, reason }: DiscardDeadLetters,
    @CurrentCaller() { keyId }: Caller,
  ): Promise<SettledDeadLetters> {
    return { settled: await answer(this.#deadLetters.discard(ids, keyId, reason)) };
  }
}

async function answer<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof UnknownDeadLetterError) throw new ProblemError(404, error.message);
    if (error instanceof RangeError) throw new ProblemError(409, error.message);
    if (!(error instanceof TransientError)) throw error;
    throw unavailable('Kafka or the index does not answer just now; ask again.', error);
  }
}
