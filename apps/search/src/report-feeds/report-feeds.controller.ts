import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { FeedName, FeedReport, FeedReports } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import { ApiProblem, ProblemError, RequireScope, unavailable } from '@warta/service';
import { FeedReportsReader } from './feed-reports.ts';

@Controller('v1/feeds')
export class ReportFeedsController {
  readonly #reports: FeedReportsReader;

  constructor(@Inject(FeedReportsReader) reports: FeedReportsReader) {
    this.#reports = reports;
  }

  @Get()
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'What came of every feed, when it last brought something new, and which are silent.',
  })
  @ApiResponse({ status: 200, standardSchema: FeedReports })
  async reportFeeds(): Promise<FeedReports> {
    return answer(this.#reports.all());
  }

  @Get(':feed')
  @RequireScope('search:read')
  @ApiOperation({ summary: 'The same of one feed, with the hours of the week in which it pushes.' })
  @ApiResponse({ status: 200, standardSchema: FeedReport })
  @ApiProblem(400, 'This can be no name of a feed.')
  @ApiProblem(404, 'No such feed is registered, and none has articles.')
  async reportFeed(@Param('feed', { schema: FeedName }) feed: string): Promise<FeedReport> {
    const report = await answer(this.#reports.one(feed));
    if (report !== undefined) return report;
    throw new ProblemError(404, `No feed ${feed} is registered, and no article of it is indexed.`);
  }
}

async function answer<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof TransientError)) throw error;
    const detail = 'The index does not answer just now; send the same request again.';
    throw unavailable(detail, error);
  }
}
