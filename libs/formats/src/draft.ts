import type { PushArticle } from '@warta/contracts';

/**
 * An article as a document of any format says it: what POST /v1/articles takes, without the feed. Not
 * yet validated: lengths, NUL characters and the like are judged once, for all formats, by PushArticle.
 */
export type ArticleDraft = Omit<PushArticle, 'feed'>;

/** The article is gone: its id or URL, and why when the publisher says so. */
export interface Withdrawal {
  id?: string;
  url?: string;
  reason?: string;
}

/** One item of a document, in the document's order. One that cannot be read never costs the others. */
export type Item =
  | { readonly pointer: string; readonly draft: ArticleDraft }
  | { readonly pointer: string; readonly withdrawal: Withdrawal }
  | { readonly pointer: string; readonly refusal: readonly FieldProblem[] };

/** What is wrong and where: RFC 6901 for JSON, a path such as `/rss/channel/item[2]` for XML. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * What a publisher says beyond title and body, under the same names whatever the format; kept in
 * `extras`, shown, never interpreted. Fields of a format with no name here go under their own.
 */
export interface ExtrasVocabulary {
  summary?: string;
  /** Free words the publisher gave. */
  keywords?: string[];
  /** Of a controlled vocabulary: code, and name when given. */
  subjects?: { code?: string; name?: string; scheme?: string }[];
  authors?: { name?: string; uri?: string; email?: string; role?: string }[];
  /** Pictures, sound, film and files that belong to the article. */
  media?: {
    url: string;
    type?: string;
    caption?: string;
    credit?: string;
    width?: number;
    height?: number;
    bytes?: number;
    seconds?: number;
  }[];
  /** Other pages about it: related, replies, canonical, source. */
  links?: { url: string; rel?: string; title?: string; type?: string }[];
  rights?: string;
  /** Where it was written, as printed. */
  dateline?: string;
  slug?: string;
  genre?: string;
  editorialNote?: string;
  /** IPTC urgency, 1 is most urgent, to 9. */
  priority?: number;
  /** Who first published it, when that is another one than the feed. */
  source?: { name?: string; url?: string };
  places?: { name?: string; latitude?: number; longitude?: number; code?: string }[];
}

/** A document that cannot be read at all; the message is for the one who sent it. */
export class DocumentError extends Error {
  /** Where, when that can be said. */
  readonly pointer: string;

  constructor(message: string, pointer = '') {
    super(message);
    this.pointer = pointer;
  }
}

/** Of no format that is taken: another media type or another document is needed, not a repair. */
export class UnknownFormatError extends DocumentError {}

/** More items than one document may have: it is to be sent in parts. */
export class TooManyItemsError extends DocumentError {}
