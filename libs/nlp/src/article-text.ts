/** What is annotated. Offsets in the annotation point into these strings as given. */
export type ArticleText = { title?: string; body: string };

/** What is known about the article besides its text. */
export type AnnotationContext = {
  /** ISO 8601 time of publication; relative dates need it. */
  publishedAt?: string;
  /** IANA zone the article counts its days in; Asia/Jakarta when absent. */
  timeZone?: string;
  /** The language the feed says it is in. */
  declaredLanguage?: string;
};

/** The longest body that is looked at, in UTF-16 units: twenty times a long newspaper article. */
export const bodyCharsMax = 200_000;

/** The longest title that is looked at. */
export const titleCharsMax = 1_000;

/**
 * The most entities of one article, far above any real one. An article's state travels in one event
 * of at most 4 MiB, and each entity takes some 200 bytes of it: a list of 22,000 names would be
 * stored and could never be published.
 */
export const entitiesMax = 5_000;

/** The most quotes of one article, for the same reason: each takes some 300 bytes. */
export const quotesMax = 3_000;

/**
 * The part of a text that is annotated: the whole, or, over the limit, what ends with the last whole
 * paragraph (else the last white space) before it.
 */
export function cutAtParagraph(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  const head = text.slice(0, charsMax);
  const paragraph = head.lastIndexOf('\n');
  const cut = paragraph > charsMax / 2 ? paragraph : head.lastIndexOf(' ');
  return cut > charsMax / 2 ? head.slice(0, cut) : head;
}
