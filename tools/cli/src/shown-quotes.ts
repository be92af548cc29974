import type { AnnotatedEntity, Quote } from '@warta/contracts';
import { printable } from './table.ts';

const WORDS_LENGTH_SHOWN = 90;

/** Quotes as people are shown them: who says it, the reporting word, the beginning of the words. */
export function shownQuotes(found: {
  entities: Pick<AnnotatedEntity, 'id' | 'name'>[];
  quotes: Pick<Quote, 'speakerEntityId' | 'speaker' | 'cue' | 'text' | 'indirect'>[];
}): { speaker: string; cue: string; words: string }[] {
  const names = new Map(found.entities.map(({ id, name }) => [id, name]));
  return found.quotes.map((quote) => ({
    speaker: printable(
      names.get(quote.speakerEntityId ?? '') ?? quote.speaker ?? 'speaker unknown',
    ),
    cue: printable(quote.cue),
    words: quote.indirect
      ? shortened(printable(quote.text))
      : `“${shortened(printable(quote.text))}”`,
  }));
}

function shortened(text: string): string {
  if (text.length <= WORDS_LENGTH_SHOWN) return text;
  return `${text.slice(0, WORDS_LENGTH_SHOWN).trimEnd()}…`;
}
