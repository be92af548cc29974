/** What a tagger can tell apart. */
export type NameType = 'PERSON' | 'ORGANIZATION' | 'LOCATION';

/** A name at tokens `from` up to, not including, `to` of a window. */
export type TaggedName = { type: NameType; from: number; to: number };

/** The tagger of a language, loaded at its first use; undefined where there is none. */
export type TaggerOfLanguage = (language: string) => Promise<Tagger | undefined>;

/**
 * What a text is, because corpora do not agree on what a name is. `article`: every place is marked,
 * also in "warga Palestina" and where a country acts. `sentence`: one sentence by itself, as corpora
 * of single sentences mark it: places as places only.
 */
export type TextStyle = 'article' | 'sentence';

/**
 * Says which tokens of a text name somebody or something. The built-in one ships with Warta;
 * an operator may put a stronger one in its place.
 */
export type Tagger = {
  /** Name and version, such as "tagger-id-1": the proof kept with each mention. */
  readonly name: string;
  /** The most tokens of one window; longer texts are cut by `layOutWindows`. */
  readonly windowTokensMax: number;
  /** Wants the "'s" that tokens leave out as two words: an apostrophe and an s. */
  readonly readsPossessives?: boolean;
  /** The names of a window, in order, without overlaps. The same tokens give the same names. */
  tag(window: readonly string[], style: TextStyle): Promise<TaggedName[]>;
};
