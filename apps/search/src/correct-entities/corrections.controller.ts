import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import {
  CorrectEntity,
  CorrectionList,
  CorrectionView,
  ListCorrections,
  UndoCorrection,
} from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import {
  ApiProblem,
  CurrentCaller,
  ProblemError,
  RequireAnyScope,
  unavailable,
} from '@warta/service';
import type { Caller, FastifyReply } from '@warta/service';
import { z } from 'zod';
import { InvalidCorrectionError } from './check-correction.ts';
import { Corrections } from './corrections.ts';

@Controller('v1/corrections')
export class CorrectionsController {
  readonly #corrections: Corrections;

  constructor(@Inject(Corrections) corrections: Corrections) {
    this.#corrections = corrections;
  }

  @Post()
  @RequireAnyScope('entities:correct', 'admin')
  @ApiOperation({
    summary: 'Correct an entity: merge, split, block, retype, add or take away a name.',
    description:
      'Answered once it is stored and counts in searches here. Its articles are then published again, ' +
      'the newest first; `progress` tells how far that is. Can be undone.',
  })
  @ApiResponse({ status: 201, description: 'Stored.', standardSchema: CorrectionView })
  @ApiResponse({ status: 200, description: 'In force already.', standardSchema: CorrectionView })
  @ApiProblem(400, 'Fields that are not accepted, each by name, or no such entity.')
  @ApiProblem(409, 'It contradicts corrections in force; the answer says which to undo.')
  async correctEntity(
    @Body({ schema: CorrectEntity }) wanted: CorrectEntity,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CorrectionView> {
    const { view, isNew } = await answer(this.#corrections.make(wanted, caller));
    reply.status(isNew ? 201 : 200).header('location', `/v1/corrections/${view.id}`);
    return view;
  }

  @Get()
  @RequireAnyScope('search:read', 'entities:correct')
  @ApiOperation({ summary: 'Corrections of entities with author, reason and progress.' })
  @ApiResponse({ status: 200, standardSchema: CorrectionList })
  async listCorrections(
    @Query({ schema: ListCorrections }) request: ListCorrections,
  ): Promise<CorrectionList> {
    return answer(this.#corrections.list(request));
  }

  @Get(':id')
  @RequireAnyScope('search:read', 'entities:correct')
  @ApiOperation({ summary: 'One correction and how far the articles follow it.' })
  @ApiResponse({ status: 200, standardSchema: CorrectionView })
  @ApiProblem(404, 'There is no correction with this id.')
  async readCorrection(@Param('id', { schema: z.uuid() }) id: string): Promise<CorrectionView> {
    return found(id, await answer(this.#corrections.one(id)));
  }

  @Post(':id/undo')
  @HttpCode(200)
  @RequireAnyScope('entities:correct', 'admin')
  @ApiOperation({
    summary: 'Undo a correction',
    description:
      'It stays listed with who undid it and why. Undone is final: make it anew instead.',
  })
  @ApiResponse({ status: 200, description: 'Undone.', standardSchema: CorrectionView })
  @ApiProblem(404, 'There is no correction with this id.')
  async undoCorrection(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: UndoCorrection }) { reason }: UndoCorrection,
    @CurrentCaller() caller: Caller,
  ): Promise<CorrectionView> {
    return found(id, await answer(this.#corrections.undo(id, reason, caller)));
  }
}

function found(id: string, view: CorrectionView | undefined): CorrectionView {
  if (view !== undefined) return view;
  throw new ProblemError(404, `There is no correction ${id}; GET /v1/corrections lists them.`);
}

async function answer<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof InvalidCorrectionError) throw toProblem(error);
    if (!(error instanceof TransientError)) throw error;
    const detail = 'Corrections cannot be read or stored just now; send the same request again.';
    throw unavailable(detail, error);
  }
}

function toProblem({ message: detail, pointer }: InvalidCorrectionError): ProblemError {
  if (pointer === undefined) return new ProblemError(409, `This cannot be: ${detail}.`);
  const said = 'The body has fields that are not accepted.';
  return new ProblemError(400, said, { errors: [{ pointer, detail }] });
}
