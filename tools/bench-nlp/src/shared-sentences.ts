import { plainWords } from './duplicate-pairs.ts';

/** Of sentences with so many words that two articles share, how many stand in different stories. */
export type SharedSentences = { words: number; shared: number; apart: number };

/** A sentence that closes every article of a house tells no more with its thousandth. */
const ARTICLES_MAX = 50;

/**
 * How much it says of two texts that both have the very same sentence: from how many words on is
 * it one story that is told twice, and up to how many what everybody writes?
 *
 * @param isOneStory of two articles, by their places; asked of those within the window only.
 */
export function sharedSentences(
  articles: readonly { readonly body: string; readonly atMs: number }[],
  { upTo, windowMs }: { upTo: number; windowMs: number },
  isOneStory: (a: number, b: number) => boolean,
): SharedSentences[] {
  const places = new Map<string, number[]>();
  articles.forEach(({ body }, at) => {
    for (const sentence of new Set(sentencesOf(body, upTo))) {
      const known = places.get(sentence);
      if (known === undefined) places.set(sentence, [at]);
      else if (known.length < ARTICLES_MAX) known.push(at);
    }
  });
  const counts = Array.from({ length: upTo }, (_, at) => ({ words: at + 1, shared: 0, apart: 0 }));
  for (const [sentence, those] of places) {
    const pairs = those.flatMap((b, at) => those.slice(0, at).map((a) => [a, b] as const));
    const near = pairs.filter(
      ([a, b]) => Math.abs((articles[a]?.atMs ?? 0) - (articles[b]?.atMs ?? 0)) <= windowMs,
    );
    const count = counts[sentence.split(' ').length - 1];
    if (near.length === 0 || count === undefined) continue;
    count.shared += 1;
    count.apart += Number(near.some(([a, b]) => !isOneStory(a, b)));
  }
  return counts;
}

function sentencesOf(body: string, upTo: number): string[] {
  return body
    .split(/\n|(?<=[.!?])\s+/)
    .map(plainWords)
    .filter(({ length }) => length > 0 && length <= upTo)
    .map((words) => words.join(' '));
}
