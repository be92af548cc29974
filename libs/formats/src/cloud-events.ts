import { Instant, pointerToken } from '@warta/contracts';
import { mediaTypeOf } from './document-syntax.ts';
import { DocumentError } from './draft.ts';
import type { ArticleDraft, FieldProblem, Item } from './draft.ts';
import type { FieldSource, Format, ReadingContext } from './format.ts';
import { itemBelow, refuseMoreThan } from './format-reader.ts';
import type { FormatReader } from './format-reader.ts';

export const CLOUD_EVENTS = 'cloudevents';
const EVENT_TYPE = 'application/cloudevents+json';
const BATCH_TYPE = 'application/cloudevents-batch+json';

/** Context attributes that are looked at, of an event whose attributes are all well-formed. */
export interface CloudEvent {
  readonly id: string;
  readonly source: string;
  readonly subject?: string;
  readonly time?: string;
}

/** Attributes and data, as the JSON format or the headers hold them. */
type Attributes = Readonly<Record<string, unknown>>;

const fields: readonly FieldSource[] = [
  {
    field: 'id',
    from: ['the article', 'source and subject', 'source and id'],
    note: 'the event’s only for one article alone in its data',
  },
  {
    field: 'updatedAt',
    from: ['the article', 'time'],
    note: 'time only when the article has no version',
  },
  { field: '*', from: ['the article in data'] },
];

/**
 * CloudEvents 1.0 in the JSON format, one or a batch, around documents of the reader's formats. An
 * event's own id changes with each event, so that it names an article only when nothing else does.
 */
export function cloudEvents(reader: FormatReader): Format {
  return {
    name: CLOUD_EVENTS,
    title: 'CloudEvents',
    specification:
      'https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md',
    mediaTypes: [EVENT_TYPE, BATCH_TYPE],
    recognises: (document) => document.kind === 'json' && isEvent(document.value),
    read(document, context) {
      const value = document.kind === 'json' ? document.value : undefined;
      if (!Array.isArray(value)) return readEvent(value, reader, context);
      refuseMoreThan(value.length);
      return value.flatMap((event: unknown, index) =>
        readEvent(event, reader, context).map((item) => itemBelow(`/${index}`, item)),
      );
    },
    fields,
  };
}

/**
 * The attributes of a request in binary mode: each in a header `ce-…`, the article in the body.
 * @returns nothing when the request is no such event.
 * @throws DocumentError when it is a wrong one.
 */
export function binaryEvent(
  contentType: string | undefined,
  headers: ReadingContext['headers'],
): CloudEvent | undefined {
  if (mediaTypeOf(contentType).startsWith('application/cloudevents')) return undefined;
  const attributes: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith('ce-')) attributes.push([name.slice('ce-'.length), percentDecoded(value)]);
  }
  const event: Attributes = Object.fromEntries(attributes);
  if (event['specversion'] === undefined && event['type'] === undefined) return undefined;
  const [problem] = problemsOf(event);
  if (problem === undefined) return event as unknown as CloudEvent;
  throw new DocumentError(`The header ce-${problem.pointer.slice(1)} ${problem.detail}`);
}

/**
 * The items of an event's data, dated by the event where they do not do so themselves. One alone is
 * told apart by the event too; of several those without id and URL are refused, for the event names
 * them all alike: each would overwrite the one before.
 */
export function withEvent(items: readonly Item[], event: CloudEvent): Item[] {
  return items.map((item) => {
    if (!('draft' in item)) return item;
    const isNamed = item.draft.id !== undefined || item.draft.url !== undefined;
    if (isNamed || items.length === 1) return { ...item, draft: draftWithEvent(item.draft, event) };
    const { pointer } = item;
    const detail =
      'must have an id or a URL: its event holds several articles and cannot tell them apart';
    return { pointer, refusal: [{ pointer, detail }] };
  });
}

function draftWithEvent(item: ArticleDraft, event: CloudEvent): ArticleDraft {
  const { id, source, subject, time } = event;
  const draft: ArticleDraft = { ...item };
  // A source is a URI reference: it holds no space, so that no two pairs are joined to the same id.
  if (draft.id === undefined && draft.url === undefined) draft.id = `${source} ${subject ?? id}`;
  if (draft.updatedAt === undefined && draft.version === undefined && time !== undefined) {
    draft.updatedAt = time.toUpperCase();
  }
  return draft;
}

/** What relative addresses in the event's data are relative to. */
export function contextOf(event: CloudEvent, context: ReadingContext): ReadingContext {
  const isAbsolute = /^https?:\/\//.test(event.source) && URL.canParse(event.source);
  return isAbsolute ? { ...context, baseUrl: event.source } : context;
}

/** In any version: a wrong one is better told than read as something else. */
function isEvent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'specversion' in value && 'type' in value && 'source' in value;
}

function readEvent(value: unknown, reader: FormatReader, context: ReadingContext): Item[] {
  const refusal = (problems: readonly FieldProblem[]) => [{ pointer: '', refusal: problems }];
  if (typeof value !== 'object' || value === null) {
    return refusal([{ pointer: '', detail: 'must be a CloudEvent' }]);
  }
  const attributes = value as Attributes;
  const problems = problemsOf(attributes);
  if (problems.length > 0) return refusal(problems);
  const event = Object.fromEntries(
    Object.entries(attributes).filter(([, one]) => one !== null),
  ) as unknown as CloudEvent;
  const place = typeof attributes['data_base64'] === 'string' ? '/data_base64' : '/data';
  try {
    const items = readData(attributes, reader, contextOf(event, context));
    return withEvent(items, event).map((item) => itemBelow(place, item));
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return refusal([{ pointer: place + error.pointer, detail: error.message }]);
  }
}

/** @throws DocumentError */
function readData(
  { data, data_base64: base64, datacontenttype }: Attributes,
  reader: FormatReader,
  context: ReadingContext,
): Item[] {
  const contentType = typeof datacontenttype === 'string' ? datacontenttype : '';
  if (typeof base64 === 'string') {
    const bytes = Buffer.from(base64, 'base64');
    return reader.readBytes({ bytes, contentType }, context).items;
  }
  if (data === undefined || data === null)
    throw new DocumentError('There is no data: nothing to read');
  // Text of another format than JSON; a lone JSON text is no article, so that JSON in a text is one.
  if (typeof data === 'string') return reader.readText(data, contentType, context).items;
  return reader.readValue(data, contentType, context).items;
}

const required = ['specversion', 'id', 'source', 'type'];
const optional = ['datacontenttype', 'dataschema', 'subject', 'time'];
const dataMembers = new Set(['data', 'data_base64']);
/** RFC 2046: type and subtype, then whatever parameters. */
const contentTypePattern = /^[\w.+!#$&^-]+\/[\w.+!#$&^-]+\s*(?:;.*)?$/s;
const base64Pattern = /^[A-Za-z0-9+/]*={0,2}$/;

/** What CloudEvents 1.0, section 3.1 and the JSON format forbid. */
function problemsOf(event: Attributes): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const refuse = (name: string, detail: string) =>
    problems.push({ pointer: `/${pointerToken(name)}`, detail });
  for (const name of [...required, ...optional]) {
    const value = event[name];
    if (optional.includes(name) && (value === undefined || value === null)) continue;
    if (typeof value !== 'string' || value === '') refuse(name, 'must be a text that is not empty');
  }
  for (const name of Object.keys(event)) {
    if (!dataMembers.has(name) && !/^[a-z0-9]+$/.test(name)) {
      refuse(name, 'must be an attribute’s name: small letters and digits');
    }
  }
  const { specversion, time, datacontenttype, data, data_base64: base64 } = event;
  if (typeof specversion === 'string' && specversion !== '' && specversion !== '1.0') {
    refuse('specversion', 'must be 1.0');
  }
  if (typeof time === 'string' && time !== '' && !isInstant(time)) {
    refuse('time', 'must be an RFC 3339 time with its offset');
  }
  if (
    typeof datacontenttype === 'string' &&
    datacontenttype !== '' &&
    !contentTypePattern.test(datacontenttype)
  ) {
    refuse('datacontenttype', 'must be a media type');
  }
  if (base64 === undefined || base64 === null) return problems;
  if (typeof base64 !== 'string' || base64.length % 4 !== 0 || !base64Pattern.test(base64)) {
    refuse('data_base64', 'must be Base64');
  }
  if (data !== undefined) refuse('data', 'must not be there beside data_base64');
  return problems;
}

function isInstant(time: string): boolean {
  return Instant.safeParse(time.toUpperCase()).success && !Number.isNaN(Date.parse(time));
}

/** As HTTP writes attributes that are not printable ASCII (HTTP binding, 3.1.3.2). */
function percentDecoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('"', ''));
  } catch {
    return value;
  }
}
