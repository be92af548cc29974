import type { AnnotatedEntity } from '@warta/contracts';

/** What the salience of an entity is judged by. */
export type Prominence = {
  mentions: AnnotatedEntity['mentions'];
  /** Quotes it is the speaker of. */
  quotesSpoken: number;
};

const titlePoints = 4;
const leadPoints = 2;
const quotePoints = 1;

/** Share of the most prominent entity's points from which another is a main one as well. */
const mainShare = 1 / 3;

/** Fewer points than these make no main entity, however short the article. */
const mainPointsMin = 3;

/**
 * `main` or `passing` for each entity: one point for each mention, more for the title, the first
 * paragraph and each quote it speaks; main is who has at least a third of the points of the first.
 */
export function judgeSalience(
  prominences: readonly Prominence[],
  leadEnd: number,
): ('main' | 'passing')[] {
  const points = prominences.map(({ mentions, quotesSpoken }) => {
    const inTitle = mentions.some(({ field }) => field === 'title');
    const inLead = mentions.some(({ field, start }) => field === 'body' && start < leadEnd);
    return (
      mentions.length +
      (inTitle ? titlePoints : 0) +
      (inLead ? leadPoints : 0) +
      quotesSpoken * quotePoints
    );
  });
  const most = points.reduce((max, value) => Math.max(max, value), 0);
  return points.map((value) =>
    value >= mainPointsMin && value >= most * mainShare ? 'main' : 'passing',
  );
}
