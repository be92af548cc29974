import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import {
  ArticleRevisions,
  DiffRevisions,
  RevisionDiff,
  RevisionView,
  RevNumber,
} from '@warta/contracts';
import { ApiProblem, RequireScope } from '@warta/service';
import { z } from 'zod';
import { ReadRevisions } from './read-revisions.ts';
import { asked } from './revision-problems.ts';

@Controller('v1/articles/:id')
export class ReadRevisionsController {
  readonly #revisions: ReadRevisions;

  constructor(@Inject(ReadRevisions) revisions: ReadRevisions) {
    this.#revisions = revisions;
  }

  @Get('revisions')
  @RequireScope('search:read')
  @ApiOperation({ summary: 'Every recorded state of an article: when it was, and what changed.' })
  @ApiResponse({ status: 200, standardSchema: ArticleRevisions })
  @ApiProblem(400, 'The id is no UUID.')
  @ApiProblem(404, 'No such article.')
  async listRevisions(@Param('id', { schema: z.uuid() }) id: string): Promise<ArticleRevisions> {
    return asked(() => this.#revisions.list(id));
  }

  @Get('revisions/:rev')
  @RequireScope('search:read')
  @ApiOperation({ summary: 'An article as it was in one state.' })
  @ApiResponse({ status: 200, standardSchema: RevisionView })
  @ApiProblem(400, 'The id is no UUID, or the rev no number.')
  @ApiProblem(404, 'No such article, or no such state of it is known.')
  @ApiProblem(410, 'The state has no text, or its text has been withdrawn.')
  async readRevision(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('rev', { schema: RevNumber }) rev: number,
  ): Promise<RevisionView> {
    return asked(() => this.#revisions.read(id, rev));
  }

  @Get('diff')
  @RequireScope('search:read')
  @ApiOperation({ summary: 'What changed between two states of an article, word by word.' })
  @ApiResponse({ status: 200, standardSchema: RevisionDiff })
  @ApiProblem(400, 'The id is no UUID, a rev no number, or there are no two states to compare.')
  @ApiProblem(404, 'No such article, or no such state of it is known.')
  @ApiProblem(410, 'One of the states has no text, or its text has been withdrawn.')
  async diffRevisions(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: DiffRevisions }) request: DiffRevisions,
  ): Promise<RevisionDiff> {
    return asked(() => this.#revisions.diff(id, request));
  }
}
