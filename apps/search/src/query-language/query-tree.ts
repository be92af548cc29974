import type { EntityType } from '@warta/contracts';

/**
 * A query as it was written, in a form that has no syntax left: every string in it is text, a name
 * or a checked value. `parseQuery` makes it, `printQuery` writes it down again.
 */
export type QueryNode =
  | Combined<QueryNode>
  | Negated<QueryNode>
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | Phrase
  | Prefix
  | Near
  | Within<QueryNode>
  | NamedEntity
  | ValueLeaf;

/** At least two. Of its own kind only what was put into parentheses: a group of its own. */
export interface Combined<Node> {
  readonly kind: 'and' | 'or';
  readonly of: readonly Node[];
}

export interface Negated<Node> {
  readonly kind: 'not';
  readonly of: Node;
}

/** Found as it stands. */
export interface Phrase {
  readonly kind: 'phrase';
  readonly text: string;
}

/** The beginning of a word. */
export interface Prefix {
  readonly kind: 'prefix';
  readonly text: string;
}

/** Both in one field with at most `distance` words between them, in either order. */
export interface Near {
  readonly kind: 'near';
  readonly distance: number;
  readonly of: readonly [NearOperand, NearOperand];
}

/** A single word is a phrase here: what stands near is found as it stands. */
export type NearOperand = Phrase | Near | NearChoice;

export interface NearChoice {
  readonly kind: 'or';
  readonly of: readonly NearOperand[];
}

/** Text in the title alone, or in one and the same quote. Nothing but text is inside. */
export interface Within<Node> {
  readonly kind: 'title' | 'quote';
  readonly of: Node;
}

export const entityFields = ['person', 'org', 'place', 'event', 'entity', 'speaker'] as const;
export type EntityField = (typeof entityFields)[number];

/** `person:"Kim Jong Un"`: the entity of that name, not its words. */
export interface NamedEntity {
  readonly kind: 'entity';
  readonly field: EntityField;
  readonly name: string;
}

export type ValueLeaf =
  { readonly kind: 'feed' | 'lang' | 'section'; readonly value: string } | DateRange;

/**
 * Days as YYYY, YYYY-MM or YYYY-MM-DD or by a `NamedTime`, both ends included; or the time up to now.
 * Whose days they are is not said here: `dateBounds` knows.
 */
export interface DateRange {
  readonly kind: 'date';
  readonly from?: string;
  readonly to?: string;
  readonly last?: { readonly count: number; readonly unit: 'h' | 'd' | 'w' | 'm' | 'y' };
}

/** The same with runs of words cut into words and names, and names tied to entities. */
export type UnderstoodNode =
  | Combined<UnderstoodNode>
  | Negated<UnderstoodNode>
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string; readonly entities: readonly KnownEntity[] }
  | Phrase
  | Prefix
  | Near
  | Within<UnderstoodNode>
  | (NamedEntity & { readonly entities: readonly KnownEntity[] })
  | ValueLeaf;

/** What a name stands for in the index. */
export interface KnownEntity {
  /** Warta's id, or Wikidata's. */
  readonly id: string;
  readonly type?: EntityType;
  readonly name?: string;
  /** Other names it goes by in articles, the most frequent first; not all of them. */
  readonly aliases: readonly string[];
}

/** A name of the query and the entities that it was expanded into. */
export interface NameExpansion {
  readonly text: string;
  /** Absent for words outside of a field. */
  readonly field?: EntityField;
  readonly entities: readonly KnownEntity[];
}

export interface UnderstoodQuery {
  readonly node: UnderstoodNode;
  readonly expansions: readonly NameExpansion[];
  /** False when a name is borne by more entities than are searched, or not all could be asked. */
  readonly isComplete: boolean;
  /** Whether it has words that may be found in a text: then relevance orders, and hits are marked. */
  readonly hasText: boolean;
}
