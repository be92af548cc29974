import type { MeasuredAttributions } from './english-quotes.ts';
import { share, table } from './markdown.ts';
import type { Hits, QuoteScore, SpeakerHits } from './score-quotes.ts';

/** A row of precision and recall. */
export function hitsRow(name: string, { marked, found, right }: Hits): string[] {
  return [name, share(right, found), share(right, marked)];
}

export function speakerRow(name: string, { marked, right, wrong }: SpeakerHits): string[] {
  return [name, share(right, right + wrong), share(right, marked)];
}

/** How often a given speaker was right, by the confidence that the annotation states. */
export function confidenceLines(byRule: QuoteScore['speakersByRule']): string[] {
  const counts = new Map<string, { right: number; wrong: number }>();
  for (const [rule, { right, wrong }] of Object.entries(byRule)) {
    const confidence = rule.slice(rule.lastIndexOf(' ') + 1);
    const sum = counts.get(confidence) ?? { right: 0, wrong: 0 };
    counts.set(confidence, { right: sum.right + right, wrong: sum.wrong + wrong });
  }
  const rows = [...counts].toSorted(([a], [b]) => Number(b) - Number(a));
  return table(
    ['stated confidence of a speaker', 'right'],
    rows.map(([confidence, { right, wrong }]) => [confidence, share(right, right + wrong)]),
  );
}

/** The part of docs/quality.md on English quotes. */
export function englishLines(measured: MeasuredAttributions | undefined): string[] {
  if (!measured) return [];
  const { articles, quoted, speakers, notJudged, speakersByRule } = measured;
  return [
    '## Quotes in English news',
    '',
    `${articles} articles of the development part of PolNeAR: what stands in quotation marks within an attributed content, found by half`,
    `in common, and its speaker where the source is printed with a name (${notJudged} found quotes have a pronoun or a nameless source, and are not judged).`,
    '',
    ...table(
      ['', 'precision', 'recall'],
      [hitsRow('direct quotes', quoted), speakerRow('speakers of the quotes found', speakers)],
    ),
    ...confidenceLines(speakersByRule),
  ];
}
