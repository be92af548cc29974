import { createHash } from 'node:crypto';
import type { RealArticle } from './real-articles.ts';
import { desks } from './real-articles.ts';

/** Fixed before the first article was read. */
const SEED = 'warta-marks-1';
/** Shorter ones say nothing, longer ones are lists and columns. */
const bodyChars = { min: 700, max: 4_000 };
/** A text with more lost links than this is no text that a feed would push. */
const HOLES_MAX = 2;

/** How many articles of each desk a set has, in the order in which the draw deals them. */
const sets = [
  ['tune', 8],
  ['last', 8],
  ['train', 75],
] as const;
export type MarkedSet = (typeof sets)[number][0];

/** The articles to mark: by the hash of seed and id, so that nobody chose them. */
export function drawArticles(articles: readonly RealArticle[]): Record<MarkedSet, RealArticle[]> {
  const drawn: Record<MarkedSet, RealArticle[]> = { tune: [], last: [], train: [] };
  const titles = new Set<string>();
  const eligible = articles.filter(({ title, body, holes }) => {
    if (titles.has(title) || holes > HOLES_MAX) return false;
    titles.add(title);
    return body.length >= bodyChars.min && body.length <= bodyChars.max;
  });
  for (const desk of desks) {
    const queue = eligible
      .filter((article) => article.desk === desk)
      .map((article) => ({ article, rank: rankOf(article.id) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .map(({ article }) => article);
    for (const [set, size] of sets) drawn[set].push(...queue.splice(0, size));
  }
  return drawn;
}

function rankOf(id: string): string {
  return createHash('sha256').update(`${SEED} ${id}`).digest('hex');
}
