import type { Sheet } from './name-span.ts';
import type { TaggedName, Tagger } from './tagger.ts';

const possessive = /^['’]s/;

/** What a tagger is given of tokens `from` up to `to`, and the token that each word of it belongs to. */
export type TaggerWords = { words: string[]; places: number[] };

/**
 * The tokens as the tagger has learnt to read them. Our own leave the "'s" of "Elon Musk's Tesla" out;
 * without it two names look like one.
 */
export function wordsFor(
  sheet: Sheet,
  { from, to }: { from: number; to: number },
  { readsPossessives = false }: Pick<Tagger, 'readsPossessives'>,
): TaggerWords {
  const words: string[] = [];
  const places: number[] = [];
  for (let at = from; at < to; at += 1) {
    const { text = '', end = 0 } = sheet.tokens[at] ?? {};
    words.push(text);
    places.push(at);
    if (!readsPossessives || !possessive.test(sheet.text.slice(end, end + 2))) continue;
    words.push("'", 's');
    places.push(at, at);
  }
  return { words, places };
}

/** A name among the tagger's words as a name among the tokens; none where it is of no token's own. */
export function toTokens({ places }: TaggerWords, name: TaggedName): TaggedName | undefined {
  const from = places[name.from];
  const last = places[name.to - 1];
  if (from === undefined || last === undefined || places[name.from - 1] === from) return undefined;
  return { type: name.type, from, to: last + 1 };
}
