import { LINE_LENGTH_MAX } from '@warta/contracts';
import { cleanLine, cutText } from '@warta/formats';

/**
 * Why an article is killed or withheld, of what its publisher says to editors. On one line and cut to
 * what is kept: a kill is never refused for the words that come with it.
 */
export function withdrawalReason(note: unknown): string | undefined {
  if (typeof note !== 'string') return undefined;
  return cutText(cleanLine(note), LINE_LENGTH_MAX) || undefined;
}
