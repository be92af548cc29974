import type { FeedElement } from './feed-element.ts';
import { decodedText, hasTag, isHtml } from './html-text.ts';
import { instantOf } from './instants.ts';

/** Words and subjects of one item that are kept; longer lists are made for search engines. */
const WORDS_MAX = 100;
/** Elements of a feed's own invention that are kept as they are, and how long. */
const OWN_FIELDS_MAX = 30;
const OWN_FIELD_LENGTH_MAX = 500;

/** Elements that bodies are made of. */
const ESCAPED_TAG =
  /&lt;\/?(?:p|br|div|span|a|b|i|em|strong|img|ul|ol|li|h[1-6]|blockquote)(?:\s|\/|&gt;)/i;

/**
 * Text goes to where its kind belongs: conversion to plain text happens elsewhere. HTML that was
 * escaped once too often, which has no tag but names of some, is read as it was meant. Text without
 * tags is text, whatever characters it has by name: its lines stay.
 */
export function bodyOf(text: string): { body: string } | { bodyHtml: string } {
  if (!isHtml(text)) return { body: text };
  if (hasTag(text)) return { bodyHtml: text };
  return ESCAPED_TAG.test(text) ? { bodyHtml: unescaped(text) } : { body: decodedText(text) };
}

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Dates that could not be read, under their own names, as they stand. */
export function unreadDates(
  item: FeedElement,
  names: readonly string[],
  timeZone: string,
): Record<string, string> {
  const unread = names.flatMap((name) => {
    const line = item.first(name)?.line;
    return line === undefined || instantOf(line, timeZone) !== undefined
      ? []
      : [[name, line.slice(0, OWN_FIELD_LENGTH_MAX)] as const];
  });
  return Object.fromEntries(unread);
}

/** The words an item is filed under, beside its own categories. */
export function keywordsOf(item: FeedElement): string[] {
  const lists = item
    .all('itunes:keywords', 'media:keywords', 'keywords', 'prism:keyword')
    .concat(item.all('media:group').flatMap((group) => group.all('media:keywords')))
    .flatMap(({ line }) => (line ?? '').split(/[,;]/));
  const single = item
    .all('dc:subject', 'dcterms:subject', 'media:category')
    .map(({ line }) => line);
  const attributes = item.all('itunes:category').map((category) => category.attribute('text'));
  return distinct([...single, ...lists, ...attributes]);
}

export function distinct(words: readonly (string | undefined)[]): string[] {
  const trimmed = words.map((word) => word?.trim()).filter((word) => word !== undefined);
  return [...new Set(trimmed.filter((word) => word !== ''))].slice(0, WORDS_MAX);
}

/** Who may do what with it: words, or the address of a licence. */
export function rightsOf(item: FeedElement): string | undefined {
  const said = item.first('rights', 'copyright', 'dc:rights', 'atom:rights', 'media:copyright');
  if (said !== undefined) return said.line;
  const [license] = item.all('creativeCommons:license', 'cc:license', 'dcterms:license');
  return license === undefined ? undefined : (license.url('resource') ?? license.line);
}

/**
 * Small elements that no vocabulary here has a name for, under their own: `slash:comments`, or the
 * feed's own inventions. Of unknown namespaces none, since their prefix says nothing.
 */
export function ownFields(
  item: FeedElement,
  known: ReadonlySet<string>,
): Record<string, string | string[]> {
  const fields: [string, string | string[]][] = [];
  for (const name of item.children.keys()) {
    if (known.has(name) || !/^[a-z]{0,20}:?[a-z][a-z\d_-]{0,60}$/.test(name)) continue;
    const values = distinct(
      item
        .all(name)
        .filter(({ children }) => children.size === 0)
        .map(({ line }) => line),
    ).filter(({ length }) => length <= OWN_FIELD_LENGTH_MAX);
    const [first] = values;
    if (first !== undefined) fields.push([name, values.length === 1 ? first : values]);
    if (fields.length >= OWN_FIELDS_MAX) break;
  }
  return Object.fromEntries(fields);
}
