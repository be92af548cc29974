import type { estypes } from '@elastic/elasticsearch';
import type { AnalyzedLanguage } from '../article-index/article-document.ts';
import { exactFields, wordFields } from './article-fields.ts';
import type { TextPlace } from './article-fields.ts';
import { dateBounds } from './date-bounds.ts';
import type { QueryClock } from './date-bounds.ts';
import { aliasesOf } from './query-cost.ts';
import type { DateRange, KnownEntity, Near, NearOperand } from './query-tree.ts';
import { countWords, isDoubled } from './text-words.ts';

type Clause = estypes.QueryDslQueryContainer;

/** Which fields are looked into. */
export interface TextWhere {
  readonly place: TextPlace;
  readonly languages: readonly AnalyzedLanguage[];
}

/** A document that matches in several fields is a little better, but one good match decides. */
const TIE_BREAKER = 0.1;

/** What being about an entity counts, whatever it is called there: like a word of the lead. */
const ENTITY_BOOST = 4;

/** In any inflection; the words of "10:30" and "covid-19" in their order. */
export function wordClause(query: string, { place, languages }: TextWhere): Clause {
  const fields = wordFields(place, languages);
  if (countWords(query) > 1 && !isDoubled(query)) {
    return { multi_match: { query, fields, type: 'phrase', tie_breaker: TIE_BREAKER } };
  }
  return {
    multi_match: { query, fields, type: 'best_fields', operator: 'and', tie_breaker: TIE_BREAKER },
  };
}

/** As it stands. */
export function phraseClause(query: string, { place, languages }: TextWhere): Clause {
  return { multi_match: { query, fields: exactFields(place, languages), type: 'phrase' } };
}

/** Words that may come between others that are said to stand together. */
const TOGETHER_SLOP = 2;

/**
 * What standing together adds, as a share of what a phrase counts: measured over the judged queries,
 * where 0.5 to 1.5 are all better than nothing.
 */
const TOGETHER_BOOST = 0.75;

/** Words that were written one after the other: it scores where they stand so in a text, too. */
export function togetherClause(words: readonly string[], { place, languages }: TextWhere): Clause {
  const fields = exactFields(place, languages);
  const together = { slop: TOGETHER_SLOP, boost: TOGETHER_BOOST };
  return { multi_match: { query: words.join(' '), fields, type: 'phrase', ...together } };
}

/** The text is analysed like any other; its one word is the beginning of those that match. */
export function prefixClause(query: string, { place, languages }: TextWhere): Clause {
  const fields = exactFields(place, languages);
  return { multi_match: { query, fields, type: 'bool_prefix', operator: 'and' } };
}

/** In one field, so that both are near each other; the best field counts. */
export function nearClause(node: Near, { place, languages }: TextWhere): Clause {
  const rule = nearRule(node);
  const queries = exactFields(place, languages).map((field): Clause => {
    const [name = '', boost] = field.split('^');
    return {
      intervals: { [name]: { ...rule, boost: Number(boost) } as estypes.QueryDslIntervalsQuery },
    };
  });
  return { dis_max: { queries, tie_breaker: TIE_BREAKER } };
}

type Rule = estypes.QueryDslIntervalsContainer;

function nearRule(node: NearOperand): Rule {
  switch (node.kind) {
    case 'phrase':
      return { match: { query: node.text, ordered: true, max_gaps: 0 } };
    case 'or':
      return { any_of: { intervals: node.of.map(nearRule) } };
    case 'near':
      return {
        all_of: { intervals: node.of.map(nearRule), ordered: false, max_gaps: node.distance },
      };
  }
}

/** A name and what it stands for. */
export interface ExpandedName {
  readonly text: string;
  readonly entities: readonly KnownEntity[];
}

/**
 * The words of a name, or the entity that bears it under any name: in an article, what it is about;
 * in a quote, whom it names; in a title, where one of the other names is printed.
 */
export function nameClause(name: ExpandedName, where: TextWhere): Clause {
  const words = name.text.split(' ').map((word) => wordClause(word, where));
  const [only] = words;
  const asWritten = words.length === 1 && only ? only : { bool: { must: words } };
  const asEntity = entityClause(name, where);
  return { dis_max: { queries: [asWritten, ...asEntity], tie_breaker: TIE_BREAKER } };
}

/** Keeps out the words as they stand, and the entity under any name. */
export function excludedNameClause(name: ExpandedName, where: TextWhere): Clause {
  const should = [phraseClause(name.text, where), ...entityClause(name, where)];
  return { bool: { should, minimum_should_match: 1 } };
}

/**
 * Other names count only in articles about the entity: "Kim" alone is many people. Where one text of an
 * article is looked into, one of them has to be there.
 */
export function entityClause({ entities }: ExpandedName, where: TextWhere): Clause[] {
  const ids = entities.map(({ id }) => id);
  if (where.place === 'quote') return [{ terms: { 'quotes.aboutIds': ids } }];
  const isAbout: Clause = { terms: { entityIds: ids, boost: ENTITY_BOOST } };
  const asCalled = aliasesOf(entities).map((alias) => phraseClause(alias, where));
  if (where.place !== 'article') {
    if (asCalled.length === 0) return [];
    return [{ bool: { must: [{ dis_max: { queries: asCalled } }], filter: [isAbout] } }];
  }
  const should = asCalled.length === 0 ? [] : [{ dis_max: { queries: asCalled } }];
  return [{ bool: { must: [isAbout], should } }];
}

/** Articles are dated in milliseconds. */
export function dateClause(range: DateRange, clock: QueryClock): Clause {
  const { fromMs, beforeMs } = dateBounds(range, clock);
  return {
    range: {
      datedAt: {
        ...(fromMs !== undefined && { gte: fromMs }),
        ...(beforeMs !== undefined && { lt: beforeMs }),
        format: 'epoch_millis',
      },
    },
  };
}
