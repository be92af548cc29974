import { filled } from './agency-draft.ts';
import { attributeOf, childElement, childElements } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';

/**
 * How many of one name are looked at: what is kept beside a text has room for fewer, and no document
 * may make work that nothing comes of.
 */
const LISTED_MAX = 500;

/** Its children of that name, the first ones when there are very many. */
export const childrenOf = (within: XmlElement | undefined, name: string): XmlElement[] =>
  within === undefined ? [] : childElements(within, name).slice(0, LISTED_MAX);

/** All elements of that name within, in the document's order, those inside one another too. */
export function descendants(within: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  collect(within, name, found);
  return found;
}

function collect(within: XmlElement, name: string, found: XmlElement[]): void {
  for (const child of within.children) {
    if (found.length >= LISTED_MAX) return;
    if (typeof child === 'string') continue;
    if (child.name === name) found.push(child);
    collect(child, name, found);
  }
}

/** Along the names from an element down, the first of each. */
export function at(within: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(
    (element, name) => element && childElement(element, name),
    within,
  );
}

/** On one line, with a space between elements that have none. */
export function lineOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const pieces: string[] = [];
  gather(element, pieces);
  return filled(pieces.join(''));
}

function gather(element: XmlElement, pieces: string[]): void {
  let followsElement = false;
  for (const child of element.children) {
    if (typeof child === 'string') {
      pieces.push(child);
    } else {
      if (followsElement) pieces.push(' ');
      gather(child, pieces);
    }
    followsElement = typeof child !== 'string';
  }
}

/** The lines of all children of that name, without those that say nothing. */
export const linesOf = (within: XmlElement | undefined, name: string): string[] =>
  childrenOf(within, name).flatMap((element) => {
    const line = lineOf(element);
    return line === undefined ? [] : [line];
  });

/** An attribute that says something, without space around it. */
export function said(element: XmlElement | undefined, name: string): string | undefined {
  const value = attributeOf(element, name)?.trim();
  return value === '' ? undefined : value;
}

/** A whole number, as sizes and lengths are. */
export function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\s{0,9}\d{1,12}\s{0,9}$/.test(text) ? Number(text) : undefined;
}
