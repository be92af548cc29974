import { createHash } from 'node:crypto';
import { likenessOf, printOf, SHINGLE_WORDS } from '@warta/nlp/likeness';
import type { TextPrint } from '@warta/nlp/likeness';
import { exactPairs, plainWords } from './duplicate-pairs.ts';
import type { Pair } from './duplicate-pairs.ts';
import { agreementOf, readJudgedPairs } from './judged-pairs.ts';
import type { Agreement, JudgedPair } from './judged-pairs.ts';
import type { RealArticle } from './real-articles.ts';
import { sharedSentences } from './shared-sentences.ts';
import type { SharedSentences } from './shared-sentences.ts';

/** As the enricher's window, see relate-articles there. */
export const WINDOW_DAYS = 7;
export const YARDSTICK = 0.8;
/** From here on pairs are counted; below, two texts share no more than furniture and names. */
const COUNTED_FROM = 0.3;
/** Sentences that two articles share are told up to this many words: flashes are not longer. */
const SENTENCE_WORDS_MAX = 10;
/** Two articles with less of the shorter one's 4-grams in common tell two stories. */
const ONE_STORY_CONTAINMENT_MIN = 0.3;
/** Lower edges of the bands in which judged pairs are told. */
const EDGES = [0.3, 0.4, 0.5, 0.6, 0.7, YARDSTICK];

export type FoundPairs = { name: string; found: number; right: number };
export type Speed = { name: string; perSecond: number };

export interface DuplicateFacts {
  readonly articles: number;
  readonly pairs: number;
  readonly yardstick: number;
  readonly ways: readonly FoundPairs[];
  readonly candidates: number;
  readonly speeds: readonly Speed[];
  readonly judged: readonly { from: number; duplicates: number; of: number; pairs: number }[];
  readonly agreement: Agreement;
  readonly sentences: readonly SharedSentences[];
  /** Of the judged pairs from the yardstick on those whose headlines differ. */
  readonly otherHeadlines: { readonly duplicates: number; readonly of: number };
}

/** How well and how fast prints find what exact counting finds. */
export function measureDuplicates(articles: readonly RealArticle[]): DuplicateFacts {
  const windowMs = WINDOW_DAYS * 86_400_000;
  const atMs = articles.map(({ publishedAt }) => Date.parse(publishedAt));
  const isNear = ([a, b]: readonly [number, number]) =>
    Math.abs((atMs[a] ?? 0) - (atMs[b] ?? 0)) <= windowMs;
  const counted = timed(() =>
    exactPairs(
      articles.map(({ body }, at) => ({ words: plainWords(body), atMs: atMs[at] ?? 0 })),
      { from: COUNTED_FROM, windowMs },
    ),
  );
  const truth = new Set(counted.value.filter(({ jaccard }) => jaccard >= YARDSTICK).map(keyOf));
  const printed = timed(() => articles.map(printOf));
  // Once more: by now the engine has compiled what it runs all day.
  const printedAgain = timed(() => articles.map(printOf));
  const candidates = sharingABand(printed.value).filter(isNear);
  const said = candidates.filter(([a, b]) => {
    const [one, other] = [printed.value[a], printed.value[b]];
    return one && other && likenessOf(one, other).kind !== undefined;
  });
  const hashed = timed(() => articles.map(({ body }) => sha256(body)));
  const bodyHashes = hashed.value.map((hash, at) =>
    plainWords(articles[at]?.body ?? '').length < SHINGLE_WORDS ? undefined : hash,
  );
  const grams = timed(() => articles.map(({ body }) => gramsOf(plainWords(body)).size));
  const score = (name: string, pairs: readonly (readonly [number, number])[]): FoundPairs => ({
    name,
    found: pairs.length,
    right: pairs.filter(([a, b]) => truth.has(keyOf({ a, b }))).length,
  });
  const perSecond = (name: string, ms: number) => ({
    name,
    perSecond: articles.length / (ms / 1e3),
  });
  return {
    articles: articles.length,
    pairs: counted.value.length,
    yardstick: truth.size,
    ways: [
      score('Warta: prints, bands, then the sketches', said),
      score('same words (hash of the words)', sameValue(printed.value.map((p) => p?.textHash)).filter(isNear)), // prettier-ignore
      score('same bytes (SHA-256 of the body)', sameValue(bodyHashes).filter(isNear)),
    ],
    candidates: candidates.length,
    speeds: [
      perSecond("Warta's print: words, shingles, sketch, 64 minima, hash", printedAgain.ms),
      perSecond('the set of 4-grams as strings, nothing compared', grams.ms),
      perSecond('exact counting of all pairs by an inverted index, all in memory', counted.ms),
      perSecond('SHA-256 of the body', hashed.ms),
    ],
    sentences: sharedSentences(
      articles.map(({ body }, at) => ({ body, atMs: atMs[at] ?? 0 })),
      { upTo: SENTENCE_WORDS_MAX, windowMs },
      (a, b) => {
        const [one, other] = [printed.value[a], printed.value[b]];
        return one && other
          ? likenessOf(one, other).containment >= ONE_STORY_CONTAINMENT_MIN
          : false;
      },
    ),
    ...judge(articles, counted.value),
  };
}

/** @throws Error when a judged pair is not in the corpus as it was when it was read. */
function judge(
  articles: readonly RealArticle[],
  counted: readonly Pair[],
): Pick<DuplicateFacts, 'judged' | 'agreement' | 'otherHeadlines'> {
  const byIds = new Map(
    counted.map(({ a, b, jaccard }) => {
      return [[articles[a]?.id, articles[b]?.id].sort().join(' '), jaccard];
    }),
  );
  const judged = readJudgedPairs();
  for (const { a, b, jaccard } of judged) {
    if (Math.abs((byIds.get(`${a} ${b}`) ?? 0) - jaccard) > 1e-4) {
      throw new Error(`judged pair ${a} ${b}: its texts are not the ones that were read`);
    }
  }
  const headlines = new Map(articles.map(({ id, title }) => [id, plainWords(title).join(' ')]));
  const renamed = judged.filter(
    ({ a, b, jaccard }) => jaccard >= YARDSTICK && headlines.get(a) !== headlines.get(b),
  );
  return {
    judged: EDGES.map((from, at) => {
      const isIn = ({ jaccard }: { jaccard: number }) =>
        jaccard >= from && jaccard < (EDGES[at + 1] ?? Infinity);
      const ofBand = judged.filter(isIn);
      const pairs = counted.filter(isIn).length;
      return { from, duplicates: duplicatesIn(ofBand), of: ofBand.length, pairs };
    }),
    agreement: agreementOf(judged),
    otherHeadlines: { duplicates: duplicatesIn(renamed), of: renamed.length },
  };
}

function duplicatesIn(judged: readonly JudgedPair[]): number {
  return judged.filter(({ verdict }) => verdict === 'duplicate').length;
}

type Places = readonly [number, number];

function sharingABand(prints: readonly (TextPrint | undefined)[]): Places[] {
  return pairsOf(
    prints.map((print) =>
      Array.from(
        { length: (print?.bands.length ?? 0) / 2 },
        (_, band) => `${print?.bands[2 * band]} ${print?.bands[2 * band + 1]}`,
      ),
    ),
  );
}

function sameValue(values: readonly (string | undefined)[]): Places[] {
  return pairsOf(values.map((value) => (value === undefined ? [] : [value])));
}

/** All pairs that have any key in common, each once. */
function pairsOf(keysOfEach: readonly (readonly string[])[]): Places[] {
  const places = new Map<string, number[]>();
  const pairs = new Map<string, Places>();
  keysOfEach.forEach((keys, b) => {
    for (const key of keys) {
      const known = places.get(key) ?? [];
      for (const a of known) if (a !== b) pairs.set(keyOf({ a, b }), [a, b]);
      places.set(key, [...known, b]);
    }
  });
  return [...pairs.values()];
}

function keyOf({ a, b }: { a: number; b: number }): string {
  return `${a} ${b}`;
}

function gramsOf(words: readonly string[]): Set<string> {
  return new Set(words.slice(3).map((_, at) => words.slice(at, at + 4).join(' ')));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** By the processor's time of all threads: others may be busy on the machine. */
function timed<Value>(run: () => Value): { value: Value; ms: number } {
  const before = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1e3 };
}
