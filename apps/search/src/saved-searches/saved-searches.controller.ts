import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Res,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import {
  BackTest,
  BackTestSearch,
  SavedSearch,
  SavedSearchList,
  SaveSearch,
  SearchId,
} from '@warta/contracts';
import {
  ApiProblem,
  CurrentCaller,
  Egress,
  preferredLanguage,
  RequireScope,
  teamOf,
} from '@warta/service';
import type { Caller, FastifyReply } from '@warta/service';
import { Entities } from '../entity-book/entities.ts';
import { backTest } from './back-test.ts';
import { faultLanguages } from '../query-language/query-faults.ts';
import type { FaultLanguage } from '../query-language/query-faults.ts';
import { checkReceivers, checkSearch } from './check-search.ts';
import { SavedSearchStore, SEARCHES_PER_TEAM_MAX } from './saved-search.store.postgres.ts';
import type { Author } from './saved-search.store.postgres.ts';
import { viewOf } from './team-view.ts';
import { savedSearchProblems } from './saved-search-problems.ts';
import type { TeamView } from './team-view.ts';

const IfMatch = ApiHeader({
  name: 'If-Match',
  required: false,
  description:
    'ETag of the version to change; without it, the change is made to whatever is there.',
});

/** What is told of a search in trouble is told in the language of the caller. */
const VariesByLanguage = Header('vary', 'accept-language');
const languageOf = (acceptLanguage: string | undefined) =>
  preferredLanguage(acceptLanguage, faultLanguages);

@Controller('v1/searches')
export class SavedSearchesController {
  readonly #store: SavedSearchStore;
  readonly #entities: Entities;
  readonly #egress: Egress;

  constructor(
    @Inject(SavedSearchStore) store: SavedSearchStore,
    @Inject(Entities) entities: Entities,
    @Inject(Egress) egress: Egress,
  ) {
    this.#store = store;
    this.#entities = entities;
    this.#egress = egress;
  }

  @Get()
  @RequireScope('search:read')
  @VariesByLanguage
  @ApiOperation({
    summary: 'The saved searches of the caller’s team, by name',
    description:
      'An admin’s key sees those of all teams. What one missed is in GET /v1/searches/{id} alone.',
  })
  @ApiResponse({ status: 200, description: 'All of them.', standardSchema: SavedSearchList })
  async listSearches(
    @Headers('accept-language') accepted: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<SavedSearchList> {
    const data = await this.#store.list(viewOf(caller), languageOf(accepted));
    return { data, limit: SEARCHES_PER_TEAM_MAX };
  }

  @Post()
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'Save a search',
    description: 'Articles that match it and are pushed from now on make alerts of its team.',
  })
  @ApiResponse({ status: 201, description: 'Saved.', standardSchema: SavedSearch })
  @ApiProblem(400, 'Fields that are not accepted, each by name; of a query with the column.')
  @ApiProblem(409, 'The team has as many as it may.')
  async saveSearch(
    @Body({ schema: SaveSearch }) wanted: SaveSearch,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSearch> {
    checkReceivers(this.#egress, wanted);
    await checkSearch(this.#entities, wanted);
    const saved = await this.#store.create(teamOf(caller), wanted, authorOf(caller));
    if (saved === undefined) {
      throw savedSearchProblems.full(SEARCHES_PER_TEAM_MAX);
    }
    reply.header('location', `/v1/searches/${saved.id}`);
    return answer(saved, reply);
  }

  @Post('back-test')
  @HttpCode(200)
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'What a search would have found in the last days',
    description: 'Nothing is saved. Goes by when articles were pushed, as alerts do.',
  })
  @ApiResponse({ status: 200, description: 'What it would have found.', standardSchema: BackTest })
  @ApiProblem(400, 'Fields that are not accepted, each by name; of a query with the column.')
  async backTestSearch(
    @Body({ schema: BackTestSearch }) wanted: BackTestSearch,
  ): Promise<BackTest> {
    const compiled = await checkSearch(this.#entities, wanted);
    const hasBoth = wanted.q !== undefined && Object.keys(wanted.filters).length > 0;
    const narrowed = hasBoth
      ? await checkSearch(this.#entities, { filters: wanted.filters })
      : undefined;
    const { days } = wanted;
    const { timeZone = 'UTC' } = wanted.filters;
    const nowMs = Date.now();
    return backTest(this.#entities.index, compiled, { days, nowMs, timeZone, narrowed });
  }

  @Get(':id')
  @RequireScope('search:read')
  @VariesByLanguage
  @ApiOperation({ summary: 'Read a saved search' })
  @ApiResponse({ status: 200, description: 'As it is now.', standardSchema: SavedSearch })
  @ApiProblem(404, 'The team has no such search.')
  async readSearch(
    @Param('id', { schema: SearchId }) id: string,
    @Headers('accept-language') accepted: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSearch> {
    return answer(await this.#require(viewOf(caller), id, languageOf(accepted)), reply);
  }

  @Put(':id')
  @RequireScope('search:read')
  @VariesByLanguage
  @IfMatch
  @ApiOperation({
    summary: 'Change or pause a saved search',
    description:
      'The body replaces all of it. With another query, or when it is resumed, only what is pushed ' +
      'from then on makes alerts; its threads stay.',
  })
  @ApiResponse({ status: 200, description: 'Changed.', standardSchema: SavedSearch })
  @ApiProblem(400, 'Fields that are not accepted, each by name; of a query with the column.')
  @ApiProblem(404, 'The team has no such search.')
  @ApiProblem(412, 'It was changed since it was read.')
  async changeSearch(
    @Param('id', { schema: SearchId }) id: string,
    @Body({ schema: SaveSearch }) wanted: SaveSearch,
    @Headers('if-match') ifMatch: string | undefined,
    @Headers('accept-language') accepted: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSearch> {
    const team = viewOf(caller);
    const at = { team, id, version: versionOf(ifMatch), language: languageOf(accepted) };
    checkReceivers(this.#egress, wanted);
    await checkSearch(this.#entities, wanted);
    const changed = await this.#store.replace(at, wanted, authorOf(caller));
    if (changed !== undefined) return answer(changed, reply);
    await this.#require(team, id);
    throw savedSearchProblems.outdated();
  }

  @Post(':id/catch-up')
  @HttpCode(202)
  @RequireScope('search:read')
  @VariesByLanguage
  @ApiOperation({
    summary: 'Match what a saved search missed under what it asked for before',
    description:
      'What is `held` in `missed` is matched with what it asks for now, behind what arrives, and told ' +
      'as `late`. What is `waiting` needs no asking.',
  })
  @ApiResponse({ status: 202, description: 'It is under way.', standardSchema: SavedSearch })
  @ApiProblem(404, 'The team has no such search.')
  @ApiProblem(409, 'It is paused.')
  async catchUpSearch(
    @Param('id', { schema: SearchId }) id: string,
    @Headers('accept-language') accepted: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<SavedSearch> {
    const team = viewOf(caller);
    if ((await this.#require(team, id)).paused) throw savedSearchProblems.paused();
    const search = await this.#store.catchUp(team, id, languageOf(accepted));
    return search ?? this.#require(team, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequireScope('search:read')
  @IfMatch
  @ApiOperation({ summary: 'Delete a saved search with all its alerts' })
  @ApiResponse({ status: 204, description: 'Deleted.' })
  @ApiProblem(404, 'The team has no such search.')
  @ApiProblem(412, 'It was changed since it was read.')
  async deleteSearch(
    @Param('id', { schema: SearchId }) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    const team = viewOf(caller);
    if (await this.#store.remove({ team, id, version: versionOf(ifMatch) })) return;
    await this.#require(team, id);
    throw savedSearchProblems.outdated();
  }

  /** Another team's search is not told from none at all. */
  async #require(team: TeamView, id: string, language?: FaultLanguage): Promise<SavedSearch> {
    const found = await this.#store.get(team, id, language);
    if (found) return found;
    throw savedSearchProblems.unknown(id);
  }
}

function authorOf({ keyId, name }: Caller): Author {
  return { keyId, ...(name !== undefined && { name }) };
}

function answer(saved: SavedSearch, reply: FastifyReply): SavedSearch {
  reply.header('etag', `"${saved.version}"`);
  return saved;
}

/**
 * A proxy that compresses answers makes tags weak; the version is all there is of ours.
 * @returns undefined for any version; 0, which none has, when the header names no version of ours.
 */
function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  return Number(/^(?:W\/)?"([1-9]\d{0,8})"$/.exec(ifMatch.trim())?.[1] ?? 0);
}
