import type { QuoteHit, QuotesAnswer, SearchQuotes } from '@warta/contracts';
import { textOf } from '../article-index/article-document.ts';
import type { Entities } from '../entity-book/entities.ts';
import { queryFaults } from '../query-language/query-faults.ts';
import { InvalidSearchError } from '../search-articles/invalid-search-error.ts';
import { quotesDigest, readQuoteCursor, writeQuoteCursor } from './quote-cursor.ts';
import type { QuotePlace } from './quote-cursor.ts';
import { readQuotes } from './quote-pages.ts';
import type { PlacedQuote } from './quote-pages.ts';
import type { QuoteSpeaker } from './quote-query.ts';
import { countQuoteWords, QUOTE_WORDS_MAX, readQuoteText } from '../query-language/quote-text.ts';
import type { QuoteText } from '../query-language/quote-text.ts';

/** An id of ours or of Wikidata's is nobody's printed name. */
const isId = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|Q[1-9]\d*)$/i;

/**
 * One page of the quotes that match, from the index as it was last refreshed.
 * @throws InvalidSearchError; TransientError when Elasticsearch cannot answer.
 */
export async function searchQuotes(
  entities: Entities,
  request: SearchQuotes,
): Promise<QuotesAnswer> {
  const text = textIn(request.q);
  const after = placeOf(request);
  const [speaker, about] = await Promise.all(
    [request.speaker, request.about].map((name) =>
      name === undefined ? undefined : entities.find(name),
    ),
  );
  const page = await readQuotes(
    entities.index,
    {
      request,
      text,
      speaker: speaker && speakerOf(request.speaker ?? '', speaker.ids),
      aboutIds: about?.ids,
    },
    {
      size: request.size,
      after,
      isCollapsed: request.collapse === 'group',
      preference: quotesDigest(request),
    },
  );
  const isComplete = (speaker?.isComplete ?? true) && (about?.isComplete ?? true);
  return {
    data: await toQuoteHits(entities, page.quotes),
    ...(page.next && { next: writeQuoteCursor(request, page.next) }),
    partial: page.partial || !isComplete,
  };
}

/** With the names of speakers, corrections counted in. */
export async function toQuoteHits(
  { book, names }: Entities,
  quotes: readonly PlacedQuote[],
): Promise<QuoteHit[]> {
  const speakers = quotes.flatMap(({ quote }) => quote._source?.speakerId ?? []);
  const named = await names.of(speakers);
  return quotes.flatMap(({ article, quote }) => {
    const { _source: source, highlight } = quote;
    if (source === undefined) return [];
    const speaker = source.speakerId === undefined ? undefined : named.get(source.speakerId);
    const marked = Object.values(highlight ?? {})[0]?.[0];
    const about = source.aboutIds.filter((id) => !book.isBlocked(id));
    return [
      {
        text: textOf(source.text) ?? '',
        ...(marked !== undefined && { highlight: marked }),
        speaker: source.speaker,
        speakerId: speaker?.id,
        speakerName: speaker?.name,
        aboutIds: [...new Set(about.map((id) => book.canonicalOf(id)))],
        start: source.start,
        end: source.end,
        article: {
          id: article.articleId,
          title: textOf(article.title),
          feed: article.feed,
          url: article.url,
          language: article.language,
          datedAt: article.datedAt,
          duplicateGroup: article.duplicateGroup ?? article.articleId,
        },
      },
    ];
  });
}

function speakerOf(name: string, ids: readonly string[]): QuoteSpeaker {
  return { ids, printed: isId.test(name.trim()) ? undefined : name };
}

function textIn(q: string | undefined): QuoteText | undefined {
  if (q === undefined) return undefined;
  const text = readQuoteText(q);
  const count = countQuoteWords(text);
  if (count === 0) throw new InvalidSearchError('q', queryFaults.nothingToFind());
  if (count <= QUOTE_WORDS_MAX) return text;
  throw new InvalidSearchError('q', queryFaults.tooManyWords(QUOTE_WORDS_MAX, count));
}

function placeOf(request: SearchQuotes): QuotePlace | undefined {
  if (request.cursor === undefined) return undefined;
  const place = readQuoteCursor(request, request.cursor);
  if (place !== undefined) return place;
  const said = 'is not a `next` of this search: send it with the parameters it came from';
  throw new InvalidSearchError('cursor', said);
}
