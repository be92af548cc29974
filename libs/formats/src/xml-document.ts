import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';
import { DocumentError } from './draft.ts';

/** News documents stay below 40; a deeper one is an attack. */
export const XML_DEPTH_MAX = 100;
/** NewsML packages of a day stay below 100,000. */
export const XML_ELEMENTS_MAX = 200_000;
export const XML_ATTRIBUTES_MAX = 100;
export const XML_NAME_LENGTH_MAX = 256;
/** Of one element or attribute; twice the longest body in HTML. */
export const XML_TEXT_LENGTH_MAX = 2_000_000;

/** An element with its namespaces resolved. Comments and processing instructions are left out. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** Of its namespace; empty when it has none. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlElement | string)[];
}

export interface XmlAttribute {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/**
 * The document as a tree, well-formed and within limits. A DOCTYPE is refused whatever it says:
 * entities that expand and files that are fetched come with it, and no feed needs one.
 * @throws DocumentError with line and column.
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  const refuse = (message: string): never => {
    throw new DocumentError(`The XML ${message} (line ${parser.line}, column ${parser.column})`);
  };
  const addText = (added: string) => {
    const parent = open.at(-1);
    if (parent === undefined) return;
    if (added.length > XML_TEXT_LENGTH_MAX) {
      refuse(`has more than ${XML_TEXT_LENGTH_MAX} characters in one element`);
    }
    const last = parent.children.at(-1);
    if (typeof last === 'string') parent.children[parent.children.length - 1] = last + added;
    else parent.children.push(added);
  };
  parser.on('error', (error) => refuse(`is not well-formed: ${reasonOf(error)}`));
  parser.on('doctype', () => refuse('has a DOCTYPE: send it without one'));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > XML_ELEMENTS_MAX) refuse(`has more than ${XML_ELEMENTS_MAX} elements`);
    if (open.length >= XML_DEPTH_MAX) refuse(`is nested deeper than ${XML_DEPTH_MAX} elements`);
    const element = elementOf(tag, refuse);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return root ?? refuse('has no element');
}

function elementOf(tag: SaxesTagNS, refuse: (message: string) => never): OpenElement {
  const attributes = Object.values(tag.attributes).map(({ local, uri, value }) => {
    if (value.length > XML_TEXT_LENGTH_MAX) refuse('has an attribute that is too long');
    return { name: local, namespace: uri, value };
  });
  if (attributes.length > XML_ATTRIBUTES_MAX) {
    refuse(`has an element with more than ${XML_ATTRIBUTES_MAX} attributes`);
  }
  if (tag.name.length > XML_NAME_LENGTH_MAX) refuse('has a name that is too long');
  return { name: tag.local, namespace: tag.uri, attributes, children: [] };
}

/** The parser puts the place before the reason. */
function reasonOf(error: Error): string {
  return error.message.replace(/^\d+:\d+: /, '').slice(0, 200);
}

export const isElement = (node: XmlElement | string): node is XmlElement =>
  typeof node !== 'string';

/** The children that are elements, of this name when one is given. */
export function childElements(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children
    .filter(isElement)
    .filter((child) => name === undefined || child.name === name);
}

export function childElement(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find(
    (child): child is XmlElement => isElement(child) && child.name === name,
  );
}

/** All text in it, that of its elements too, in the document's order. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('');
}

export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.find((attribute) => attribute.name === name)?.value;
}
