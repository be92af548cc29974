/** What a name can be in the marked corpora. */
export const scoredTypes = ['PERSON', 'ORGANIZATION', 'LOCATION'] as const;
export type ScoredType = (typeof scoredTypes)[number];

/** A name at `from` up to, not including, `to`: tokens of a sentence or characters of a text. */
export type ScoredSpan = { type: ScoredType; from: number; to: number };

export type Score = {
  marked: number;
  found: number;
  right: number;
  precision: number;
  recall: number;
  f1: number;
};
export type EntityScore = Record<ScoredType | 'all', Score>;

/**
 * Strict entity scores, all sequences together: a name is right when its type and both ends are. This is
 * what seqeval reports as micro average and per type in its default mode.
 */
export function scoreEntities(
  marked: readonly (readonly ScoredSpan[])[],
  found: readonly (readonly ScoredSpan[])[],
): EntityScore {
  if (marked.length !== found.length)
    throw new Error('As many sequences are needed on both sides.');
  return scoreWith(marked, found, (a, b) => a.from === b.from && a.to === b.to);
}

/** The same, where any common token or character of the same type is enough; one name for one name. */
export function scoreOverlaps(
  marked: readonly (readonly ScoredSpan[])[],
  found: readonly (readonly ScoredSpan[])[],
): EntityScore {
  return scoreWith(marked, found, (a, b) => a.from < b.to && b.from < a.to);
}

/** Precision, recall and F1 in per cent; 0 where nothing was found or marked, as seqeval has it. */
function toScore(marked: number, found: number, right: number): Score {
  const precision = found === 0 ? 0 : (100 * right) / found;
  const recall = marked === 0 ? 0 : (100 * right) / marked;
  const f1 = marked + found === 0 ? 0 : (200 * right) / (marked + found);
  return { marked, found, right, precision, recall, f1 };
}

/**
 * The names in a row of tags by seqeval's default rule (conlleval's): a name goes on while its tags say
 * I- of the same type; an I- that has no such tag before it starts one all the same. Types that are not
 * ours (MISC) are left out after that.
 */
export function spansOfTags(tags: readonly string[]): ScoredSpan[] {
  const spans: { label: string; from: number; to: number }[] = [];
  for (const [index, tag] of tags.entries()) {
    if (tag === 'O') continue;
    const label = tag.slice(2);
    const last = spans.at(-1);
    const goesOn = tag.startsWith('I-') && last?.to === index && last.label === label;
    if (goesOn) last.to = index + 1;
    else spans.push({ label, from: index, to: index + 1 });
  }
  return spans.flatMap(({ label, from, to }) => {
    const type = typeOfLabel.get(label.toLowerCase());
    return type ? [{ type, from, to }] : [];
  });
}

/** The corpora's words for the three types; CrossNER has finer ones of its own. */
const typeOfLabel = new Map<string, ScoredType>(
  Object.entries({
    PERSON: 'per person politician writer scientist researcher musicalartist',
    ORGANIZATION: 'org organization organisation politicalparty university band corporation',
    LOCATION: 'loc location place country',
  }).flatMap(([type, labels]) =>
    labels.split(' ').map((label): [string, ScoredType] => [label, type as ScoredType]),
  ),
);

function scoreWith(
  marked: readonly (readonly ScoredSpan[])[],
  found: readonly (readonly ScoredSpan[])[],
  fits: (mark: ScoredSpan, name: ScoredSpan) => boolean,
): EntityScore {
  const scoreOf = (type: ScoredType): Score => {
    const sum = { marked: 0, found: 0, right: 0 };
    for (const [index, marks] of marked.entries()) {
      const ofType = marks.filter((mark) => mark.type === type);
      const open = (found[index] ?? []).filter((name) => name.type === type);
      sum.marked += ofType.length;
      sum.found += open.length;
      for (const mark of ofType) {
        const at = open.findIndex((name) => fits(mark, name));
        if (at === -1) continue;
        open.splice(at, 1);
        sum.right += 1;
      }
    }
    return toScore(sum.marked, sum.found, sum.right);
  };
  const [person, organization, location] = scoredTypes.map(scoreOf) as [Score, Score, Score];
  const total = (part: 'marked' | 'found' | 'right') =>
    person[part] + organization[part] + location[part];
  return {
    PERSON: person,
    ORGANIZATION: organization,
    LOCATION: location,
    all: toScore(total('marked'), total('found'), total('right')),
  };
}
