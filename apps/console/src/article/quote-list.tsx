import { Link } from 'react-router';
import type { ArticleView } from '../api/answers.ts';
import { useCopying } from '../shell/use-copying.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { articleTexts } from './article-texts.ts';
import type { Stretch } from './mark-layers.ts';
import { isSameStretch } from './quote-steps.ts';

/** Below it a reader should know that the speaker is inferred. */
const SURE_FROM = 0.8;

interface Props {
  readonly article: ArticleView;
  readonly chosen: Stretch | undefined;
  readonly onChoose: (quote: Stretch | undefined) => void;
}

/** Who said what, in the order of the text. */
export function QuoteList({ article, chosen, onChoose }: Props) {
  const texts = useTexts(articleTexts);
  if (article.quotes.length === 0) return <p className="quiet">{texts.noQuotes}</p>;
  return (
    <ol className="quotes">
      {article.quotes.map((quote) => (
        <li
          key={`${quote.field}-${quote.start}-${quote.end}`}
          data-active={isSameStretch(quote, chosen) || undefined}
        >
          <Speaker article={article} quote={quote} />
          <blockquote lang={article.language}>{quote.text}</blockquote>
          <p className="quote-actions">
            <button
              className="button-link"
              type="button"
              onClick={() => onChoose({ start: quote.start, end: quote.end })}
            >
              {texts.showQuote}
            </button>
            <CopyQuoteLink quote={quote} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Speaker({
  article,
  quote,
}: {
  article: ArticleView;
  quote: ArticleView['quotes'][number];
}) {
  const texts = useTexts(articleTexts);
  const format = useFormat();
  const { speaker, speakerEntityId, confidence, indirect } = quote;
  const entity = article.entities.find(({ id }) => id === speakerEntityId);
  const name = entity?.name ?? speaker;
  return (
    <p className="quote-speaker">
      {name === undefined ? (
        <span className="quiet">{texts.unknownSpeaker}</span>
      ) : speakerEntityId === undefined ? (
        <strong>{name}</strong>
      ) : (
        <Link to={`/entities/${speakerEntityId}`}>{name}</Link>
      )}
      {indirect === true ? <small className="quiet">{texts.indirect}</small> : null}
      {name !== undefined && confidence < SURE_FROM ? (
        <small className="quiet">{texts.unsure(format.percent(confidence))}</small>
      ) : null}
    </p>
  );
}

/** To this article with the quote standing out; whoever follows it signs in with a key of their own. */
function CopyQuoteLink({ quote: { start, end } }: { quote: Stretch }) {
  const texts = useTexts(articleTexts);
  const { told, copy } = useCopying();
  const copyLink = () => {
    const link = new URL(location.href);
    link.search = `?quote=${start}-${end}`;
    link.hash = '';
    copy(link.href);
  };
  return (
    <button className="button-link" type="button" onClick={copyLink}>
      {told ?? texts.copyLink}
    </button>
  );
}
