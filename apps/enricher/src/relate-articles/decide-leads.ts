import { likenessOf } from '@warta/nlp/likeness';
import { keysAround, markOf, WINDOW_MS } from './story-print.ts';
import type { StoryPrint } from './story-print.ts';

/** That an article repeats another one. */
export interface Relation {
  readonly leadId: string;
  /** Of the lead when it was decided: with another one, it has to be decided again. */
  readonly leadMark: string;
  /** Of the word shingles. 1 only for the same shingles. */
  readonly similarity: number;
  readonly kind: 'exact' | 'near';
}

/** Two feeds that name the same page need less in common: half of the shorter one, a teaser say. */
const SAME_PAGE_CONTAINMENT_MIN = 0.5;

/** What two prints are to each other, whichever comes first. Undefined: two stories. */
export function storyLikeness(
  a: StoryPrint,
  b: StoryPrint,
): Pick<Relation, 'similarity' | 'kind'> | undefined {
  if (Math.abs(a.atMs - b.atMs) > WINDOW_MS) return undefined;
  const { jaccard, containment, kind } = likenessOf(a, b);
  const isSamePage =
    a.feed !== b.feed && a.addressHash !== undefined && a.addressHash === b.addressHash;
  if (kind === undefined && !(isSamePage && containment >= SAME_PAGE_CONTAINMENT_MIN)) {
    return undefined;
  }
  // Rounded down: 1 is said of nothing that differs.
  const similarity = Math.floor(jaccard * 1e4) / 1e4;
  return { similarity, kind: a.textHash === b.textHash ? 'exact' : 'near' };
}

/** Who comes first: by the first arrival; at the same millisecond by the id. */
export function compareOrder(
  a: Pick<StoryPrint, 'arrivalMs' | 'articleId'>,
  b: Pick<StoryPrint, 'arrivalMs' | 'articleId'>,
): number {
  return (
    a.arrivalMs - b.arrivalMs ||
    Number(a.articleId > b.articleId) - Number(a.articleId < b.articleId)
  );
}

/**
 * Who repeats whom. Whoever comes first leads; whoever comes later follows the first lead it is
 * like, and never a follower: there are no chains, and a follower resembles its lead itself.
 *
 * A function of the set of prints, whatever order they are given in. An article's relation rests
 * on those before it only.
 *
 * @param prints those to decide about.
 * @param leads those decided before that lead, none of `prints` among them.
 */
export function decideLeads(
  prints: readonly StoryPrint[],
  leads: readonly StoryPrint[],
): Map<string, Relation> {
  const leadsByKey = new Map<string, StoryPrint[]>();
  const add = (lead: StoryPrint): void => {
    for (const key of lead.keys) {
      const known = leadsByKey.get(key);
      if (known === undefined) leadsByKey.set(key, [lead]);
      else known.push(lead);
    }
  };
  for (const lead of leads) add(lead);
  const relations = new Map<string, Relation>();
  for (const print of [...prints].sort(compareOrder)) {
    const found = new Set(keysAround(print).flatMap((key) => leadsByKey.get(key) ?? []));
    const relation = firstLike(print, found);
    if (relation === undefined) add(print);
    else relations.set(print.articleId, relation);
  }
  return relations;
}

function firstLike(print: StoryPrint, leads: Iterable<StoryPrint>): Relation | undefined {
  for (const lead of [...leads].sort(compareOrder)) {
    if (compareOrder(lead, print) >= 0) return undefined;
    const likeness = storyLikeness(print, lead);
    if (likeness !== undefined) {
      return { leadId: lead.articleId, leadMark: markOf(lead), ...likeness };
    }
  }
  return undefined;
}

/** A print decided before, and the order of its lead when it follows one. */
export interface DecidedPrint extends StoryPrint {
  readonly lead?: Pick<StoryPrint, 'arrivalMs' | 'articleId'>;
}

/** Of those decided before the ones that would now follow one of these leads. */
export function wouldFollow(
  leads: readonly StoryPrint[],
  decided: readonly DecidedPrint[],
): DecidedPrint[] {
  return decided.filter((print) => {
    const keys = new Set(keysAround(print));
    return leads.some(
      (lead) =>
        compareOrder(lead, print) < 0 &&
        (print.lead === undefined || compareOrder(lead, print.lead) < 0) &&
        lead.keys.some((key) => keys.has(key)) &&
        storyLikeness(print, lead) !== undefined,
    );
  });
}
