import { createHash } from 'node:crypto';
import type { PushArticle } from '@warta/contracts';
import { type ArticleText, inventArticle } from './article-text.ts';
import { SeededRandom } from './seeded-random.ts';

/** One request of a feed. */
export type Step =
  | { kind: 'push'; article: PushArticle; token: string }
  /** Must be refused: it breaks the contract. */
  | { kind: 'broken-push'; article: Record<string, unknown>; token: string }
  /** The publisher keeps a version back, without its text. */
  | { kind: 'withhold'; article: PushArticle }
  | { kind: 'takedown'; sourceId: string }
  /** Of an admin: lifts the takedown. */
  | { kind: 'restore'; sourceId: string };

/** All requests about one article, in the order a client sends them. */
export interface Story {
  kind: StoryKind;
  sourceId: string;
  steps: Step[];
}

export type StoryKind =
  | 'plain'
  | 'by-version'
  | 'by-update-time'
  | 'by-arrival'
  | 'withheld'
  | 'withheld-again'
  | 'taken-down'
  | 'taken-down-first'
  | 'restored'
  | 'embargo-put-off'
  | 'embargo-lifted'
  | 'broken';

export interface GeneratorOptions {
  seed: number;
  feed: string;
  count: number;
  /** When the load begins. One embargo ends soon after it, all others when nobody looks any more. */
  nowMs: number;
  /** Texts to use before inventing any. */
  texts?: readonly ArticleText[];
}

/** Finds the tokens in whatever a store gives back. */
export const TOKEN_PATTERN = /naskah[0-9a-f]{14}z/g;

/** Of a hundred stories. The first kind takes what is left. */
const SHARES: [StoryKind, number][] = [
  ['by-version', 16],
  ['by-update-time', 8],
  ['by-arrival', 8],
  ['withheld', 3],
  ['withheld-again', 3],
  ['taken-down', 6],
  ['taken-down-first', 2],
  ['restored', 4],
  ['embargo-put-off', 3],
  ['embargo-lifted', 2],
  ['broken', 3],
];

/**
 * Articles with all that happens to them: every push is sent twice, corrections come in any order,
 * takedowns before, between and after, restored ones, embargoes put off and lifted, and requests
 * that must be refused. Every content carries a
 * token of its own, by which it is found in any store. The same options give the same stories.
 */
export function generateStories(options: GeneratorOptions): Story[] {
  const { seed, feed, count, nowMs, texts = [] } = options;
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const kind = kindOf(random.below(100));
    const sourceId = `${feed}/${index}`;
    const text = texts[index] ?? inventArticle(random);
    return { kind, sourceId, steps: stepsOf(kind, { random, seed, sourceId, text, feed, nowMs }) };
  });
}

/** Within the load: some articles are pushed before it, some after it, few on both sides. */
const SOON_MS = 10_000;
const NEVER_MS = 365 * 24 * 60 * 60 * 1_000;

interface Setting {
  random: SeededRandom;
  nowMs: number;
  seed: number;
  sourceId: string;
  feed: string;
  text: ArticleText;
}

function kindOf(percent: number): StoryKind {
  let limit = 0;
  for (const [kind, share] of SHARES) {
    limit += share;
    if (percent < limit) return kind;
  }
  return 'plain';
}

function stepsOf(kind: StoryKind, setting: Setting): Step[] {
  const { random, sourceId } = setting;
  const twice = (steps: Step[]) => [...steps, ...steps];
  const takedown: Step = { kind: 'takedown', sourceId };
  const embargo = (ms: number) => ({ embargoUntil: new Date(setting.nowMs + ms).toISOString() });
  switch (kind) {
    case 'plain':
      return twice([push(setting, 1, {})]);
    case 'by-version':
      return random.shuffled(twice([1, 2, 3].map((n) => push(setting, n, { version: n }))));
    case 'by-update-time': {
      const stamp = (n: number) => ({ updatedAt: `2026-09-0${n}T0${n}:00:00+07:00` });
      return random.shuffled(twice([1, 2, 3].map((n) => push(setting, n, stamp(n)))));
    }
    case 'by-arrival':
      return twice([push(setting, 1, {}), push(setting, 2, {})]);
    case 'withheld':
    case 'withheld-again': {
      const versions = [1, 3].map((n) => push(setting, n, { version: n }));
      const withheld = [2, ...(kind === 'withheld' ? [] : [4])].map((n) => withhold(setting, n));
      return random.shuffled(twice([...versions, ...withheld]));
    }
    case 'taken-down': {
      const versions = [1, 2].map((n) => push(setting, n, { version: n }));
      return [...random.shuffled(versions), takedown, ...random.shuffled(versions), takedown];
    }
    case 'taken-down-first':
      return [takedown, ...twice([push(setting, 1, {})])];
    case 'restored':
      // Of a lower version: what was before the takedown must not win against it.
      return [
        ...twice([push(setting, 1, { version: 5 })]),
        takedown,
        { kind: 'restore', sourceId },
        ...twice([push(setting, 2, { version: 1 })]),
      ];
    case 'embargo-put-off':
      return twice([
        push(setting, 1, { version: 1, ...embargo(SOON_MS) }),
        push(setting, 2, { version: 2, ...embargo(NEVER_MS) }),
      ]);
    case 'embargo-lifted':
      return twice([push(setting, 1, embargo(NEVER_MS)), push(setting, 2, {})]);
    case 'broken': {
      const { article, token } = push(setting, 1, {}) as Extract<Step, { kind: 'push' }>;
      const withoutBody = { ...article, body: undefined, bodyHtml: undefined };
      return twice([{ kind: 'broken-push', article: { ...withoutBody, text: token }, token }]);
    }
  }
}

function push(
  { random, seed, sourceId, feed, text }: Setting,
  revision: number,
  stamp: Pick<PushArticle, 'version' | 'updatedAt' | 'embargoUntil'>,
): Step {
  const token = tokenOf(seed, sourceId, revision);
  const paragraphs = [...text.paragraphs, `Naskah ke-${revision}: ${token}.`];
  const asHtml = random.below(10) === 0;
  const article: PushArticle = {
    feed,
    id: sourceId,
    title: text.title,
    language: text.language,
    section: text.section.slice(0, 100),
    publishedAt: '2026-09-01T08:00:00+07:00',
    ...(asHtml ? { bodyHtml: htmlOf(paragraphs) } : { body: paragraphs.join('\n') }),
    ...stamp,
  };
  return { kind: 'push', article, token };
}

function withhold({ sourceId, feed }: Setting, version: number): Step {
  return { kind: 'withhold', article: { feed, id: sourceId, version, status: 'withheld' } };
}

/** Differs between feeds too: a second run on the same servers must not find the first one's. */
function tokenOf(...about: (string | number)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(about)).digest('hex');
  return `naskah${hash.slice(0, 14)}z`;
}

function htmlOf(paragraphs: string[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return paragraphs.map((each) => `<p>${escaped(each)}</p>`).join('\n');
}
