import type { ExplainQuery, QueryClause, QueryExplanation } from '@warta/contracts';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { parseQuery } from './parse-query.ts';
import { partsOf } from './parts-of.ts';
import { printQuery } from './print-query.ts';
import { costOf } from './query-cost.ts';
import { QUERY_COST_MAX } from './query-limits.ts';
import { phraseQuery, phrasings } from './query-phrasing.ts';
import type { QueryPhrasing } from './query-phrasing.ts';
import type { UnderstoodNode } from './query-tree.ts';
import { readQuery } from './read-query.ts';

/**
 * How a search understands a query at this moment.
 * @throws QuerySyntaxError, TooExpensiveQueryError; TransientError when Elasticsearch cannot answer.
 */
export async function explainQuery(
  parts: EntityParts,
  { q, in: language }: ExplainQuery,
): Promise<QueryExplanation> {
  const { node, expansions, isComplete } = await readQuery(parts, q);
  const says = phrasings[language];
  return {
    query: printQuery(parseQuery(q)),
    says: phraseQuery(node, says),
    tree: clauseOf(node, says),
    expansions: expansions.map(({ text, field, entities }) => ({
      text,
      ...(field && { field }),
      entities: entities.map((entity) => ({ ...entity, aliases: [...entity.aliases] })),
    })),
    isComplete,
    cost: { value: costOf(node), max: QUERY_COST_MAX },
  };
}

function clauseOf(node: UnderstoodNode, says: QueryPhrasing): QueryClause {
  const of = partsOf(node);
  return {
    kind: node.kind,
    query: printQuery(node),
    says: phraseQuery(node, says),
    ...(of.length > 0 && { of: of.map((part) => clauseOf(part, says)) }),
  };
}
