import { joined, present } from './agency-draft.ts';
import type { AgencyExtras, Author, Media, Place, Subject } from './agency-draft.ts';
import { nameOf, partyOf, placeOf, plainTerm, termOf } from './newsml-g2-concepts.ts';
import type { Asserts } from './newsml-g2-concepts.ts';
import { g2Links } from './newsml-g2-package.ts';
import { childElement, childElements } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { at, childrenOf, count, lineOf, linesOf, said } from './xml-paths.ts';

/** In the draft, or under a common name; whatever else stands in the metadata keeps its own. */
const placed = new Set([
  ...['versionCreated', 'firstCreated', 'embargoed', 'pubStatus', 'title', 'edNote', 'link'],
  ...['provider', 'contentCreated', 'located', 'creator', 'contributor', 'infoSource', 'language'],
  ...['subject', 'genre', 'headline', 'by', 'dateline', 'slugline', 'description', 'keyword'],
  ...['urgency', 'icon', 'altId', 'copyrightHolder', 'copyrightNotice', 'usageTerms'],
  // Policies for machines, in languages of their own.
  ...['rightsExpressionXML', 'rightsExpressionData'],
]);

/** The standard has some 40 elements of metadata, of which a few may repeat. */
const LEFTOVERS_MAX = 200;

/** The headline for readers: without a role, or with that of the main one. */
export function headlineOf(contentMeta: XmlElement | undefined): string | undefined {
  const headlines = childrenOf(contentMeta, 'headline');
  const main = headlines.find((headline) => {
    const role = said(headline, 'role');
    return role === undefined || role.endsWith(':main');
  });
  return lineOf(main ?? headlines[0]);
}

export function g2Extras(item: XmlElement, asserts: Asserts, media: Media[]): AgencyExtras {
  const itemMeta = childElement(item, 'itemMeta');
  const contentMeta = childElement(item, 'contentMeta');
  const subjects = childrenOf(contentMeta, 'subject').flatMap((subject) =>
    // A faceted subject is the concepts it is put together of.
    isNamed(subject) ? subject : childElements(subject).filter(isNamed),
  );
  const located = childrenOf(contentMeta, 'located');
  const ofType = (...types: string[]) =>
    subjects.filter((subject) => types.some((type) => said(subject, 'type')?.endsWith(`:${type}`)));
  const places = ofType('geoArea', 'poi');
  const people = ofType('person');
  const organisations = ofType('organisation');
  const apart = new Set([...places, ...people, ...organisations]);
  const others = subjects.filter((subject) => !apart.has(subject));
  const infoSources = childrenOf(contentMeta, 'infoSource');
  const providers = childrenOf(itemMeta, 'provider');
  const headline = headlineOf(contentMeta);
  const name = lineOf(at(itemMeta, 'title'));
  const terms = (elements: XmlElement[]) => elements.map((element) => termOf(element, asserts));
  return {
    ...leftovers([itemMeta, contentMeta, ...childrenOf(item, 'rightsInfo')], asserts),
    summary: summaryOf(contentMeta),
    keywords: linesOf(contentMeta, 'keyword'),
    subjects: terms(others) as Subject[],
    people: terms(people),
    organisations: terms(organisations),
    places: [...places, ...located].map((place) => placeOf(place, asserts)) as Place[],
    authors: ['creator', 'contributor']
      .flatMap((role) => childrenOf(contentMeta, role))
      .map((party) => present(partyOf(party, asserts)) as Author),
    media,
    links: g2Links(item),
    rights: rightsOf(item, asserts),
    dateline: lineOf(at(contentMeta, 'dateline')) ?? firstName(located, asserts),
    slug: lineOf(at(contentMeta, 'slugline')),
    genre: joined(
      childrenOf(contentMeta, 'genre').map(
        (genre) => nameOf(genre, asserts) ?? termOf(genre, asserts).code,
      ),
      ', ',
    ),
    editorialNote: joined(linesOf(itemMeta, 'edNote'), '\n'),
    priority: count(lineOf(at(contentMeta, 'urgency'))),
    source: sourceOf([...infoSources, ...providers], asserts),
    provider: infoSources.length > 0 ? sourceOf(providers, asserts) : undefined,
    headlines: linesOf(contentMeta, 'headline').filter((line) => line !== headline),
    descriptions: linesOf(contentMeta, 'description').slice(1),
    altIds: [...childrenOf(itemMeta, 'altId'), ...childrenOf(contentMeta, 'altId')].flatMap(
      (altId) => said(altId, 'id') ?? lineOf(altId) ?? [],
    ),
    name: headline === undefined ? undefined : name,
  };
}

const isNamed = (concept: XmlElement) =>
  ['qcode', 'uri', 'literal'].some((name) => said(concept, name) !== undefined) ||
  childElement(concept, 'name') !== undefined;

function leftovers(metas: readonly (XmlElement | undefined)[], asserts: Asserts) {
  const kept = new Map<string, unknown[]>();
  const elements = metas.flatMap((meta) => (meta === undefined ? [] : childElements(meta)));
  for (const element of elements.filter(({ name }) => !placed.has(name)).slice(0, LEFTOVERS_MAX)) {
    const values = kept.get(element.name) ?? [];
    values.push(plainTerm(element, asserts));
    kept.set(element.name, values);
  }
  return Object.fromEntries(
    [...kept].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

function summaryOf(contentMeta: XmlElement | undefined): string | undefined {
  const descriptions = childrenOf(contentMeta, 'description');
  const summary = descriptions.find((found) =>
    /(?:summary|abstract)$/i.test(said(found, 'role') ?? ''),
  );
  return lineOf(summary ?? descriptions[0]);
}

const firstName = (concepts: readonly XmlElement[], asserts: Asserts) =>
  concepts.map((concept) => nameOf(concept, asserts)).find((name) => name !== undefined);

function sourceOf(parties: readonly XmlElement[], asserts: Asserts) {
  const [source] = parties;
  if (source === undefined) return undefined;
  const { name, uri } = partyOf(source, asserts);
  return present({ name, url: uri });
}

function rightsOf(item: XmlElement, asserts: Asserts): string | undefined {
  return joined(
    childrenOf(item, 'rightsInfo').flatMap((rights) => [
      ...linesOf(rights, 'copyrightNotice'),
      ...childrenOf(rights, 'copyrightHolder').map((holder) => partyOf(holder, asserts).name),
      ...linesOf(rights, 'usageTerms'),
      ...childrenOf(rights, 'link').map((link) => said(link, 'href') ?? said(link, 'residref')),
    ]),
    '\n',
  );
}
