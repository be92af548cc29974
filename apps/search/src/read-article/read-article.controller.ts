import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ArticleView, ReadArticle } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import { ApiProblem, ProblemError, RequireScope, unavailable } from '@warta/service';
import { z } from 'zod';
import { ArticleIndex } from '../article-index/article-index.ts';
import { ReadRevisions } from '../read-revisions/read-revisions.ts';
import { asked } from '../read-revisions/revision-problems.ts';
import { readArticle } from './read-article.ts';
import type { FoundArticle } from './read-article.ts';

@Controller('v1/articles')
export class ReadArticleController {
  readonly #index: ArticleIndex;
  readonly #revisions: ReadRevisions;

  constructor(
    @Inject(ArticleIndex) index: ArticleIndex,
    @Inject(ReadRevisions) revisions: ReadRevisions,
  ) {
    this.#index = index;
    this.#revisions = revisions;
  }

  @Get(':id')
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'One article as it is now, or was at a moment, with everything found in it.',
  })
  @ApiResponse({ status: 200, standardSchema: ArticleView })
  @ApiProblem(400, 'The id is no UUID, or `asOf` no instant.')
  @ApiProblem(404, 'No such article, or it is still on its way or under embargo.')
  @ApiProblem(410, 'The article was taken down, or its publisher withholds it.')
  async readArticle(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: ReadArticle }) { asOf }: ReadArticle,
  ): Promise<ArticleView> {
    if (asOf !== undefined) return asked(() => this.#revisions.readAsOf(id, asOf));
    const found = await this.#find(id);
    switch (found.status) {
      case 'live':
        return found.article;
      case 'held':
        throw new ProblemError(
          404,
          `The article is held until ${found.heldUntil}; ask again then.`,
        );
      case 'withheld':
        throw new ProblemError(
          410,
          `The article is withheld since ${found.withheldAt}, until its publisher sends a newer version.`,
        );
      case 'canceled':
        throw new ProblemError(410, `The article was taken down at ${found.takenDownAt}.`);
      case 'unknown':
        throw new ProblemError(404, 'There is no such article, or it is still on its way.');
    }
  }

  async #find(id: string): Promise<FoundArticle> {
    try {
      return await readArticle(this.#index, id);
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
      const detail = 'The index does not answer just now; send the same request again.';
      throw unavailable(detail, error);
    }
  }
}
