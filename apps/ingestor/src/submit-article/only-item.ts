import { ProblemError } from '@warta/service';
import type { ReadItem } from '../submit-items/read-items.ts';
import type { Submitted } from '../submissions/submissions.ts';

/**
 * The event of a document that must hold exactly one article.
 * @throws ProblemError 422
 */
export function onlyEventOf(
  items: readonly ReadItem[],
  feed: string,
  headers: Readonly<Record<string, string>>,
): Submitted {
  const [item] = items;
  if (item === undefined) throw new ProblemError(422, 'There is no article in it.', { headers });
  if (items.length > 1) {
    throw new ProblemError(
      422,
      `The document has ${items.length} items: send it to POST /v1/feeds/${feed}/items.`,
      { headers },
    );
  }
  if ('event' in item) return item.event;
  const { errors } = item;
  throw new ProblemError(422, 'The article is refused.', { headers, errors });
}
