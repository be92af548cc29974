import type { Stretch } from './mark-layers.ts';

/** What is marked in a text, each of which can be hidden. */
export const markKinds = ['names', 'quotes', 'dates', 'furniture'] as const;
export type MarkKind = (typeof markKinds)[number];

/** How an article is looked at, beside which one it is. */
export interface ArticleState {
  readonly hidden: readonly MarkKind[];
  /** An entity whose mentions stand out. */
  readonly entity: string | undefined;
  /** A quote that stands out, by where it is in the text. */
  readonly quote: Stretch | undefined;
  /** An older state that is read. */
  readonly rev: number | undefined;
  /** Two states that are compared. */
  readonly compared: { readonly from: number; readonly to: number } | undefined;
  readonly asOf: string | undefined;
}

export function articleFromAddress(parameters: URLSearchParams): ArticleState {
  const from = numberIn(parameters.get('from'));
  const to = numberIn(parameters.get('to'));
  const hidden = (parameters.get('hide') ?? '').split(',');
  const asOf = parameters.get('asOf') ?? '';
  return {
    hidden: markKinds.filter((kind) => hidden.includes(kind)),
    entity: parameters.get('entity') || undefined,
    quote: stretchIn(parameters.get('quote')),
    rev: numberIn(parameters.get('rev')),
    compared: from === undefined || to === undefined ? undefined : { from, to },
    asOf: Number.isNaN(Date.parse(asOf)) ? undefined : asOf,
  };
}

export function articleToAddress(state: ArticleState): URLSearchParams {
  const parameters = new URLSearchParams();
  const { hidden, entity, quote, rev, compared, asOf } = state;
  if (hidden.length > 0) parameters.set('hide', hidden.join(','));
  if (entity !== undefined) parameters.set('entity', entity);
  if (quote !== undefined) parameters.set('quote', `${quote.start}-${quote.end}`);
  if (rev !== undefined) parameters.set('rev', String(rev));
  if (compared !== undefined) {
    parameters.set('from', String(compared.from));
    parameters.set('to', String(compared.to));
  }
  if (asOf !== undefined) parameters.set('asOf', asOf);
  return parameters;
}

function numberIn(value: string | null): number | undefined {
  return value !== null && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined;
}

function stretchIn(value: string | null): Stretch | undefined {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(value ?? '') ?? [];
  if (start === undefined || end === undefined || Number(start) >= Number(end)) return undefined;
  return { start: Number(start), end: Number(end) };
}
