import type { AnnotatedEntity } from '@warta/contracts';

/** What the salience of an entity is judged by. */
export type Prominence = {
  mentions: AnnotatedEntity['mentions'];
  /** Quotes it is the speaker of. */
  quotesSpoken: number;
};

/** A headline names what the article is about: as much as four mentions in the text. */
const titlePoints = 4;

/** The first paragraph names it too, but a source and a place as well: only what comes again counts. */
const leadPoints = 2;
const leadMentionsMin = 2;

/** Who speaks matters, but a spokesman who is quoted ten times is still no subject. */
const quotePointsMax = 3;

/** Share of the most prominent entity's points from which another is a main one as well. */
const mainShare = 1 / 3;

/** Fewer points than these make no main entity, however short the article. */
const mainPointsMin = 4;

/**
 * `main` or `passing` for each entity. One point for each mention; four for standing in the title; two
 * for standing in the first paragraph and coming again; one for each quote it speaks, three at most.
 * Main is who has at least four points and at least a third of the points of the first: so an article
 * about two has two, a list of results has many, and who is named once in passing is not one even in
 * the shortest text.
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
      (inLead && mentions.length >= leadMentionsMin ? leadPoints : 0) +
      Math.min(quotesSpoken, quotePointsMax)
    );
  });
  const most = points.reduce((max, value) => Math.max(max, value), 0);
  return points.map((value) =>
    value >= mainPointsMin && value >= most * mainShare ? 'main' : 'passing',
  );
}

/** Where the first paragraph that is not empty ends. */
export function leadEndOf(body: string): number {
  const start = body.search(/\S/);
  const end = start === -1 ? -1 : body.indexOf('\n', start);
  return end === -1 ? body.length : end;
}
