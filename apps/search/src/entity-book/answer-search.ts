import { TransientError } from '@warta/messaging';
import { ProblemError, unavailable } from '@warta/service';
import { InvalidSearchError } from '../search-articles/invalid-search-error.ts';

/** What a handler asked for, with errors as the caller is told them. */
export async function answerSearch<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof InvalidSearchError) {
      const { parameter, message: detail } = error;
      const errors = [{ pointer: `?${parameter}`, detail }];
      throw new ProblemError(400, `The parameter ${parameter} ${detail}.`, { errors });
    }
    if (!(error instanceof TransientError)) throw error;
    throw unavailable('The index does not answer just now; send the same request again.', error);
  }
}
