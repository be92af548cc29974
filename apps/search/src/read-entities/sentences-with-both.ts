import type { EntityPairView, Mention } from '@warta/contracts';

type Sentence = EntityPairView['articles'][number]['sentences'][number];
type Texts = Readonly<Record<Mention['field'], string>>;

const SENTENCES_MAX = 3;

/** What is said of two together is mostly said early; keeps a page of long articles cheap. */
const LOOKED_AT_MAX = 20_000;

const segmenter = new Intl.Segmenter('id', { granularity: 'sentence' });

/** The first sentences that name both, title first. Pure. */
export function sentencesWithBoth(
  texts: Texts,
  some: readonly Mention[],
  others: readonly Mention[],
): Sentence[] {
  const found: Sentence[] = [];
  for (const field of ['title', 'body'] as const) {
    const [ofA, ofB] = [startsIn(some, field), startsIn(others, field)];
    if (ofA.length === 0 || ofB.length === 0) continue;
    const text = texts[field].slice(0, LOOKED_AT_MAX);
    for (const { segment, index } of segmenter.segment(text)) {
      const isInside = (at: number) => at >= index && at < index + segment.length;
      if (!ofA.some(isInside) || !ofB.some(isInside)) continue;
      const start = index + segment.length - segment.trimStart().length;
      const end = index + segment.trimEnd().length;
      found.push({ text: text.slice(start, end), field, start, end });
      if (found.length === SENTENCES_MAX) return found;
    }
  }
  return found;
}

function startsIn(mentions: readonly Mention[], field: Mention['field']): number[] {
  return mentions.filter((mention) => mention.field === field).map(({ start }) => start);
}
