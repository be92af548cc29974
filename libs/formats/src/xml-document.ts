import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';
import { DocumentError } from './draft.ts';
import { mendXml, WITHOUT_DOCTYPE } from './mend-xml.ts';
import {
  XML_ATTRIBUTES_MAX,
  XML_DEPTH_MAX,
  XML_FAULTS_MAX,
  XML_NAME_LENGTH_MAX,
  XML_NAMESPACES_MAX,
  XML_TEXT_LENGTH_MAX,
} from './xml-limits.ts';
import { namespaceOfPrefix } from './xml-namespaces.ts';

export {
  XML_ATTRIBUTES_MAX,
  XML_DEPTH_MAX,
  XML_ELEMENTS_MAX,
  XML_NAME_LENGTH_MAX,
  XML_TEXT_LENGTH_MAX,
} from './xml-limits.ts';

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

/** What the parser complains of and then reads as everybody meant it; the rest is refused. */
const FORGIVEN = [
  /^malformed comment\./,
  /^the string "\]\]>" is disallowed/,
  /^unquoted attribute value\./,
  /^attribute without value\./,
  /^no whitespace between attributes\./,
  /^processing instructions are not allowed before root\./,
  /^an XML declaration must be at the start/,
];

/**
 * The document as a tree, within limits. What feeds commonly break is mended (mend-xml.ts) and a
 * prefix that is not declared stands for what it usually does; open and closed tags must match. A
 * DOCTYPE is refused whatever it says. Time and memory are linear in the length.
 * @throws DocumentError with line and column.
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, resolvePrefix: namespaceOfPrefix });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let attributes = 0;
  let faults = 0;
  let namespaces = 0;
  const refuse = (message: string): never => {
    throw new DocumentError(`The XML ${message} (line ${parser.line}, column ${parser.column})`);
  };
  const addText = (added: string) => {
    const parent = open.at(-1);
    if (parent === undefined || added === '') return;
    const last = parent.children.at(-1);
    const before = typeof last === 'string' ? last : '';
    if (before.length + added.length > XML_TEXT_LENGTH_MAX) {
      refuse(`has more than ${XML_TEXT_LENGTH_MAX} characters in one element`);
    }
    if (typeof last === 'string') parent.children[parent.children.length - 1] = before + added;
    else parent.children.push(added);
  };
  parser.on('error', (error) => {
    const reason = reasonOf(error);
    faults += 1;
    if (faults > XML_FAULTS_MAX || !FORGIVEN.some((forgiven) => forgiven.test(reason))) {
      refuse(`is not well-formed: ${reason}`);
    }
  });
  parser.on('doctype', () => refuse(`has a DOCTYPE: ${WITHOUT_DOCTYPE}`));
  parser.on('text', addText);
  parser.on('cdata', addText);
  // Told before the tag is read to its end, and before namespaces are looked up.
  parser.on('opentagstart', ({ name }) => {
    attributes = 0;
    if (open.length >= XML_DEPTH_MAX) refuse(`is nested deeper than ${XML_DEPTH_MAX} elements`);
    if (name.length > XML_NAME_LENGTH_MAX) refuse('has a name that is too long');
  });
  parser.on('attribute', ({ name, value }) => {
    attributes += 1;
    if (attributes > XML_ATTRIBUTES_MAX) {
      refuse(`has an element with more than ${XML_ATTRIBUTES_MAX} attributes`);
    }
    if (name.startsWith('xmlns')) namespaces += 1;
    if (namespaces > XML_NAMESPACES_MAX) {
      refuse(`declares more than ${XML_NAMESPACES_MAX} namespaces`);
    }
    if (name.length > XML_NAME_LENGTH_MAX) refuse('has a name that is too long');
    if (value.length > XML_TEXT_LENGTH_MAX) refuse('has an attribute that is too long');
  });
  parser.on('opentag', (tag) => {
    const element = elementOf(tag);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.write(mendXml(text)).close();
  return root ?? refuse('has no element');
}

const noAttributes: readonly XmlAttribute[] = [];

function elementOf(tag: SaxesTagNS): OpenElement {
  const attributes = Object.values(tag.attributes).map(({ local, uri, value }) => {
    return { name: local, namespace: uri, value };
  });
  const { local, uri } = tag;
  return {
    name: local,
    namespace: uri,
    attributes: attributes.length === 0 ? noAttributes : attributes,
    children: [],
  };
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
