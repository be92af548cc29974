import { identityUrl } from '@warta/formats';
import { v5 as uuidv5 } from 'uuid';

/** Namespace of article ids, version 1. FROZEN. */
const ARTICLE_NAMESPACE = '9a1c1f0e-6f0d-5b7e-9a59-5c1d3f2b8e47';

/** How a feed names one of its articles: its own id counts, else the URL. */
export interface ArticleName {
  feed: string;
  id?: string | undefined;
  url?: string | undefined;
}

/**
 * The article's id: UUIDv5 over the JSON array [feed, the feed's own id, else the identity URL].
 * FROZEN, as identityUrl is. JSON keeps apart what plain joining would mix up.
 * @throws Error when there is neither id nor URL; requests without either never come this far.
 */
export function articleIdentity({ feed, id, url }: ArticleName): string {
  const name = id ?? (url === undefined ? undefined : identityUrl(url));
  if (name === undefined) throw new Error('an article needs an id or a URL to have an identity');
  return uuidv5(JSON.stringify([feed, name]), ARTICLE_NAMESPACE);
}
