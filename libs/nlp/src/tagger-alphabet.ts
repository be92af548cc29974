/** What training wrote beside the model: tools/train-tagger/export_onnx.py. */
export type AlphabetFile = {
  tags: string[];
  conventions: Record<string, number>;
  /** Whether the model has learnt from sentences with "'" and "s" behind a possessor. */
  possessives?: boolean;
  transitions: number[][];
  chars: string[];
  words: string[];
};

/** Characters of a word that the model sees: its first and last eight when it is longer. */
export const charsPerWord = 16;
const unknown = 1;
const shapes = 8;
const caseRatios = 4;

/** A window as the numbers the model reads. Must match tools/train-tagger/tagger_model.py. */
export type EncodedWindow = { words: BigInt64Array; chars: BigInt64Array; shapes: BigInt64Array };

export class TaggerAlphabet {
  readonly #words: Map<string, bigint>;
  readonly #chars: Map<string, bigint>;

  constructor(file: AlphabetFile) {
    this.#words = numbered(file.words);
    this.#chars = numbered(file.chars);
  }

  encode(window: readonly string[]): EncodedWindow {
    const words = new BigInt64Array(window.length);
    const chars = new BigInt64Array(window.length * charsPerWord);
    const shapeNumbers = new BigInt64Array(window.length);
    const ratio = shapes * caseRatioOf(window);
    for (const [index, word] of window.entries()) {
      words[index] = this.#words.get(wordKey(word)) ?? BigInt(unknown);
      for (const [position, char] of charsOf(word).entries()) {
        chars[index * charsPerWord + position] = this.#chars.get(char) ?? BigInt(unknown);
      }
      shapeNumbers[index] = BigInt(shapeOf(word) + ratio);
    }
    return { words, chars, shapes: shapeNumbers };
  }
}

function numbered(entries: readonly string[]): Map<string, bigint> {
  return new Map(entries.map((entry, number) => [entry, BigInt(number)]));
}

function wordKey(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\p{Nd}/gu, '0');
}

function charsOf(word: string): string[] {
  const chars = [...word];
  if (chars.length <= charsPerWord) return chars;
  return [...chars.slice(0, charsPerWord / 2), ...chars.slice(-charsPerWord / 2)];
}

/** A window full of capitals is a headline: its share of capitalised words, in quarters. */
function caseRatioOf(window: readonly string[]): number {
  const words = window.filter((word) => /^\p{L}/u.test(word));
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return Math.min(caseRatios - 1, Math.floor((capitals * caseRatios) / Math.max(1, words.length)));
}

function shapeOf(word: string): number {
  if (!/^\p{L}/u.test(word)) return /^\p{Nd}/u.test(word) ? 1 : 2;
  if (isLower(word)) return 3;
  if ([...word].length === 1) return 6;
  if (isUpper(word)) return 4;
  const [first = '', ...rest] = word;
  return isUpper(first) && isLower(rest.join('')) ? 5 : 7;
}

/** As Python's str.islower and str.isupper: a letter with case, and none of the other case. */
function isLower(text: string): boolean {
  return text === text.toLowerCase() && text !== text.toUpperCase();
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
