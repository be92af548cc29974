import type { Token } from '@warta/nlp';
import { tokenise } from '@warta/nlp';
import type { ScoredSpan, ScoredType } from './entity-score.ts';
import type { MarkedText } from './gazetteer-baseline.ts';

const tags = ['O', 'B-PERSON', 'I-PERSON', 'B-ORGANIZATION', 'I-ORGANIZATION', 'B-LOCATION', 'I-LOCATION']; // prettier-ignore
/** Four rounds are 0.5 points worse on idner dev, 0.1 on the validation part of CoNLL-2003. */
const ROUNDS = 6;
const SEED = 20_230_612;

/**
 * The baseline that learns: an averaged perceptron (Collins 2002) that tags from left to right by words,
 * shapes, affixes and neighbours alone, as a plain CRF would: no word vectors, no gazetteer, no rules.
 */
export class PerceptronBaseline {
  readonly #features = new Map<string, number>();
  readonly #weights: Float64Array[] = [];

  constructor(texts: readonly MarkedText[]) {
    const rows = texts.map(({ text, names }) => {
      const tokens = tokenise(text);
      return { words: tokens.map(asWord), gold: tokens.map((token) => tagOf(token, names)) };
    });
    const sums: Float64Array[] = [];
    const seen: number[] = [];
    let step = 0;
    /** Keeps the sum of all weights that a feature has had, without touching the others. */
    const settle = (feature: number) => {
      const [weights, sum] = [this.#weights[feature], sums[feature]];
      const steps = step - (seen[feature] ?? 0);
      for (let tag = 0; weights && sum && tag < tags.length; tag += 1) {
        sum[tag] = (sum[tag] ?? 0) + steps * (weights[tag] ?? 0);
      }
      seen[feature] = step;
    };
    const learn = (features: readonly number[], right: number, wrong: number) => {
      for (const feature of features) {
        settle(feature);
        const weights = this.#weights[feature];
        if (!weights) continue;
        weights[right] = (weights[right] ?? 0) + 1;
        weights[wrong] = (weights[wrong] ?? 0) - 1;
      }
    };
    const random = randomFrom(SEED);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { words, gold } of shuffled(rows, random)) {
        let last = 0;
        for (const [at, right] of gold.entries()) {
          step += 1;
          const features = featuresOf(words, at, last).map((name) => this.#number(name, sums));
          const found = this.#best(features, last);
          if (found !== right) learn(features, right, found);
          last = found;
        }
      }
    }
    for (const [feature, sum] of sums.entries()) {
      settle(feature);
      this.#weights[feature] = sum;
    }
  }

  find(text: string): ScoredSpan[] {
    const tokens = tokenise(text);
    const words = tokens.map(asWord);
    const spans: ScoredSpan[] = [];
    let last = 0;
    for (const [at, token] of tokens.entries()) {
      const known = featuresOf(words, at, last).map((name) => this.#features.get(name) ?? -1);
      const tag = this.#best(known, last);
      const type = tags[tag]?.slice(2);
      const open = spans.at(-1);
      if (tag !== 0 && tag % 2 === 0 && open) open.to = token.end;
      else if (type) spans.push({ type: type as ScoredType, from: token.start, to: token.end });
      last = tag;
    }
    return spans;
  }

  #number(name: string, sums: Float64Array[]): number {
    const known = this.#features.get(name);
    if (known !== undefined) return known;
    const number = this.#features.size;
    this.#features.set(name, number);
    this.#weights.push(new Float64Array(tags.length));
    sums.push(new Float64Array(tags.length));
    return number;
  }

  /** An I- only behind its own B- or I-. */
  #best(features: readonly number[], last: number): number {
    const scores = new Float64Array(tags.length);
    for (const feature of features) {
      const weights = this.#weights[feature];
      for (let tag = 0; weights && tag < tags.length; tag += 1) {
        scores[tag] = (scores[tag] ?? 0) + (weights[tag] ?? 0);
      }
    }
    let best = 0;
    for (let tag = 1; tag < tags.length; tag += 1) {
      const isAllowed = tag % 2 === 1 || last === tag || last === tag - 1;
      if (isAllowed && (scores[tag] ?? 0) > (scores[best] ?? 0)) best = tag;
    }
    return best;
  }
}

type Word = { text: string; key: string; shape: string };

function asWord({ text, key, newLine }: Token): Word {
  const shape = text
    .replaceAll(/\p{Lu}+/gu, 'A')
    .replaceAll(/\p{Ll}+/gu, 'a')
    .replaceAll(/\p{N}+/gu, '0');
  return { text, key, shape: newLine ? `^${shape}` : shape };
}

function featuresOf(words: readonly Word[], at: number, last: number): string[] {
  const none: Word = { text: '', key: '', shape: '' };
  const [before2 = none, before = none, word = none, after = none, after2 = none] = [
    words[at - 2],
    words[at - 1],
    words[at],
    words[at + 1],
    words[at + 2],
  ];
  const tag = tags[last] ?? 'O';
  return [
    'always',
    `w ${word.text}`,
    `k ${word.key}`,
    `s ${word.shape}`,
    `< ${word.key.slice(0, 3)}`,
    `> ${word.key.slice(-3)}`,
    `-1 ${before.key}`,
    `+1 ${after.key}`,
    `-2 ${before2.key}`,
    `+2 ${after2.key}`,
    `-1s ${before.shape} ${word.shape}`,
    `+1s ${word.shape} ${after.shape}`,
    `t ${tag}`,
    `tw ${tag} ${word.key}`,
    `ts ${tag} ${word.shape}`,
    `-1w ${before.key} ${word.key}`,
  ];
}

function tagOf({ start, end }: Token, names: readonly ScoredSpan[]): number {
  const name = names.find(({ from, to }) => start < to && end > from);
  return name ? tags.indexOf(`${start <= name.from ? 'B' : 'I'}-${name.type}`) : 0;
}

/** A seeded order (Park and Miller's generator), so that every run learns the same. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const ranks = items.map((item) => ({ item, rank: random() }));
  return ranks.toSorted((a, b) => a.rank - b.rank).map(({ item }) => item);
}
