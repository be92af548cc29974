import { TransientError } from '@warta/messaging';
import type { ArticleDocument, IndexingFacts } from './article-document.ts';
import { askIndex } from './ask-index.ts';
import type { ArticleIndex } from './article-index.ts';

/**
 * An article's document, or the named fields of it: in real time, so newer than any search, and
 * never older than an answer given before.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function readDocument<Document extends Partial<ArticleDocument>>(
  index: ArticleIndex,
  articleId: string,
  fields?: readonly string[],
): Promise<(Document & IndexingFacts) | undefined> {
  const { client, names } = index;
  return askIndex(index, `reading article ${articleId}`, async () => {
    const found = await client.get<Document & IndexingFacts>(
      {
        index: names.read,
        id: articleId,
        // The same copy for every reader of an article: another might be a write behind.
        preference: articleId,
        ...(fields && { _source_includes: [...fields] }),
      },
      { ignore: [404] },
    );
    if (found.found === undefined) throw new TransientError(`there is no ${names.read}`);
    return found.found ? found._source : undefined;
  });
}
