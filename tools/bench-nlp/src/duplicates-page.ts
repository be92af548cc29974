import { WINDOW_DAYS, YARDSTICK } from './duplicates.ts';
import type { DuplicateFacts } from './duplicates.ts';
import { share, table, whole } from './markdown.ts';

/** docs/duplicates.md. */
export function duplicatesPage(
  facts: DuplicateFacts,
  run: { date: string; machine: string; node: string },
): string {
  const judged = facts.judged.map(({ from, duplicates, of, pairs }) => [
    `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`,
    whole(pairs),
    whole(of),
    share(duplicates, of),
  ]);
  return [
    '# The same story twice',
    '',
    '<!-- Written by `npm run bench:duplicates`; do not edit. -->',
    '',
    ...rules,
    '## Measured',
    '',
    `On ${whole(facts.articles)} Indonesian articles of eight publishers (the corpus is not part of Warta), ${run.date}, on ${run.machine}, Node ${run.node}.`,
    `Yardstick: the Jaccard similarity of word 4-grams, counted exactly over all pairs published within ${WINDOW_DAYS} days of each other, with words split independently of Warta: ${whole(facts.yardstick)} pairs reach ${YARDSTICK} (${whole(facts.pairs)} reach 0.3). Per cent.`,
    '',
    ...table(
      ['found by', 'pairs', 'precision', 'recall'],
      facts.ways.map(({ name, found, right }) => [
        name,
        whole(found),
        share(right, found),
        share(right, facts.yardstick),
      ]),
    ),
    `${whole(facts.candidates)} pairs shared a band within the window and had to be compared.`,
    '',
    ...table(
      ['articles a second of processor time', ''],
      facts.speeds.map(({ name, perSecond }) => [name, whole(perSecond)]),
    ),
    `Below ${YARDSTICK}, ${whole(facts.judged.reduce((sum, { of }) => sum + of, 0))} pairs were drawn by a seed and read one by one, by rules written first (tools/bench-nlp/marks/PAIRS.md): what the threshold gives up, and what a lower one would cost.`,
    '',
    ...table(['Jaccard', 'pairs', 'read', 'are one story'], judged),
    ...limits,
  ].join('\n');
}

const rules =
  `When two feeds bring the same text, or one feed brings it twice, both articles stay. The one that arrived first leads, the others say so:
\`duplicateOf\` with the id of the lead, the \`similarity\` and the \`kind\`.

- **exact**: the same words in the same order, whatever the case, punctuation and layout.
- **near**: at least four fifths of their word 4-grams in common (Jaccard similarity ${YARDSTICK} or more). Or: two feeds name the same page, and half of the shorter text's
  4-grams are in the longer one; its similarity may be lower then.
- A body of 40 words or more is compared without its headline, which each house writes itself; a shorter one with it.
- Only within ${WINDOW_DAYS} days, by when they were published (by arrival, where that is not said or lies more than a day ahead).
- Pages are the same when their addresses are but for scheme, \`www.\`, mobile and AMP hosts and paths, page numbers, tracking parameters, fragments, trailing slash and the order
  of parameters. No article's id is made of that.
- Nobody follows a follower: whoever resembles no earlier lead leads. Held, withheld and canceled articles neither lead nor follow.
- When a lead is corrected, withheld or taken down, its followers look again and are published anew, with another lead or with none. Once all have looked, the relations are a
  function of the set of live articles and their first arrivals, not of the order in which they were processed.
`.split('\n');

const limits = `## Limits

- A follow-up that carries its predecessor's paragraphs is no duplicate unless four fifths are old; a text that was rewritten sentence by sentence is not found.
- Translations are not found.
- Equal texts are related whatever their headlines say. At least 5 of the pairs above are of one publisher whose pages are cut after the same first paragraphs.
- Of a text that shares its bands with more than 200 leads, or with more than 200 later followers, only so many are looked at. Copies of one text have one lead, so this takes
  hundreds of texts that are alike without being copies.
- Of a body over 60,000 characters the beginning is compared. Texts over 1,024 different 4-grams are compared by a sample of that size: the similarity is off by about 0.01.
- An article that was stored by a version of Warta that knew nothing of this is compared once it is pushed again.
`.split('\n');
