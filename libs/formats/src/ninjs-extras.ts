import { filled, joined, present } from './agency-draft.ts';
import type { AgencyExtras, Link, Media, Place } from './agency-draft.ts';
import { pointOf } from './geo-json.ts';
import { htmlLine } from './html-text.ts';
import { entriesOf, numberOf, stringOf, wholeVersionOf } from './ninjs-members.ts';
import type { Members, NinjsView } from './ninjs-view.ts';

export interface NinjsParts {
  /** As it was sent: fields without a common name are kept as they are. */
  readonly item: Members;
  readonly view: NinjsView;
  /** The headline that is the title. */
  readonly main: Members | undefined;
  /** Whether a description is the body already. */
  readonly isDescription: true | undefined;
  readonly instant: (name: string) => string | undefined;
}

const summaryRoles = ['summary', 'abstract', 'lead', 'text', 'main', 'caption', 'short'];

/** Of a provider's own fields; more than this no provider adds. */
const LEFTOVERS_MAX = 200;

/** Fields that are in the draft or under a common name; in small letters, of any generation. */
const placed = [
  ...['$standard', 'standard', 'uri', 'byline', 'by', 'language', 'pubstatus', 'embargoeduntil'],
  ...['headline', 'headlines', 'descriptions', 'bodies', 'renditions', 'associations'],
  ...[
    'person',
    'people',
    'organisation',
    'organisations',
    'place',
    'places',
    'subject',
    'subjects',
  ],
  ...['event', 'events', 'object', 'objects', 'genre', 'genres', 'infosource', 'infosources'],
  ...['slugline', 'ednote', 'urgency', 'located', 'copyrightholder', 'copyrightnotice'],
  ...['usageterms', 'altids', 'charcount', 'wordcount', 'title', 'embargoed', 'version'],
  ...['versioncreated', 'firstcreated', 'contentcreated', 'trustindicator'],
];

export function ninjsExtras(parts: NinjsParts): AgencyExtras {
  const { view, main, isDescription } = parts;
  const headlines = entriesOf(view, 'headlines').filter((headline) => headline !== main);
  const descriptions = entriesOf(view, 'descriptions');
  const summary = isDescription ? undefined : summaryOf(descriptions);
  const title = stringOf(view, 'title');
  const sources = entriesOf(view, 'infosources');
  const source = sources[0];
  return {
    ...leftovers(parts),
    summary: summary && saidBy(summary),
    subjects: entriesOf(view, 'subjects').map(termOf),
    places: entriesOf(view, 'places').map(placeOf),
    media: [...mediaOf(view), ...entriesOf(view, 'associations').flatMap(mediaOf)],
    links: entriesOf(view, 'associations').flatMap(linkOf),
    rights: rightsOf(view),
    dateline: stringOf(view, 'located'),
    slug: stringOf(view, 'slugline'),
    genre: joined(entriesOf(view, 'genres').map(nameOf), ', '),
    editorialNote: stringOf(view, 'ednote'),
    priority: numberOf(view, 'urgency'),
    source: source && present({ name: nameOf(source), url: stringOf(source, 'uri') }),
    people: entriesOf(view, 'people').map(termOf),
    organisations: entriesOf(view, 'organisations').map(termOf),
    events: entriesOf(view, 'events').map(termOf),
    objects: entriesOf(view, 'objects').map(termOf),
    infoSources: sources
      .map(termOf)
      .filter((term, index) => index > 0 || term.scheme !== undefined || term.rel !== undefined),
    genres: entriesOf(view, 'genres')
      .map(termOf)
      .filter(({ code }) => code !== undefined),
    altIds: Array.isArray(view['altids']) ? asRecord(view['altids']) : view['altids'],
    headlines: headlines.map(roleAndText),
    descriptions: descriptions
      .filter((said) => said !== summary && !(isDescription && descriptions.length === 1))
      .map(roleAndText),
    name: main === undefined || saidBy(main) === title ? undefined : title,
  };
}

/** What has no common name, and what was not understood, under the format's own names. */
function leftovers({ item, view, instant }: NinjsParts): Members {
  const kept = Object.entries(item)
    .filter(
      ([name]) =>
        !placed.includes(name.toLowerCase()) && !/^(?:headline|description|body)_/.test(name),
    )
    .slice(0, LEFTOVERS_MAX);
  const unread = ['versioncreated', 'firstcreated', 'contentcreated', 'embargoed']
    .filter((name) => stringOf(view, name) !== undefined && instant(name) === undefined)
    .map((name) => [name, stringOf(view, name)]);
  const both = stringOf(view, 'firstcreated') && stringOf(view, 'contentcreated');
  return {
    ...Object.fromEntries([...kept, ...unread]),
    ...(both && { contentcreated: both }),
    ...(wholeVersionOf(view) === undefined && { version: stringOf(view, 'version') }),
    trustIndicators: entriesOf(view, 'trustindicators'),
  };
}

/** Names as they stand; what is left of a thing that has none is its code. */
const nameOf = (term: Members) =>
  stringOf(term, 'name') ?? stringOf(term, 'literal') ?? codeOf(term);
const codeOf = (term: Members) =>
  stringOf(term, 'code') ?? stringOf(term, 'literal') ?? stringOf(term, 'uri');

function termOf(term: Members) {
  const uri = stringOf(term, 'uri');
  const code = codeOf(term);
  return present({
    code,
    name: stringOf(term, 'name'),
    scheme: stringOf(term, 'scheme'),
    uri: uri === code ? undefined : uri,
    rel: stringOf(term, 'rel') ?? stringOf(term, 'role'),
    symbols: term['symbols'],
    relevance: term['relevance'],
    confidence: term['confidence'],
    creator: stringOf(term, 'creator'),
    contactInfo: term['contactinfo'],
  });
}

const placeOf = (place: Members): Place =>
  present({ ...termOf(place), ...pointOf(place['geojson']) });

/** Its renditions, under the caption and credit of the item that they are of. */
function mediaOf(item: Members): Media[] {
  const caption = bestCaption(item);
  const credit = stringOf(item, 'by') ?? stringOf(item, 'copyrightholder');
  return entriesOf(item, 'renditions').flatMap((rendition) => {
    const url = stringOf(rendition, 'href');
    if (url === undefined) return [];
    return [
      present({
        url,
        type: stringOf(rendition, 'contenttype'),
        caption,
        credit,
        width: numberOf(rendition, 'width'),
        height: numberOf(rendition, 'height'),
        bytes: numberOf(rendition, 'sizeinbytes'),
        seconds: numberOf(rendition, 'duration'),
      }) as Media,
    ];
  });
}

function bestCaption(item: Members): string | undefined {
  const said = summaryOf(entriesOf(item, 'descriptions')) ?? entriesOf(item, 'headlines')[0];
  return (said && saidBy(said)) ?? stringOf(item, 'title');
}

/** What is associated and has no rendition is another item, named by its address. */
function linkOf(associated: Members): Link[] {
  const url = stringOf(associated, 'uri');
  if (url === undefined || entriesOf(associated, 'renditions').length > 0) return [];
  const rel = stringOf(associated, 'rel') ?? stringOf(associated, 'name') ?? 'associated';
  const headline = entriesOf(associated, 'headlines')[0];
  const title = (headline && saidBy(headline)) ?? stringOf(associated, 'title');
  return [present({ url, rel, title, type: stringOf(associated, 'type') }) as Link];
}

function summaryOf(descriptions: readonly Members[]): Members | undefined {
  const plain = descriptions.filter((said) => !isHtml(said) && saidBy(said) !== undefined);
  for (const candidates of [plain, descriptions]) {
    for (const role of summaryRoles) {
      const found = candidates.find((said) => stringOf(said, 'role')?.toLowerCase() === role);
      if (found !== undefined) return found;
    }
  }
  return descriptions.find((said) => stringOf(said, 'role') === undefined) ?? descriptions[0];
}

const isHtml = (said: Members) =>
  (stringOf(said, 'contenttype') ?? stringOf(said, 'role') ?? '').includes('html');

export function saidBy(said: Members): string | undefined {
  const value = stringOf(said, 'value');
  return filled(value !== undefined && isHtml(said) ? htmlLine(value) : value);
}

const roleAndText = (said: Members) =>
  present({ role: stringOf(said, 'role'), text: saidBy(said) ?? stringOf(said, 'value') });

function asRecord(altIds: readonly Members[]): Members {
  return Object.fromEntries(
    altIds.map((altId, index) => [stringOf(altId, 'role') ?? String(index), altId['value']]),
  );
}

function rightsOf(view: NinjsView): string | undefined {
  const info = (view['rightsinfo'] ?? {}) as Members;
  const linked = stringOf(info, 'linkedrights');
  return joined(
    [
      stringOf(view, 'copyrightnotice'),
      stringOf(view, 'copyrightholder'),
      stringOf(view, 'usageterms'),
      linked,
    ],
    '\n',
  );
}
