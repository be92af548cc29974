import type { EntityPairView, Mention } from '@warta/contracts';
import { sentenceBounds } from '@warta/nlp/sentence-bounds';

type Sentence = EntityPairView['articles'][number]['sentences'][number];
type Texts = Readonly<Record<Mention['field'], string>>;

const SENTENCES_MAX = 3;

/** What is said of two together is mostly said early; keeps a page of long articles cheap. */
const LOOKED_AT_MAX = 20_000;

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
    for (const { start, end } of sentenceBounds(text)) {
      const isInside = (at: number) => at >= start && at < end;
      if (!ofA.some(isInside) || !ofB.some(isInside)) continue;
      found.push({ text: text.slice(start, end), field, start, end });
      if (found.length === SENTENCES_MAX) return found;
    }
  }
  return found;
}

function startsIn(mentions: readonly Mention[], field: Mention['field']): number[] {
  return mentions.filter((mention) => mention.field === field).map(({ start }) => start);
}
