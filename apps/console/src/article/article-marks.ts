import type { ArticleView } from '../api/answers.ts';
import type { MarkKind } from './article-address.ts';
import type { Stretch } from './mark-layers.ts';

type Entity = ArticleView['entities'][number];
type Quote = ArticleView['quotes'][number];

/** Something that was found in a text, where it is. */
export type ArticleMark = Stretch &
  (
    | { readonly kind: 'names'; readonly entity: Entity; readonly isFirst: boolean }
    | { readonly kind: 'quotes'; readonly quote: Quote }
    | { readonly kind: 'dates'; readonly value: string }
    | { readonly kind: 'furniture' }
  );

/** All that was found in one field of an article, but for what is hidden. */
export function marksIn(
  article: ArticleView,
  field: 'title' | 'body',
  hidden: readonly MarkKind[],
): ArticleMark[] {
  const here = <Place extends { field: string }>(places: readonly Place[]) =>
    places.filter((place) => place.field === field);
  const names = article.entities.flatMap((entity) =>
    here(entity.mentions).map(({ start, end }, index): ArticleMark => ({
      kind: 'names',
      start,
      end,
      entity,
      isFirst: index === 0,
    })),
  );
  const quotes = here(article.quotes).map((quote): ArticleMark => ({
    kind: 'quotes',
    start: quote.start,
    end: quote.end,
    quote,
  }));
  const dates = [...here(article.dates), ...here(article.amounts)].map(
    ({ start, end, value }): ArticleMark => ({ kind: 'dates', start, end, value: String(value) }),
  );
  const furniture = here(article.furniture).map(({ start, end }): ArticleMark => ({
    kind: 'furniture',
    start,
    end,
  }));
  return [...names, ...quotes, ...dates, ...furniture].filter(({ kind }) => !hidden.includes(kind));
}
