import { joined, present } from './agency-draft.ts';
import type { AgencyExtras, Author, Place, Subject } from './agency-draft.ts';
import { nitfMedia } from './nitf-body.ts';
import { childElements } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { at, childrenOf, count, descendants, lineOf, linesOf, said } from './xml-paths.ts';

export const titleOf = (root: XmlElement) =>
  lineOf(at(root, 'body', 'body.head', 'hedline', 'hl1')) ?? lineOf(at(root, 'head', 'title'));

export function nitfExtras(root: XmlElement): AgencyExtras {
  const docdata = at(root, 'head', 'docdata');
  const head = at(root, 'body', 'body.head');
  const content = at(docdata, 'identified-content');
  const source =
    lineOf(at(head, 'distributor')) ?? said(at(docdata, 'del-list', 'from-src'), 'src-name');
  const expires = said(at(docdata, 'date.expire'), 'norm');
  return {
    summary: lineOf(at(head, 'abstract')),
    keywords: keywordsOf(root, docdata),
    subjects: subjectsOf(root, content),
    authors: authorsOf(head),
    media: nitfMedia(root),
    rights: rightsOf(docdata, head),
    dateline: lineOf(at(head, 'dateline')),
    slug: metaOf(root, 'slug') ?? metaOf(root, 'slugline') ?? said(at(docdata, 'du-key'), 'key'),
    genre: joined(
      descendants(root, 'tobject.property').map((kind) => said(kind, 'tobject.property.type')),
      ', ',
    ),
    editorialNote: joined([...notesOf(docdata), ...linesOf(head, 'note')], '\n'),
    priority: count(said(at(docdata, 'urgency'), 'ed-urg')),
    source: source === undefined ? undefined : { name: source },
    places: placesOf(docdata, content),
    people: childrenOf(content, 'person').map(termOf),
    organisations: childrenOf(content, 'org').map(termOf),
    events: childrenOf(content, 'event').map(termOf),
    expires,
    series: seriesOf(at(docdata, 'series')),
    duKey: duKeyOf(at(docdata, 'du-key')),
    corrects: said(at(docdata, 'correction'), 'id-string'),
    scope: childrenOf(docdata, 'doc-scope').flatMap((scope) => said(scope, 'scope') ?? []),
    registeredBy: said(at(docdata, 'doc-id'), 'regsrc'),
    revisions: childrenOf(at(root, 'head'), 'revision-history').map((revision) =>
      present({
        name: said(revision, 'name'),
        function: said(revision, 'function'),
        at: said(revision, 'norm'),
        comment: said(revision, 'comment'),
      }),
    ),
    publications: childrenOf(at(root, 'head'), 'pubdata').map((pubdata) =>
      Object.fromEntries(pubdata.attributes.map(({ name, value }) => [name, value])),
    ),
    subheadlines: linesOf(at(head, 'hedline'), 'hl2'),
  };
}

/** What editors are told of the document: why it is taken back, what was wrong. */
export const notesOf = (docdata: XmlElement | undefined) => [
  ...childrenOf(docdata, 'ed-msg').map((message) => said(message, 'info') ?? lineOf(message)),
  ...childrenOf(docdata, 'correction').map((correction) => said(correction, 'info')),
];

function duKeyOf(duKey: XmlElement | undefined) {
  if (duKey === undefined) return undefined;
  const names = ['key', 'version', 'generation', 'part'];
  return present(Object.fromEntries(names.map((name) => [name, said(duKey, name)])));
}

const metaOf = (root: XmlElement, name: string) =>
  said(
    childrenOf(at(root, 'head'), 'meta').find((meta) => said(meta, 'name')?.toLowerCase() === name),
    'content',
  );

function keywordsOf(root: XmlElement, docdata: XmlElement | undefined): string[] {
  const listed = childrenOf(at(docdata, 'key-list'), 'keyword');
  return [
    ...listed.flatMap((keyword) => said(keyword, 'key') ?? lineOf(keyword) ?? []),
    ...(metaOf(root, 'keywords')?.split(',') ?? []).map((keyword) => keyword.trim()),
  ].filter((keyword) => keyword !== '');
}

function subjectsOf(root: XmlElement, content: XmlElement | undefined): Subject[] {
  const subjects = childrenOf(at(root, 'head', 'tobject'), 'tobject.subject');
  const levels = ['type', 'matter', 'detail'].map((level) => `tobject.subject.${level}`);
  return [
    ...subjects.map((subject) => {
      const name = joined(
        levels.map((level) => said(subject, level)),
        ' / ',
      );
      const code = said(subject, 'tobject.subject.refnum') ?? said(subject, 'tobject.subject.code');
      return present({ code, name, scheme: said(subject, 'tobject.subject.ipr') }) as Subject;
    }),
    ...childrenOf(content, 'classifier').map(termOf),
  ];
}

/** What is identified: its text, and the code that a source has for it. */
const termOf = (term: XmlElement): Subject =>
  present({
    code: said(term, 'value'),
    name: lineOf(term),
    scheme: said(term, 'idsrc') ?? said(term, 'type'),
  }) as Subject;

function authorsOf(head: XmlElement | undefined): Author[] {
  return childrenOf(head, 'byline').flatMap((byline) =>
    childElements(byline, 'person').map(
      (person) => present({ name: lineOf(person), role: lineOf(at(byline, 'byttl')) }) as Author,
    ),
  );
}

function rightsOf(docdata: XmlElement | undefined, head: XmlElement | undefined) {
  const copyrights = childrenOf(docdata, 'doc.copyright').map((right) =>
    joined([said(right, 'holder'), said(right, 'year')], ' '),
  );
  const rights = childrenOf(docdata, 'doc.rights').map((right) =>
    joined(
      ['owner', 'type', 'geography', 'limitations'].map((name) => said(right, name)),
      ', ',
    ),
  );
  return joined([...copyrights, ...rights, ...linesOf(head, 'rights')], '\n');
}

function placesOf(docdata: XmlElement | undefined, content: XmlElement | undefined): Place[] {
  const happened = childrenOf(docdata, 'evloc').map((place) =>
    present({
      name: joined(
        ['city', 'county-dist', 'state-prov'].map((name) => said(place, name)),
        ', ',
      ),
      code: said(place, 'iso-cc'),
    }),
  );
  const named = childrenOf(content, 'location').map((place) =>
    present({ name: lineOf(place), code: said(place, 'location-code') }),
  );
  return [...happened, ...named] as Place[];
}

function seriesOf(series: XmlElement | undefined) {
  if (series === undefined) return undefined;
  return present({
    name: said(series, 'series.name'),
    part: said(series, 'series.part'),
    of: said(series, 'series.totalpart'),
  });
}
