import { Link } from 'react-router';
import type { ArticleHit } from '../api/answers.ts';
import { quoteAddress } from '../entities/entity-links.ts';
import { parseHighlight } from '../texts/highlight.ts';
import { Highlighted } from '../texts/highlighted.tsx';

/** A quote that speaker: or quote: found in a hit. */
interface HitQuote {
  readonly highlight: string;
  readonly start: number;
  readonly end: number;
  readonly speaker?: string;
  readonly speakerId?: string;
  readonly speakerName?: string;
  readonly sentence?: { readonly text: string };
}

type QuotedHit = ArticleHit & { readonly quotes?: readonly HitQuote[] };

/** What was said, with what matched marked; leads to its place in the article. */
export function HitQuotes({ hit }: { readonly hit: QuotedHit }) {
  const { id, language, quotes = [] } = hit;
  return quotes.map((quote) => (
    <figure key={quote.start} className="hit-quote">
      <blockquote lang={language}>
        <Link to={quoteAddress(id, quote)}>
          <Highlighted fragment={quote.highlight} />
        </Link>
      </blockquote>
      <Speaker quote={quote} />
    </figure>
  ));
}

function Speaker({ quote: { speaker, speakerId, speakerName } }: { readonly quote: HitQuote }) {
  const name = speakerName ?? speaker;
  if (name === undefined) return null;
  return (
    <figcaption>
      {speakerId === undefined ? name : <Link to={`/entities/${speakerId}`}>{name}</Link>}
    </figcaption>
  );
}

/** Fragments of the body that say more than the quotes, which are shown by themselves. */
export function fragmentsBesideQuotes({ highlights, quotes = [] }: QuotedHit): readonly string[] {
  const shown = new Set(quotes.map(({ sentence }) => sentence?.text.trim()));
  return (highlights.body ?? []).filter((fragment) => {
    const text = parseHighlight(fragment)
      .map((part) => part.text)
      .join('');
    return !shown.has(text);
  });
}
