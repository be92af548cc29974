import type { estypes } from '@elastic/elasticsearch';
import type { AnalyzedLanguage } from '../article-index/article-document.ts';
import { foldText } from '../article-index/fold-name.ts';
import type { TextPlace } from './article-fields.ts';
import { clauseName } from './clause-names.ts';
import type { ClausePath } from './clause-names.ts';
import type { QueryClock } from './date-bounds.ts';
import {
  dateClause,
  excludedNameClause,
  nameClause,
  nearClause,
  phraseClause,
  prefixClause,
  togetherClause,
  wordClause,
} from './text-clauses.ts';
import { innerQuotes } from './inner-quotes.ts';
import { isSpeaker, quoteParts } from './quote-parts.ts';
import type { KnownEntity, UnderstoodNode, UnderstoodQuery } from './query-tree.ts';

export { clauseText } from './clause-names.ts';

type Clause = estypes.QueryDslQueryContainer;

export interface CompileOptions {
  /** The analyses that texts may have had. */
  readonly languages: readonly AnalyzedLanguage[];
  /** What `date:` goes by. */
  readonly clock: QueryClock;
  /** Names every leaf's clause, so that hits tell which matched: see `clauseText`. */
  readonly named?: boolean;
  /** Hits bring the quotes that match, for `readQuotes`. Not for counting, which has no use for them. */
  readonly quotes?: boolean;
}

/** Clauses of quotes that bring theirs; each is looked up in every hit that is shown. */
const QUOTE_CLAUSES_SHOWN_MAX = 8;

/** What is the same for all parts around a part. */
interface Around {
  readonly options: CompileOptions;
  readonly place: TextPlace;
  /** Under a NOT, what words keep out is kept out as it stands: a wrong stem would hide articles. */
  readonly isExcluded: boolean;
  /** Clauses of quotes so far that bring what they find. */
  readonly shown: { quotes: number };
}

/**
 * The clause of a query; it scores. Nothing of the query becomes syntax: texts are only ever
 * analysed, everything else is a value of a clause written here. Pure; `understandQuery` has
 * bounded what it costs.
 */
export function compileQuery({ node }: UnderstoodQuery, options: CompileOptions): Clause {
  const around = { options, place: 'article', isExcluded: false, shown: { quotes: 0 } } as const;
  return compile(node, [], around);
}

/** Whether it asks for quotes that a hit can show: not only for articles without. */
export function asksForQuotes(node: UnderstoodNode): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.of.some(asksForQuotes);
  return node.kind === 'quote' || isSpeaker(node);
}

/**
 * What scores words that were written together where they stand so in a text; it matches less than
 * the query and says nothing new of what matched. Absent when there are no two words.
 */
export function compileTogether(
  { node }: UnderstoodQuery,
  languages: readonly AnalyzedLanguage[],
): Clause | undefined {
  const words = (node.kind === 'and' ? node.of : []).flatMap((one) =>
    one.kind === 'word' || one.kind === 'name' ? [one.text] : [],
  );
  return words.length < 2 ? undefined : togetherClause(words, { place: 'article', languages });
}

function compile(node: UnderstoodNode, path: ClausePath, around: Around): Clause {
  switch (node.kind) {
    case 'and':
      return together(node.of, path, around);
    case 'or':
      return {
        bool: {
          should: node.of.map((of, at) => compile(of, [...path, at], around)),
          minimum_should_match: 1,
        },
      };
    case 'not': {
      const excluded = { ...around, isExcluded: !around.isExcluded };
      return { bool: { must_not: [compile(node.of, [...path, 0], excluded)] } };
    }
    case 'title':
      return compile(node.of, [...path, 0], { ...around, place: 'title' });
    case 'quote':
      return inOneQuote([[node, path]], around);
    case 'entity':
      return node.field === 'speaker'
        ? inOneQuote([[node, path]], around)
        : named(anyOf('entityIds', node.entities), path, around);
    case 'word':
    case 'name':
    case 'phrase':
    case 'prefix':
    case 'near':
    case 'feed':
    case 'lang':
    case 'section':
    case 'date':
      return named(leaf(node, around), path, around);
  }
}

/** Exclusions go where they cost nothing and score nothing. */
function together(of: readonly UnderstoodNode[], path: ClausePath, around: Around): Clause {
  const parts = of.map((node, at) => [node, [...path, at]] as const);
  const ofQuote = around.place === 'quote' ? [] : quoteParts(parts);
  const others = parts.filter((part) => !ofQuote.includes(part));
  const excluded = { ...around, isExcluded: !around.isExcluded };
  return {
    bool: {
      must: [
        ...others.flatMap(([node, at]) => (node.kind === 'not' ? [] : [compile(node, at, around)])),
        ...(ofQuote.length > 0 ? [inOneQuote(ofQuote, around)] : []),
      ],
      must_not: others.flatMap(([node, at]) =>
        node.kind === 'not' ? [compile(node.of, [...at, 0], excluded)] : [],
      ),
    },
  };
}

/** Who speaks and what is said, of the same quote. Hits can name the whole only. */
function inOneQuote(
  parts: readonly (readonly [UnderstoodNode, ClausePath])[],
  around: Around,
): Clause {
  const inside = { ...around, options: { ...around.options, named: false } };
  return {
    nested: {
      path: 'quotes',
      query: { bool: { must: parts.map(([node]) => quotePart(node, inside)) } },
      score_mode: 'max',
      ...shownQuotes(parts, around),
      ...(around.options.named === true && {
        _name: parts.map(([, path]) => clauseName(path)).join('+'),
      }),
    },
  };
}

/** What is excluded is not there to be shown. */
function shownQuotes(
  parts: readonly (readonly [UnderstoodNode, ClausePath])[],
  { options, isExcluded, shown }: Around,
): Pick<estypes.QueryDslNestedQuery, 'inner_hits'> {
  const [first] = parts;
  const isShown = options.quotes === true && !isExcluded && first !== undefined;
  if (!isShown || shown.quotes === QUOTE_CLAUSES_SHOWN_MAX) return {};
  shown.quotes += 1;
  const hasWords = parts.some(([node]) => node.kind === 'quote');
  return { inner_hits: innerQuotes(clauseName(first[1]), hasWords) };
}

function quotePart(node: UnderstoodNode, around: Around): Clause {
  if (node.kind === 'quote') return compile(node.of, [], { ...around, place: 'quote' });
  if (node.kind === 'entity') return anyOf('quotes.speakerId', node.entities);
  if (node.kind === 'or') {
    const should = node.of.map((of) => quotePart(of, around));
    return { bool: { should, minimum_should_match: 1 } };
  }
  return { match_none: {} };
}

function leaf(
  node: Exclude<UnderstoodNode, { kind: 'and' | 'or' | 'not' | 'title' | 'quote' | 'entity' }>,
  { place, isExcluded, options: { languages, clock } }: Around,
): Clause {
  const where = { place, languages };
  switch (node.kind) {
    case 'word':
      return isExcluded ? phraseClause(node.text, where) : wordClause(node.text, where);
    case 'name':
      return isExcluded ? excludedNameClause(node, where) : nameClause(node, where);
    case 'phrase':
      return phraseClause(node.text, where);
    case 'prefix':
      return prefixClause(node.text, where);
    case 'near':
      return nearClause(node, where);
    case 'feed':
      return { term: { feed: { value: node.value } } };
    case 'lang':
      return { term: { language: { value: node.value } } };
    case 'section':
      return { term: { sectionKey: { value: foldText(node.value) } } };
    case 'date':
      return dateClause(node, clock);
  }
}

function anyOf(field: string, entities: readonly KnownEntity[]): Clause {
  return { terms: { [field]: entities.map(({ id }) => id) } };
}

function named(clause: Clause, path: ClausePath, { options }: Around): Clause {
  if (options.named !== true) return clause;
  return { bool: { must: [clause], _name: clauseName(path) } };
}
