/** A saved search as somebody would type it. */
export interface SavedQuery {
  readonly q: string;
  /** Of each group one word must be in an article; what a look before the query may go by. */
  readonly needs: readonly (readonly string[])[];
}

/** Words in fewer articles are slips of the pen, in more nobody saves them. */
const ARTICLES_MIN = 3;
const SHARE_MAX = 1 / 8;
const WORD = /^[a-z]{4,}$/;

/** Repeatable, so that runs can be compared: the generator of Numerical Recipes. */
function dice(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Dice = () => number;
const pick = <T>(some: readonly T[], random: Dice): T =>
  some[Math.floor(random() * some.length)] as T;

/** Searches as desks keep them: words of the news by how often they occur, phrases, names. */
export function savedQueries(
  articles: readonly { text: string; names: readonly string[] }[],
  count: number,
): SavedQuery[] {
  const random = dice();
  const words = vocabulary(articles.map(({ text }) => text));
  const pairs = articles.flatMap(({ text }) => pairIn(text, random));
  const names = articles.flatMap(({ names: some }) => some).filter((name) => name.includes(' '));
  const word = () => words[Math.floor(Math.sqrt(random()) * words.length)] ?? 'berita';
  const kinds: readonly [share: number, make: () => SavedQuery][] = [
    [0.3, () => allOf([word(), word()])],
    [0.2, () => phrase(pick(pairs, random))],
    [0.2, () => ({ q: pick(names, random), needs: [] })],
    [0.1, () => ({ q: `person:"${pick(names, random)}" ${word()}`, needs: [] })],
    [0.1, () => anyOf([word(), word(), word(), word()])],
    [0.1, () => choice(word(), [word(), word()], word())],
  ];
  return Array.from({ length: count }, () => {
    let at = random();
    const [, make] = kinds.find(([share]) => (at -= share) < 0) ?? kinds[0] ?? [];
    return make?.() ?? allOf([word()]);
  });
}

const allOf = (words: readonly string[]): SavedQuery => ({
  q: words.join(' '),
  needs: words.map((word) => [word]),
});
const anyOf = (words: readonly string[]): SavedQuery => ({ q: words.join(' OR '), needs: [words] });
const phrase = (words: readonly string[]): SavedQuery => ({
  q: `"${words.join(' ')}"`,
  needs: words.map((word) => [word]),
});
const choice = (first: string, one: readonly string[], none: string): SavedQuery => ({
  q: `${first} (${one.join(' OR ')}) -${none}`,
  needs: [[first], one],
});

/** The rarest first. */
function vocabulary(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= ARTICLES_MIN && count <= texts.length * SHARE_MAX)
    .sort(([, one], [, other]) => one - other)
    .map(([word]) => word);
}

function pairIn(text: string, random: Dice): string[][] {
  const words = text.toLowerCase().split(/\s+/);
  const at = Math.floor(random() * words.length);
  const pair = words.slice(at, at + 2);
  return pair.length === 2 && pair.every((word) => WORD.test(word)) ? [pair] : [];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
