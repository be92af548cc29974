import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { AnnotatedText, AnnotateText } from '@warta/contracts';
import { OverloadedError } from '@warta/messaging';
import { ApiProblem, ProblemError, RequireScope, RETRY_AFTER_SECONDS } from '@warta/service';
import { AnnotationFailedError, AnnotatorPool } from '../enrich-article/annotator-pool.ts';

@Controller('v1/annotate')
export class AnnotateTextController {
  readonly #annotator: AnnotatorPool;

  constructor(@Inject(AnnotatorPool) annotator: AnnotatorPool) {
    this.#annotator = annotator;
  }

  @Post()
  @HttpCode(200)
  @RequireScope('annotate')
  @ApiOperation({
    summary: 'Who, where, when and who-said-what in a text, with what found each of them',
    description:
      'What a pushed article with the same text, time and language would be annotated with. ' +
      'Nothing is stored.',
  })
  @ApiResponse({ status: 200, standardSchema: AnnotatedText })
  @ApiProblem(400, 'Fields that are not accepted, each by name.')
  @ApiProblem(413, 'The body is larger than 1 MiB.')
  @ApiProblem(415, 'The body is not application/json.')
  @ApiProblem(422, 'The text cannot be annotated, or not within 10 seconds.')
  @ApiProblem(429, 'Too many texts at once; send the same again after Retry-After seconds.')
  async annotateText(@Body({ schema: AnnotateText }) text: AnnotateText): Promise<AnnotatedText> {
    const { publishedAt, ...content } = text;
    try {
      return await this.#annotator.annotateForCaller({
        content,
        ...(publishedAt === undefined ? {} : { publishedAt }),
      });
    } catch (error) {
      throw toProblem(error);
    }
  }
}

function toProblem(error: unknown): unknown {
  if (error instanceof OverloadedError) {
    return new ProblemError(429, 'Too many texts at once; send the same request again.', {
      headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
      cause: error,
    });
  }
  if (error instanceof AnnotationFailedError) {
    const detail = error.isStalled
      ? 'The text was not annotated in time; send parts of it.'
      : 'The text cannot be annotated as a whole; send parts of it.';
    return new ProblemError(422, detail, { cause: error });
  }
  return error;
}
