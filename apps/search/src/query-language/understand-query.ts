import type { EntityType } from '@warta/contracts';
import { foldName } from '../article-index/fold-name.ts';
import { affordable } from './query-cost.ts';
import { typesOfField } from './query-fields.ts';
import type {
  KnownEntity,
  NameExpansion,
  NamedEntity,
  QueryNode,
  UnderstoodNode,
  UnderstoodQuery,
} from './query-tree.ts';

/** Knows which names are names of entities. `NamesInIndex` asks the index. */
export interface EntityFinder {
  /** The entities of each name, in the order of the names. */
  find(names: readonly AskedName[]): Promise<readonly FoundName[]>;
}

export interface AskedName {
  readonly name: string;
  /** Only entities of these; of all when absent. */
  readonly types?: readonly EntityType[];
  /** Whether it stood in a text: most such are no names, and an id there is a word. */
  readonly isText: boolean;
}

export interface FoundName {
  readonly entities: readonly KnownEntity[];
  /** False when more entities bear the name. */
  readonly isComplete: boolean;
}

/** A name has no more words: "Kementerian Pemberdayaan Perempuan dan Perlindungan Anak" has six. */
const NAME_WORDS_MAX = 6;

/** Shorter names are too often words, unless they are typed in capitals. */
const SHORT_NAME_LENGTH = 3;

/** Names looked up for one query: all of thirty words, up to five words long; of more, shorter ones. */
const TEXT_NAMES_MAX = 160;

/**
 * A word that more entities are called by ("Kim") is searched as a word: that finds them all, since
 * they are called so.
 */
export const ENTITIES_PER_WORD_MAX = 20;

/**
 * Finds out which words are names of entities, the longest names first, and ties `person:` and the
 * like to entities. What is quoted stays as it stands.
 * @throws TooExpensiveQueryError
 */
export async function understandQuery(
  finder: EntityFinder,
  node: QueryNode,
): Promise<UnderstoodQuery> {
  const ofFields: AskedName[] = [];
  const ofTexts: AskedName[] = [];
  collectNames(node, ofFields, ofTexts);
  ofTexts.sort((one, other) => wordsOf(one.name) - wordsOf(other.name));
  const asked = distinct([...ofFields, ...distinct(ofTexts).slice(0, TEXT_NAMES_MAX)]);
  const found = asked.length === 0 ? [] : await finder.find(asked);
  const known = new Map(asked.map((name, at) => [keyOf(name), found[at]]));
  const understanding = new Understanding(known);
  const understood = affordable(understanding.of(node));
  return {
    node: understood,
    expansions: understanding.expansions,
    isComplete: understanding.isComplete,
    hasText: hasText(understood),
  };
}

class Understanding {
  readonly expansions: NameExpansion[] = [];
  isComplete = true;
  readonly #known: ReadonlyMap<string, FoundName | undefined>;

  constructor(known: ReadonlyMap<string, FoundName | undefined>) {
    this.#known = known;
  }

  of(node: QueryNode): UnderstoodNode {
    switch (node.kind) {
      case 'and':
        return { kind: 'and', of: node.of.flatMap((of) => this.#together(of)) };
      case 'or':
        return { kind: 'or', of: node.of.map((of) => this.of(of)) };
      case 'not':
      case 'title':
      case 'quote':
        return { kind: node.kind, of: this.of(node.of) };
      case 'words': {
        const of = this.#words(node.words);
        const [only] = of;
        return of.length === 1 && only !== undefined ? only : { kind: 'and', of };
      }
      case 'entity':
        return { ...node, entities: this.#entities(node) };
      case 'phrase':
      case 'prefix':
      case 'near':
      case 'feed':
      case 'lang':
      case 'section':
      case 'date':
        return node;
    }
  }

  /** A run of words inside of an AND needs no AND of its own. */
  #together(node: QueryNode): UnderstoodNode[] {
    return node.kind === 'words' ? this.#words(node.words) : [this.of(node)];
  }

  #entities(node: NamedEntity): readonly KnownEntity[] {
    const found = this.#known.get(keyOf(askedOf(node)));
    const entities = found?.entities ?? [];
    this.expansions.push({ text: node.name, field: node.field, entities });
    this.isComplete &&= found?.isComplete ?? false;
    return entities;
  }

  #words(words: readonly string[]): UnderstoodNode[] {
    const nodes: UnderstoodNode[] = [];
    for (let at = 0; at < words.length;) {
      const name = this.#nameAt(words, at);
      if (name === undefined) {
        nodes.push({ kind: 'word', text: words[at] ?? '' });
        at += 1;
      } else {
        nodes.push({ kind: 'name', ...name });
        this.expansions.push(name);
        at += wordsOf(name.text);
      }
    }
    return nodes;
  }

  #nameAt(words: readonly string[], at: number) {
    for (let count = Math.min(NAME_WORDS_MAX, words.length - at); count > 0; count -= 1) {
      const text = words.slice(at, at + count).join(' ');
      const found = this.#known.get(keyOf({ name: text, isText: true }));
      const entities = found?.entities ?? [];
      const isTooMany =
        count === 1 && (entities.length > ENTITIES_PER_WORD_MAX || found?.isComplete === false);
      if (entities.length > 0 && !isTooMany) {
        this.isComplete &&= found?.isComplete ?? true;
        return { text, entities };
      }
    }
    return undefined;
  }
}

function collectNames(node: QueryNode, ofFields: AskedName[], ofTexts: AskedName[]): void {
  switch (node.kind) {
    case 'and':
    case 'or':
      for (const of of node.of) collectNames(of, ofFields, ofTexts);
      break;
    case 'not':
    case 'title':
    case 'quote':
      collectNames(node.of, ofFields, ofTexts);
      break;
    case 'words':
      for (let at = 0; at < node.words.length; at += 1) {
        const end = Math.min(at + NAME_WORDS_MAX, node.words.length);
        for (let to = at + 1; to <= end; to += 1) {
          const name = node.words.slice(at, to).join(' ');
          if (mayBeName(name)) ofTexts.push({ name, isText: true });
        }
      }
      break;
    case 'entity':
      ofFields.push(askedOf(node));
      break;
    case 'phrase':
    case 'prefix':
    case 'near':
    case 'feed':
    case 'lang':
    case 'section':
    case 'date':
      break;
  }
}

/** "AS" is the United States, "as" a word. */
function mayBeName(text: string): boolean {
  return text.length >= SHORT_NAME_LENGTH || (text.length > 1 && text === text.toUpperCase());
}

function askedOf({ field, name }: NamedEntity): AskedName {
  const types = typesOfField[field];
  return { name, isText: false, ...(types && { types }) };
}

function distinct(names: readonly AskedName[]): AskedName[] {
  return [...new Map(names.map((name) => [keyOf(name), name])).values()];
}

/** Names that are asked for alike. */
export function keyOf({ name, types, isText }: AskedName): string {
  return `${isText ? 'text' : (types?.join() ?? 'all')}|${foldName(name)}`;
}

function wordsOf(name: string): number {
  return name.split(' ').length;
}

/** Something that a text can show; what is excluded twice is there again. */
function hasText(node: UnderstoodNode, isExcluded = false): boolean {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of.some((of) => hasText(of, isExcluded));
    case 'not':
      return hasText(node.of, !isExcluded);
    case 'title':
    case 'quote':
      return hasText(node.of, isExcluded);
    case 'word':
    case 'name':
    case 'phrase':
    case 'prefix':
    case 'near':
      return !isExcluded;
    case 'entity':
    case 'feed':
    case 'lang':
    case 'section':
    case 'date':
      return false;
  }
}
