import type { ExplainQuery, QueryClause, QueryExplanation } from '@warta/contracts';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { dateBounds } from '../query-language/date-bounds.ts';
import type { QueryClock } from '../query-language/date-bounds.ts';
import { parseQuery } from '../query-language/parse-query.ts';
import { partsOf } from '../query-language/parts-of.ts';
import { printQuery } from '../query-language/print-query.ts';
import { costOf } from '../query-language/query-cost.ts';
import { QUERY_COST_MAX } from '../query-language/query-limits.ts';
import { phraseQuery, phrasings } from './query-phrasing.ts';
import type { TimedPhrasing } from './query-phrasing.ts';
import type { DateRange, UnderstoodNode } from '../query-language/query-tree.ts';
import { readQuery } from '../query-language/read-query.ts';

/**
 * How a search understands a query at this moment.
 * @throws QuerySyntaxError, TooExpensiveQueryError; TransientError when Elasticsearch cannot answer.
 */
export async function explainQuery(
  parts: EntityParts,
  { q, in: language = 'en', timeZone = 'UTC', asOf }: ExplainQuery,
): Promise<QueryExplanation> {
  const nowMs = asOf === undefined ? Date.now() : Date.parse(asOf);
  const clock = { nowMs, timeZone };
  const { node, expansions, isComplete } = await readQuery(parts, q, clock);
  const says = { ...phrasings[language], clock };
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

function clauseOf(node: UnderstoodNode, says: TimedPhrasing): QueryClause {
  const of = partsOf(node);
  return {
    kind: node.kind,
    query: printQuery(node),
    says: phraseQuery(node, says),
    ...(node.kind === 'date' && { range: rangeOf(node, says.clock) }),
    ...(of.length > 0 && { of: of.map((part) => clauseOf(part, says)) }),
  };
}

/** The last instant that can be written with a year of four digits. */
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z');

function rangeOf(range: DateRange, clock: QueryClock): NonNullable<QueryClause['range']> {
  const { fromMs, beforeMs } = dateBounds(range, clock);
  const instant = (at: number) => new Date(Math.min(at, LATEST_MS)).toISOString();
  return {
    ...(fromMs !== undefined && { from: instant(fromMs) }),
    ...(beforeMs !== undefined && { before: instant(beforeMs) }),
    timeZone: clock.timeZone,
  };
}
