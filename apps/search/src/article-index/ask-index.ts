import { errors } from '@elastic/elasticsearch';
import { TransientError } from '@warta/messaging';
import type { AskLimit } from './ask-limit.ts';

/** Elasticsearch understood the request and will not have it: a bug of ours, not an outage. */
const BAD_REQUEST = 400;

/**
 * Runs requests for somebody who can ask again.
 * @throws TransientError when Elasticsearch cannot answer now, or too many ask at once; every other
 * error as it is.
 */
export async function askIndex<T>(
  { askLimit }: { readonly askLimit: AskLimit },
  doing: string,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await askLimit.run(ask);
  } catch (error) {
    const isOurs = error instanceof errors.ResponseError && error.statusCode === BAD_REQUEST;
    if (isOurs || !(error instanceof errors.ElasticsearchClientError)) throw error;
    throw new TransientError(`${doing}: ${error.message}`, { cause: error });
  }
}
