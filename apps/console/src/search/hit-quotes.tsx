import { Link } from 'react-router';
import { quoteAddress } from '../entities/entity-links.ts';
import { Highlighted } from '../texts/highlighted.tsx';
import type { HitQuote, QuotedHit } from './quoted-hit.ts';

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
