import type { QueryClock } from './date-bounds.ts';
import { readFieldValue } from './field-value.ts';
import type { ValuedField } from './field-value.ts';
import { nearSize } from './near-size.ts';
import { QuerySyntaxError } from './query-errors.ts';
import { queryFaults } from './query-faults.ts';
import type { FaultTexts } from './query-faults.ts';
import { fieldNames, isFieldName, meantField } from './query-fields.ts';
import type { FieldName } from './query-fields.ts';
import {
  NEAR_DISTANCE_MAX,
  NEAR_OPERANDS_MAX,
  NEAR_WAYS_MAX,
  PHRASE_WORDS_MAX,
  PREFIX_LETTERS_MIN,
} from './query-limits.ts';
import type { Near, NearOperand, QueryNode } from './query-tree.ts';
import { countWords, hasWords } from './text-words.ts';
import type { TypedQuery } from './typed-query.ts';

type Words = Extract<QueryNode, { kind: 'words' }>;

/** Part of a field, with nothing of another field in it. */
const textKinds: readonly QueryNode['kind'][] = ['words', 'phrase', 'prefix', 'near'];
const fieldLike = /^(?<name>[a-z]+):(?<value>.*)$/su;

/**
 * What the parts of the grammar mean. One for each query: it remembers
 * where parts stand, so that refusals can say where.
 */
export class TreeMaker {
  readonly #q: TypedQuery;
  readonly #clock: QueryClock | undefined;
  /** UTF-16 offsets of all parts. */
  readonly #offsets = new WeakMap<QueryNode, number>();
  /** Words outside of parentheses: side by side they may be one name. */
  readonly #bare = new WeakSet<QueryNode>();

  constructor(q: TypedQuery, clock?: QueryClock) {
    this.#q = q;
    this.#clock = clock;
  }

  isText(text: string): boolean {
    return hasWords(text);
  }

  isField(name: string): boolean {
    return isFieldName(name.toLowerCase());
  }

  or(parts: readonly QueryNode[]): QueryNode {
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : this.#combined('or', parts);
  }

  and(parts: readonly { isBare: boolean; of: QueryNode }[]): QueryNode {
    const of: QueryNode[] = [];
    for (const part of parts) {
      const before = of.at(-1);
      if (part.isBare && this.#isBareWords(before) && this.#isBareWords(part.of)) {
        const words: Words = { kind: 'words', words: [...before.words, ...part.of.words] };
        this.#bare.add(words);
        of[of.length - 1] = this.#placed(words, this.#offsets.get(before));
      } else {
        of.push(part.of);
      }
    }
    const [only] = of;
    return of.length === 1 && only !== undefined ? only : this.#combined('and', of);
  }

  not(of: QueryNode, offset: number): QueryNode {
    return this.#placed({ kind: 'not', of }, offset);
  }

  near(
    first: QueryNode,
    rest: readonly { distance: number; of: QueryNode }[],
    offset: number,
  ): QueryNode {
    let node = first;
    for (const { distance, of } of rest) {
      const operands = [this.#nearOperand(node, offset), this.#nearOperand(of, offset)] as const;
      node = this.#placed({ kind: 'near', distance, of: operands }, offset);
      this.#checkNear({ kind: 'near', distance, of: operands }, this.#offsets.get(of) ?? offset);
    }
    return node;
  }

  #checkNear(node: Near, at: number): void {
    const { operands, ways } = nearSize(node);
    if (operands > NEAR_OPERANDS_MAX) {
      throw this.#error(at, queryFaults.nearTooMany(NEAR_OPERANDS_MAX));
    }
    if (ways > NEAR_WAYS_MAX) {
      throw this.#error(at, queryFaults.nearTooManyWays(NEAR_WAYS_MAX, ways));
    }
  }

  distance(digits: string, offset: number): number {
    const distance = /^\d{1,3}$/u.test(digits) ? Number(digits) : Number.NaN;
    if (distance <= NEAR_DISTANCE_MAX) return distance;
    throw this.#error(offset, queryFaults.nearDistance(NEAR_DISTANCE_MAX), ['a number']);
  }

  /** In parentheses, words are no longer side by side with those around. */
  group(of: QueryNode): QueryNode {
    return of.kind === 'words' ? this.#placed({ ...of }, this.#offsets.get(of)) : of;
  }

  phrase(text: string, offset: number): QueryNode {
    const words = countWords(text);
    if (words > PHRASE_WORDS_MAX) {
      throw this.#error(offset, queryFaults.phraseTooLong(PHRASE_WORDS_MAX, words));
    }
    return this.#placed({ kind: 'phrase', text: text.trim() }, offset);
  }

  word(run: string, offset: number): QueryNode {
    const { name, value } = fieldLike.exec(run)?.groups ?? {};
    const meant = name === undefined ? undefined : meantField(name);
    const isAddress = value?.startsWith('//') ?? false;
    const isFollowed =
      value !== '' || /^["“”„«»(]/u.test(this.#q.stored.slice(offset + run.length));
    if (meant !== undefined && isFollowed && !isAddress) {
      const says = queryFaults.unknownField(name ?? '', meant, fieldNames);
      throw this.#error(offset, says, [`${meant}:`]);
    }
    return this.value(run, offset);
  }

  value(run: string, offset: number): QueryNode {
    const star = run.indexOf('*');
    const text = run.replace(/\*+$/u, '');
    if (star !== -1 && star < text.length) {
      throw this.#error(offset + star, queryFaults.starInside());
    }
    if (star === -1) {
      const node: Words = { kind: 'words', words: [run] };
      this.#bare.add(node);
      return this.#placed(node, offset);
    }
    const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    const words = countWords(text);
    if (words > 1) throw this.#error(offset, queryFaults.prefixOfMany(words), ['a word']);
    if (letters < PREFIX_LETTERS_MIN || words !== 1) {
      throw this.#error(offset, queryFaults.prefixTooShort(PREFIX_LETTERS_MIN), ['a word']);
    }
    return this.#placed({ kind: 'prefix', text }, offset);
  }

  field(name: FieldName, of: QueryNode, offset: number): QueryNode {
    if (name === 'title' || name === 'quote') {
      this.#checkText(name, of, offset);
      return this.#placed({ kind: name, of }, offset);
    }
    return this.#placed(this.#valued(name, of, offset), offset);
  }

  /** `feed:(a OR b)` is `feed:a OR feed:b`. */
  #valued(name: ValuedField, of: QueryNode, offset: number): QueryNode {
    const at = this.#offsets.get(of) ?? offset;
    switch (of.kind) {
      case 'and':
      case 'or':
        return { kind: of.kind, of: of.of.map((part) => this.#valued(name, part, offset)) };
      case 'not':
        return { kind: 'not', of: this.#valued(name, of.of, offset) };
      case 'words':
        this.#checkSign(name, of.words[0], at);
        return this.#value(name, of.words.join(' '), at);
      case 'phrase':
        return this.#value(name, of.text, at);
      case 'prefix':
      case 'near':
      case 'title':
      case 'quote':
      case 'entity':
      case 'feed':
      case 'lang':
      case 'section':
      case 'date':
        throw this.#error(at, queryFaults.noList(name), ['a value']);
    }
  }

  #value(name: ValuedField, value: string, at: number): QueryNode {
    const node = readFieldValue(name, value, this.#clock);
    if (!('says' in node)) return node;
    throw this.#error(at, node.says, node.expected);
  }

  #checkText(name: 'title' | 'quote', of: QueryNode, offset: number): void {
    if (of.kind === 'and' || of.kind === 'or') {
      for (const part of of.of) this.#checkText(name, part, offset);
    } else if (of.kind === 'not') {
      this.#checkText(name, of.of, offset);
    } else if (of.kind === 'words') {
      this.#checkSign(name, of.words[0], this.#offsets.get(of) ?? offset);
    } else if (!textKinds.includes(of.kind)) {
      const at = this.#offsets.get(of) ?? offset;
      throw this.#error(at, queryFaults.onlyText(name), ['a word', 'a phrase']);
    }
  }

  #checkSign(name: FieldName, word: string | undefined, at: number): void {
    if (word?.startsWith('-')) {
      throw this.#error(at, queryFaults.excludeBefore(name), ['a value']);
    }
  }

  #nearOperand(node: QueryNode, offset: number): NearOperand {
    if (node.kind === 'phrase' || node.kind === 'near') return node;
    const at = this.#offsets.get(node) ?? offset;
    if (node.kind === 'words' && node.words.length === 1) {
      const [text = ''] = node.words;
      if (!text.startsWith('-')) return { kind: 'phrase', text };
      throw this.#error(at, queryFaults.nearExcluded(), ['a word']);
    }
    if (node.kind === 'or')
      return { kind: 'or', of: node.of.map((of) => this.#nearOperand(of, offset)) };
    const says = node.kind === 'prefix' ? queryFaults.nearPrefix() : queryFaults.nearOperand();
    throw this.#error(at, says, ['a word', 'a phrase']);
  }

  #isBareWords(node: QueryNode | undefined): node is Words {
    return node?.kind === 'words' && this.#bare.has(node);
  }

  /** Stands where its first part stands. */
  #combined(kind: 'and' | 'or', of: readonly QueryNode[]): QueryNode {
    const [first] = of;
    return this.#placed({ kind, of }, first && this.#offsets.get(first));
  }

  #placed<Node extends QueryNode>(node: Node, offset: number | undefined): Node {
    if (offset !== undefined) this.#offsets.set(node, offset);
    return node;
  }

  #error(offset: number, says: FaultTexts, expected: readonly string[] = []): QuerySyntaxError {
    return new QuerySyntaxError(this.#q.columnOf(offset), says, expected);
  }
}
