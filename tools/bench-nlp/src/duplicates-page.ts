import { WINDOW_DAYS, YARDSTICK } from './duplicates.ts';
import type { DuplicateFacts } from './duplicates.ts';
import { share, table, whole } from './markdown.ts';

/** docs/duplicates.md. */
export function duplicatesPage(
  facts: DuplicateFacts,
  run: { date: string; machine: string; node: string },
): string {
  const { agreement, otherHeadlines } = facts;
  const above = facts.judged.find(({ from }) => from >= YARDSTICK) ?? { of: 0 };
  const judged = facts.judged.map(({ from, duplicates, of, pairs }) => [
    from >= YARDSTICK ? `${from.toFixed(1)} and more` : `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`, // prettier-ignore
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
    `Whether a pair is one story was judged by reading, by written rules (tools/bench-nlp/marks/PAIRS.md): all ${whole(above.of)} pairs from ${YARDSTICK} on, and below it, where it shows what the threshold gives up and what a lower one would cost, ${whole(agreement.pairs)} drawn by a seed.`,
    '',
    ...table(['Jaccard', 'pairs', 'read', 'are one story'], judged),
    `The ${whole(agreement.pairs)} were read twice, first by what differs between the two texts, long passages cut, then both texts whole and without the first verdicts. The readings agreed on ${share(agreement.agreed, agreement.pairs)} per cent (Cohen's kappa ${agreement.kappa.toFixed(2)}); where they did not, the pair was read once more, and ${whole(agreement.overturned)} first verdicts did not stand.`,
    '',
    `From ${YARDSTICK} on, ${whole(otherHeadlines.of)} pairs have different headlines; ${whole(otherHeadlines.duplicates)} of them are one story all the same: mostly one house's copy in a sister house, each with its own headline, and articles that a house published again hours later under a new one. The others are of one house each: pages cut after the same first paragraphs, so that what the headlines report is not in the text, and a round-up of several leagues that repeats a report about one of them.`,
    '',
    `How short a text may be and still say something, by the sentences that articles within ${WINDOW_DAYS} days of each other share word for word: in different stories (less than three tenths of the shorter article's 4-grams in common) stands`,
    '',
    ...table(
      ['words', 'shared sentences', 'in different stories'],
      facts.sentences.map(({ words, shared, apart }) => [whole(words), whole(shared), share(apart, shared)]), // prettier-ignore
    ),
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
- Texts of fewer than three different 4-grams, as five words have ("Breaking news", "Baca selengkapnya di sini"), are one story only when two feeds name the same page: being
  the same says nothing of them, as measured below. Six words are a flash: "Gempa M 6,1 guncang Maluku".
- Only within ${WINDOW_DAYS} days, by when they were published (by arrival, where that is not said or lies more than a day ahead).
- Pages are the same when their addresses are but for scheme, \`www.\`, mobile and AMP hosts and paths, page numbers, tracking parameters, fragments, trailing slash and the order
  of parameters. No article's id is made of that.
- Nobody follows a follower: whoever resembles no earlier lead leads. Held, withheld and canceled articles neither lead nor follow.
- When a lead is corrected, withheld or taken down, its followers look again and are published anew, with another lead or with none. Once all have looked, the relations are a
  function of the set of live articles and their first arrivals, not of the order in which they were processed. What arrived before a takedown that was
  restored does not count.
`.split('\n');

const limits = `## Limits

- A follow-up that carries its predecessor's paragraphs is no duplicate unless four fifths are old; a text that was rewritten sentence by sentence is not found.
- Translations are not found.
- Equal texts are related whatever their headlines say, once the body has 40 words.
- Of a text that shares its bands with more than 200 leads, or with more than 200 later followers, only so many are looked at, so that a near copy may be missed. That takes
  hundreds of texts that are alike without being copies: bulletins from a template. The very same text is looked for by itself and found among any number.
- Of a body over 60,000 characters the beginning is compared. Texts over 1,024 different 4-grams are compared by a sample of that size: the similarity is off by about 0.01.
- An article that was stored by a version of Warta that knew nothing of this is compared once it is pushed again.
- Relations are found by one batch at a time, whoever handles it: one enricher wrote some 1,100 articles a second, two together some 1,400 (500 texts, each four times, not
  annotated; Postgres on the same two cores). Of bulletins from one template it was 600. Annotating, some 20 to 50 ms of a core each, is the narrower gate below ten cores.
`.split('\n');
