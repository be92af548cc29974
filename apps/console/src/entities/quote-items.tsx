import type { RefObject } from 'react';
import { Link } from 'react-router';
import type { QuoteHit } from '../api/answers.ts';
import { Highlighted } from '../texts/highlighted.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { quoteAddress } from './entity-links.ts';
import { entitiesTexts } from './entities-texts.ts';

interface Props {
  readonly quotes: readonly QuoteHit[];
  readonly label?: string;
  readonly list?: RefObject<HTMLOListElement | null>;
}

/** Who said what, where and when; each leads to its place in the article. */
export function QuoteItems({ quotes, label, list }: Props) {
  return (
    <ol ref={list} className="quote-items" aria-label={label}>
      {quotes.map((quote) => (
        <li key={`${quote.article.id}:${quote.start}`}>
          <QuoteItem quote={quote} />
        </li>
      ))}
    </ol>
  );
}

function QuoteItem({ quote }: { quote: QuoteHit }) {
  const texts = useTexts(entitiesTexts);
  const format = useFormat();
  const { text, highlight, speaker, speakerId, speakerName, article } = quote;
  const name = speakerName ?? speaker;
  const title = article.title ?? texts.untitled;
  return (
    <>
      <blockquote lang={article.language}>
        {highlight === undefined ? text : <Highlighted fragment={highlight} />}
      </blockquote>
      <p className="quote-origin">
        {name === undefined ? (
          <span className="quiet">{texts.unknownSpeaker}</span>
        ) : speakerId === undefined ? (
          <strong>{name}</strong>
        ) : (
          <Link to={`/entities/${speakerId}`}>{name}</Link>
        )}
        <span className="quiet">
          {article.feed},{' '}
          <time dateTime={article.datedAt} title={format.dayAndTime(article.datedAt)}>
            {format.ago(article.datedAt)}
          </time>
        </span>
      </p>
      <p className="quote-article">
        <Link className="quote-title" to={quoteAddress(article.id, quote)} lang={article.language}>
          {title}
        </Link>
      </p>
    </>
  );
}
