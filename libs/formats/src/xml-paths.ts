import { filled } from './agency-draft.ts';
import { attributeOf, childElement, childElements } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';

/** All elements of that name within, in the document's order, those inside one another too. */
export function descendants(within: XmlElement, name: string): XmlElement[] {
  return childElements(within).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ]);
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
  (within === undefined ? [] : childElements(within, name)).flatMap((element) => {
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
