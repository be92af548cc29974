import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import {
  EntityList,
  EntityPairView,
  EntityReference,
  EntityView,
  FindEntities,
  ReadEntity,
  ReadEntityPair,
} from '@warta/contracts';
import { ApiProblem, ProblemError, RequireScope } from '@warta/service';
import { Entities } from '../entity-book/entities.ts';
import { orProblem } from '../search-articles/search-problems.ts';
import { readEntityPair } from './read-entity-pair.ts';
import { readEntity, UnknownEntityError } from './read-entity.ts';
import { suggestEntities } from './suggest-entities.ts';

@Controller('v1/entities')
export class EntitiesController {
  readonly #entities: Entities;

  constructor(@Inject(Entities) entities: Entities) {
    this.#entities = entities;
  }

  @Get()
  @RequireScope('search:read')
  @ApiOperation({ summary: 'Entities by the beginning or words of any of their names.' })
  @ApiResponse({ status: 200, standardSchema: EntityList })
  @ApiProblem(400, 'A parameter is missing, unknown or not valid.')
  async findEntities(@Query({ schema: FindEntities }) request: FindEntities): Promise<EntityList> {
    return orProblem(suggestEntities(this.#entities, request));
  }

  @Get(':id')
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'One entity: names, roles over time, days, neighbours and quotes.',
    description:
      'By its id or its Wikidata id. The id of one that was merged answers the entity it is now, which ' +
      'has it in `mergedFrom`.',
  })
  @ApiResponse({ status: 200, standardSchema: EntityView })
  @ApiProblem(400, 'The id is none, or a parameter is not valid.')
  @ApiProblem(404, 'No article mentions it, or people said that it is no entity.')
  async readEntity(
    @Param('id', { schema: EntityReference }) id: string,
    @Query({ schema: ReadEntity }) request: ReadEntity,
  ): Promise<EntityView> {
    return known(orProblem(readEntity(this.#entities, id, request)));
  }

  @Get(':a/with/:b')
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'What connects two entities: articles, days, and quotes of one on the other.',
  })
  @ApiResponse({ status: 200, standardSchema: EntityPairView })
  @ApiProblem(400, 'An id is none, or a parameter is not valid.')
  @ApiProblem(404, 'No article mentions one of them, or people said that it is no entity.')
  async readEntityPair(
    @Param('a', { schema: EntityReference }) a: string,
    @Param('b', { schema: EntityReference }) b: string,
    @Query({ schema: ReadEntityPair }) request: ReadEntityPair,
  ): Promise<EntityPairView> {
    return known(orProblem(readEntityPair(this.#entities, [a, b], request)));
  }
}

async function known<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof UnknownEntityError) throw new ProblemError(404, error.message);
    throw error;
  }
}
