import type { FoldedEntity } from './fold-entities.ts';
import type { Token } from './tokens.ts';

/** Where an entity is named in the body, in tokens. */
export type NamedAt = { from: number; to: number; roleFrom: number; entity: FoldedEntity };

/** The two English pronouns for one person. */
export type Gender = 'he' | 'she';

/** What the quotes that are read so far have told. */
export type Heard = {
  /** The tokens behind quotes of somebody without a name, in order. */
  unnamedAt: number[];
  /** The English pronoun that was used for an entity. */
  genders: Map<string, Gender>;
};

/** The tokens of the body with the names on them. */
export type SpeechScene = {
  text: string;
  tokens: readonly Token[];
  /** For each token the name that starts there, its office included. */
  startingAt: ReadonlyMap<number, NamedAt>;
  /** For each token the name that ends right before it. */
  endingAt: ReadonlyMap<number, NamedAt>;
  /** Persons in order of where the reporter names them. */
  persons: readonly NamedAt[];
  /** The token where a second person is named. */
  secondPersonAt: number;
  /** Persons in order of where the reporter says that they speak. */
  speaking: readonly NamedAt[];
  /** Persons in order of where a sentence of the reporter is about them. */
  subjects: readonly NamedAt[];
  heard: Heard;
};
