import { present } from './agency-draft.ts';
import { childElement, childElements } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { at, count, lineOf, linesOf, said } from './xml-paths.ts';

interface Asserted {
  readonly name: string | undefined;
  readonly position: XmlElement | undefined;
}

/** What the item says once of the concepts that it refers to, by their identifier. */
export type Asserts = ReadonlyMap<string, Asserted>;

const identifierOf = (element: XmlElement) =>
  said(element, 'qcode') ?? said(element, 'uri') ?? said(element, 'literal');

export function assertsOf(item: XmlElement): Asserts {
  const asserts = childElements(item, 'assert').flatMap((assert): [string, Asserted][] => {
    const identifier = identifierOf(assert);
    if (identifier === undefined) return [];
    return [[identifier, { name: ownName(assert), position: positionOf(assert) }]];
  });
  return new Map(asserts);
}

/** The name in English when there are several, for vocabularies are shared across languages. */
function ownName(concept: XmlElement): string | undefined {
  const names = childElements(concept, 'name');
  const english = names.find((name) => said(name, 'lang')?.startsWith('en'));
  return lineOf(english ?? names[0]);
}

const positionOf = (concept: XmlElement) =>
  at(concept, 'geoAreaDetails', 'position') ?? at(concept, 'POIDetails', 'position');

const assertedOf = (concept: XmlElement, asserts: Asserts) =>
  asserts.get(identifierOf(concept) ?? '');

export const nameOf = (concept: XmlElement, asserts: Asserts): string | undefined =>
  ownName(concept) ?? assertedOf(concept, asserts)?.name;

/** As `extras.subjects` has it: the code without the alias of its scheme, which `scheme` then is. */
export function termOf(concept: XmlElement, asserts: Asserts) {
  const qcode = said(concept, 'qcode');
  const colon = qcode?.indexOf(':') ?? -1;
  const code = qcode === undefined ? undefined : qcode.slice(colon + 1);
  return present({
    code: code ?? said(concept, 'uri') ?? said(concept, 'literal'),
    name: nameOf(concept, asserts),
    scheme: qcode === undefined || colon < 1 ? undefined : qcode.slice(0, colon),
    uri: qcode === undefined ? undefined : said(concept, 'uri'),
    relevance: count(said(concept, 'relevance')),
    confidence: count(said(concept, 'confidence')),
  });
}

/** The names, in the order of the document, of those that have one. */
export function namesOf(
  within: XmlElement | undefined,
  name: string,
  asserts: Asserts,
): readonly string[] {
  const parties = within === undefined ? [] : childElements(within, name);
  const names = parties.map((party) => nameOf(party, asserts) ?? lineOf(party));
  return [...new Set(names)].filter((found) => found !== undefined);
}

/** A person or organisation that did something to the item, by name where there is one. */
export function partyOf(party: XmlElement, asserts: Asserts) {
  return {
    name: nameOf(party, asserts) ?? lineOf(party) ?? termOf(party, asserts).code,
    uri: said(party, 'uri'),
    role: said(party, 'role') ?? said(party, 'jobtitle') ?? lineOf(childElement(party, 'role')),
  };
}

export function placeOf(concept: XmlElement, asserts: Asserts) {
  const position = positionOf(concept) ?? assertedOf(concept, asserts)?.position;
  const { code, name } = termOf(concept, asserts);
  return present({
    name,
    code,
    latitude: degrees(said(position, 'latitude'), 90),
    longitude: degrees(said(position, 'longitude'), 180),
  });
}

function degrees(text: string | undefined, max: number): number | undefined {
  if (text === undefined || !/^[+-]?\d{1,3}(?:\.\d{1,20})?$/.test(text)) return undefined;
  const value = Number(text);
  return Math.abs(value) <= max ? value : undefined;
}

/** Anything else that is said of an item: its code, its text, or both. */
export function plainTerm(element: XmlElement, asserts: Asserts): unknown {
  const term = termOf(element, asserts);
  const code = said(element, 'qcode') ?? term.code ?? said(element, 'href') ?? said(element, 'id');
  const name = term.name ?? linesOf(element, 'name')[0] ?? lineOf(element);
  const role = said(element, 'role') ?? said(element, 'type');
  const rel = said(element, 'rel');
  const related = childElements(element, 'related').map((inner) => plainTerm(inner, asserts));
  const kept = present({ code, name, role, rel, related, ...furtherOf(element, code) });
  return name !== undefined && Object.keys(kept).length === 1 ? name : kept;
}

/** In the term already, or said of how the document was made. */
const usual = [
  'qcode',
  'href',
  'role',
  'type',
  'rel',
  'lang',
  'dir',
  'id',
  'schemaLocation',
].concat(['creator', 'creatoruri', 'modified', 'custom', 'how', 'howuri', 'why', 'whyuri']);

/** Every other attribute: how severe a signal is, of what kind a count. */
function furtherOf(element: XmlElement, code: string | undefined) {
  const further = element.attributes.filter(
    ({ name, value }) => !usual.includes(name) && value.trim() !== '' && value !== code,
  );
  return Object.fromEntries(further.map(({ name, value }) => [name, value.trim()]));
}
