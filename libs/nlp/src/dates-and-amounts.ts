import type { AnnotatedAmount, AnnotatedDate } from '@warta/contracts';
import { amountsMax, findAmounts } from './amounts.ts';
import type { AnnotationContext } from './article-text.ts';
import { dayIn } from './calendar.ts';
import { findDates } from './dates.ts';
import type { Token } from './tokens.ts';

/**
 * The most dates of one article: more than any chronicle has. Like entities and quotes they travel in one
 * event, and a page of "kemarin" would have 25,000.
 */
export const datesMax = 3_000;

type Field = { text: string; tokens: readonly Token[] };

type Found = { dates: AnnotatedDate[]; amounts: AnnotatedAmount[]; isWhole: boolean };

/** Finds the dates and amounts of an article, in order of position, up to the most an event takes. */
export function findDatesAndAmounts(
  title: Field,
  body: Field,
  language: string,
  { publishedAt, timeZone }: AnnotationContext,
): Found {
  const published = dayIn(publishedAt, timeZone);
  const zone = timeZone === undefined ? {} : { timeZone };
  const bodyDates = findDates(body.text, 'body', body.tokens, published, zone);
  // A headline's weekday is the day that the text prints in full.
  const titleDates = findDates(title.text, 'title', title.tokens, published, {
    ...zone,
    known: bodyDates,
  });
  const dates = [...titleDates, ...bodyDates];
  const amounts = [
    ...findAmounts(title.text, 'title', language, titleDates),
    ...findAmounts(body.text, 'body', language, bodyDates),
  ];
  return {
    dates: dates.slice(0, datesMax),
    amounts: amounts.slice(0, amountsMax),
    isWhole: dates.length <= datesMax && amounts.length < amountsMax,
  };
}
