import { TransientError } from '@warta/messaging';
import { ProblemError, unavailable } from '@warta/service';
import {
  NoDifferenceError,
  UnknownRevisionError,
  WithdrawnRevisionError,
} from './read-revisions.ts';

/** Runs what asks for states of an article. @throws ProblemError that tells what to ask instead. */
export async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof UnknownRevisionError) throw new ProblemError(404, error.message);
    if (error instanceof WithdrawnRevisionError) throw new ProblemError(410, error.message);
    if (error instanceof NoDifferenceError) throw new ProblemError(400, error.message);
    if (!(error instanceof TransientError)) throw error;
    const detail = 'The index does not answer just now; send the same request again.';
    throw unavailable(detail, error);
  }
}
