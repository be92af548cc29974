import { Link } from 'react-router';
import type { QuoteHit } from '../api/answers.ts';
import { useTexts } from '../texts/use-texts.ts';
import { quotesToAddress } from './entity-address.ts';
import type { QuotesState } from './entity-address.ts';
import { entitiesTexts } from './entities-texts.ts';
import { QuoteItems } from './quote-items.tsx';

interface Props {
  readonly title: string;
  readonly quotes: readonly QuoteHit[];
  /** Said when there are none. */
  readonly none: string;
  /** What the page of quotes is to look for. */
  readonly all?: Partial<QuotesState>;
}

/** The latest quotes of a kind, and the way to all of them. */
export function QuoteColumn({ title, quotes, none, all }: Props) {
  const texts = useTexts(entitiesTexts);
  const asked = { speaker: '', about: '', q: '', from: undefined, to: undefined, ...all };
  return (
    <section>
      <h2>{title}</h2>
      {quotes.length === 0 ? <p className="quiet">{none}</p> : <QuoteItems quotes={quotes} />}
      {quotes.length === 0 || all === undefined ? null : (
        <Link to={{ pathname: '/quotes', search: `?${quotesToAddress(asked)}` }}>
          {texts.allQuotes}
        </Link>
      )}
    </section>
  );
}
