import { QUOTES_PER_HIT_MAX } from '@warta/contracts';
import type { ArticleHit, MatchingQuote } from '@warta/contracts';
import type { SentenceFinder } from '@warta/nlp/sentence-bounds';
import { textOf } from '../article-index/article-document.ts';
import type { BroughtQuote } from '../query-language/inner-quotes.ts';
import { mentionsOf, merged } from './hit-sentences.ts';
import type { SentenceSource } from './hit-sentences.ts';
import { markedHtml } from './marked-html.ts';
import { matchingSentences, readMarks } from './matching-sentences.ts';

interface QuotedSource extends SentenceSource {
  readonly entities: ArticleHit['entities'];
}

/**
 * The quotes of a hit that match, the best of them, in the order of the text.
 * @param brought by the hit; several clauses may bring the same.
 * @param searched entities whose names are marked in what is said, where the source has its mentions.
 */
export function hitQuotes(
  brought: readonly BroughtQuote[],
  source: QuotedSource,
  searched: ReadonlySet<string>,
  find?: SentenceFinder,
): MatchingQuote[] {
  if (brought.length === 0) return [];
  const body = textOf(source.body);
  const mentions = mentionsOf(source, searched).filter(({ field }) => field === 'body');
  const byPlace = Map.groupBy(brought, ({ quote: { start, end } }) => `${start}-${end}`);
  return [...byPlace.values()]
    .slice(0, QUOTES_PER_HIT_MAX)
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const { start, end, speaker, speakerId, text: byLanguage } = first.quote;
      const text = textOf(byLanguage) ?? '';
      const words = same.flatMap(({ html }) => (html === undefined ? [] : readMarks(html).marks));
      const named = mentions.filter((mention) => start <= mention.start && mention.end <= end);
      // What is said need not stand in one piece; then nobody can tell where in it a word is.
      const isInOnePiece = body?.slice(start, end) === text;
      const marks = merged(isInOnePiece ? [...words, ...moved(named, -start)] : words);
      const places = isInOnePiece && marks.length > 0 ? moved(marks, start) : [{ start, end }];
      const [sentence] =
        body === undefined ? [] : matchingSentences('body', { text: body, marks: places }, find);
      const name = source.entities.find(({ id }) => id === speakerId)?.name;
      const quote: MatchingQuote = {
        text,
        highlight: markedHtml(text, marks, Infinity),
        start,
        end,
        ...(speaker !== undefined && { speaker }),
        ...(speakerId !== undefined && { speakerId }),
        ...(name !== undefined && { speakerName: name }),
        ...(sentence !== undefined && { sentence }),
      };
      return [quote];
    })
    .sort((one, other) => one.start - other.start);
}

function moved(marks: readonly { start: number; end: number }[], by: number) {
  return marks.map(({ start, end }) => ({ start: start + by, end: end + by }));
}
