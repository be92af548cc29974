import { Extras } from '@warta/contracts';
import type { FeedDefaults, PushArticle } from '@warta/contracts';

type Described = Pick<PushArticle, 'title' | 'byline' | 'language' | 'section' | 'extras'>;

/** The push with what its feed says of all its articles where it says nothing itself. */
export function withDefaults(push: Described, defaults: FeedDefaults = {}): Described {
  const { title, byline, extras } = push;
  return {
    title,
    byline,
    language: push.language ?? defaults.language,
    section: push.section ?? defaults.section,
    extras: withPriority(extras, defaults.priority),
  };
}

/** Extras that are full already stay as they are: a default must not make a push invalid. */
function withPriority(
  extras: PushArticle['extras'],
  priority: number | undefined,
): PushArticle['extras'] {
  if (priority === undefined || (extras && Object.hasOwn(extras, 'priority'))) return extras;
  const filled = { ...extras, priority };
  return Extras.safeParse(filled).success ? filled : extras;
}

/**
 * The text without lines that begin with one of these, as every article of the house has them. A text
 * that would have nothing left stays as it is: then the rule is wrong, not the article.
 */
export function withoutJunkLines(text: string, junk: readonly string[]): string {
  if (junk.length === 0) return text;
  const lines = text.split('\n');
  const kept = lines.filter((line) => {
    const shown = line.trimStart();
    return !junk.some((beginning) => shown.startsWith(beginning));
  });
  if (kept.length === lines.length) return text;
  const rest = kept
    .filter((line, at) => line.trim() !== '' || (kept[at - 1] ?? '').trim() !== '')
    .join('\n')
    .trim();
  return rest === '' ? text : rest;
}
