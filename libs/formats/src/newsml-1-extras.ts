import { joined, present } from './agency-draft.ts';
import type { AgencyExtras, Author, Link, Place, Subject } from './agency-draft.ts';
import type { ReadContents } from './newsml-1-content.ts';
import { childElements, textOf } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { at, childrenOf, count, descendants, lineOf, said } from './xml-paths.ts';

export interface NewsmlParts {
  readonly newsItem: XmlElement;
  readonly envelope: XmlElement | undefined;
  readonly contents: ReadContents;
}

/** A value of a controlled vocabulary. */
export const formal = (element: XmlElement | undefined) => said(element, 'FormalName');

/** The first line of that name anywhere in the components, from the outermost in. */
export function newsLine(newsItem: XmlElement, name: string): string | undefined {
  return descendants(newsItem, 'NewsLines')
    .map((lines) => lineOf(at(lines, name)))
    .find((line) => line !== undefined);
}

export function newsmlExtras({ newsItem, envelope, contents }: NewsmlParts): AgencyExtras {
  const management = at(newsItem, 'NewsManagement');
  const metadata = descendants(newsItem, 'DescriptiveMetadata');
  const all = (name: string) => metadata.flatMap((described) => descendants(described, name));
  const other = (role: RegExp) => contents.others.filter(({ role: given }) => role.test(given));
  return {
    summary: other(/^(?:abstract|summary|lead)/)[0]?.text,
    keywords: keywordsOf(newsItem),
    subjects: subjectsOf(all('SubjectCode')),
    authors: partiesOf(newsItem, 'Creator', 'Contributor'),
    media: contents.media,
    links: linksOf(newsItem, management),
    rights: rightsOf(newsItem),
    dateline: newsLine(newsItem, 'DateLine'),
    slug: newsLine(newsItem, 'SlugLine'),
    genre: joined(all('Genre').map(formal), ', '),
    editorialNote: joined(
      [
        ...childrenOf(management, 'Instruction'),
        ...childrenOf(at(newsItem, 'Identification'), 'Comment'),
      ]
        .concat(childrenOf(newsItem, 'Comment'))
        .map((note) => joined([formal(note), lineOf(note)], ' ')),
      '\n',
    ),
    priority: count(formal(at(management, 'Urgency')) ?? formal(at(envelope, 'Priority'))),
    source: sourceOf(newsItem, envelope),
    places: all('Location').map(placeOf),
    subheadlines: [
      ...new Set(
        [
          newsLine(newsItem, 'SubHeadLine'),
          ...other(/^subheadline/).map(({ text }) => text),
        ].filter((line) => line !== undefined),
      ),
    ],
    contacts: other(/^contact/).map(({ text }) => text),
    series: newsLine(newsItem, 'SeriesLine'),
    ofInterestTo: [...new Set(all('OfInterestTo').map(formal))].filter(
      (name) => name !== undefined,
    ),
    newsItemType: formal(at(management, 'NewsItemType')),
    newsService: formal(at(envelope, 'NewsService')),
    newsProduct: formal(at(envelope, 'NewsProduct')),
    properties: propertiesOf(newsItem),
    newsLines: otherLinesOf(newsItem),
  };
}

const isKeyword = (element: XmlElement) => /keyword/i.test(formal(element) ?? '');

function keywordsOf(newsItem: XmlElement): string[] {
  const lines = descendants(newsItem, 'KeywordLine').map(lineOf);
  const values = descendants(newsItem, 'Property')
    .filter(isKeyword)
    .map((property) => said(property, 'Value'));
  return [...new Set([...lines, ...values])].filter((keyword) => keyword !== undefined);
}

/** Of each code its levels: Subject, SubjectMatter, SubjectDetail, and what qualifies them. */
const subjectsOf = (codes: readonly XmlElement[]): Subject[] =>
  codes
    .flatMap((code) => childElements(code))
    .flatMap((level) => {
      const code = formal(level);
      if (code === undefined) return [];
      return [present({ code, name: lineOf(level), scheme: said(level, 'Scheme') }) as Subject];
    });

const partyName = (element: XmlElement) => formal(element) ?? lineOf(element);

const partiesOf = (newsItem: XmlElement, ...roles: string[]): Author[] =>
  roles.flatMap((role) =>
    descendants(newsItem, role)
      .flatMap((element) => childElements(element, 'Party'))
      .map((party) => present({ name: partyName(party), role: role.toLowerCase() }) as Author),
  );

function sourceOf(newsItem: XmlElement, envelope: XmlElement | undefined) {
  const [source] = [
    ...descendants(newsItem, 'Source'),
    ...descendants(newsItem, 'Provider'),
    ...childrenOf(envelope, 'SentFrom'),
  ].flatMap((element) => childElements(element, 'Party'));
  const name = source && partyName(source);
  return name === undefined ? undefined : { name };
}

function linksOf(newsItem: XmlElement, management: XmlElement | undefined): Link[] {
  const related = ['DerivedFrom', 'AssociatedWith'].flatMap((rel) =>
    childrenOf(management, rel).flatMap((link) => {
      const url = said(link, 'NewsItem');
      return url === undefined ? [] : [{ url, rel }];
    }),
  );
  const referred = descendants(newsItem, 'NewsItemRef').flatMap((link) => {
    const url = said(link, 'NewsItem');
    return url === undefined ? [] : [{ url, rel: 'item' }];
  });
  return [...related, ...referred];
}

function rightsOf(newsItem: XmlElement): string | undefined {
  const copyrights = descendants(newsItem, 'Copyright').map((copyright) =>
    joined([lineOf(at(copyright, 'CopyrightHolder')), lineOf(at(copyright, 'CopyrightDate'))], ' '),
  );
  const usages = descendants(newsItem, 'UsageRights').map((usage) =>
    joined(childElements(usage).map(lineOf), ', '),
  );
  const lines = ['CopyrightLine', 'RightsLine'].map((name) => newsLine(newsItem, name));
  return joined([...lines, ...copyrights, ...usages], '\n');
}

function placeOf(location: XmlElement): Place {
  const properties = childElements(location, 'Property').map((property) => said(property, 'Value'));
  return present({
    name: joined(properties, ', ') ?? lineOf(location),
    code: formal(location),
  });
}

/** What a provider says in its own properties, beside the keywords. */
function propertiesOf(newsItem: XmlElement) {
  return descendants(newsItem, 'Metadata')
    .flatMap((metadata) => childElements(metadata, 'Property'))
    .filter((property) => !isKeyword(property))
    .map((property) => present({ name: formal(property), value: said(property, 'Value') }));
}

const otherLinesOf = (newsItem: XmlElement) =>
  descendants(newsItem, 'NewsLine').map((line) =>
    present({
      type: formal(at(line, 'NewsLineType')),
      text: textOf(at(line, 'NewsLineText')).trim(),
    }),
  );
