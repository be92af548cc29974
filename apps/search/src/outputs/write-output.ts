import { hash } from 'node:crypto';
import type { OutputFormat, SearchAnswer, SearchArticles } from '@warta/contracts';
import { csvHeader, csvLines } from './csv-output.ts';
import { atomOf, jsonFeedOf, lastChanged, rssOf } from './feed-output.ts';
import type { FeedAbout } from './feed-output.ts';
import { ndjsonLines } from './ndjson-output.ts';
import { contentTypeOf } from './output-of.ts';

/** What a search was asked with, beside the search itself. */
export interface Asked {
  /** Scheme and host as the caller sees them, such as `https://news.example.org`. */
  readonly origin: string;
  /** Path and query as they were sent. */
  readonly address: string;
  readonly ifNoneMatch?: string | undefined;
}

export interface Output {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent when the caller has it already. */
  readonly body?: string | Buffer;
}

/**
 * The answer of a search in a format, or that it is still what the caller has. What is equal does not
 * depend on cursors and scores, which differ from one moment to the next while nothing has changed.
 */
export function writeOutput(
  format: OutputFormat,
  request: SearchArticles,
  answer: SearchAnswer,
  asked: Asked,
  nowMs = Date.now(),
): Output {
  const about = aboutOf(request, answer, asked);
  // Bytes from here on: as text, what has no Latin letters alone takes twice the room, and each part
  // that is put together once more.
  const unscored = answer.data.map((hit) =>
    Buffer.from(JSON.stringify({ ...hit, score: undefined })),
  );
  const etag = etagOf(format, request, answer, unscored);
  const changed = Date.parse(lastChanged(answer.data) ?? '');
  const headers = {
    etag,
    // To be asked for again each time: what is withdrawn must vanish.
    'cache-control': 'private, no-cache',
    vary: 'accept, authorization',
    ...(changed <= nowMs && { 'last-modified': new Date(changed).toUTCString() }),
    ...(about.nextUrl !== undefined && { link: `<${about.nextUrl}>; rel="next"` }),
  };
  if (matches(asked.ifNoneMatch, etag)) return { status: 304, headers };
  const body = format === 'json' ? jsonOf(answer, unscored) : bodyOf(format, answer, about);
  return { status: 200, headers: { ...headers, 'content-type': contentTypeOf(format) }, body };
}

/** The answer as JSON, of hits that have been written but for their scores. */
function jsonOf({ data, ...rest }: SearchAnswer, unscored: readonly Buffer[]): Buffer {
  const hits = unscored.flatMap((hit, at) => {
    const score = JSON.stringify(data[at]?.score ?? null);
    const end = at === unscored.length - 1 ? '' : ',';
    return [hit.subarray(0, -1), Buffer.from(`,"score":${score}}${end}`)];
  });
  const others = JSON.stringify(rest).slice(1);
  return Buffer.concat([Buffer.from('{"data":['), ...hits, Buffer.from(`],${others}`)]);
}

function bodyOf(
  format: Exclude<OutputFormat, 'json'>,
  { data }: SearchAnswer,
  about: FeedAbout,
): string {
  switch (format) {
    case 'ndjson':
      return ndjsonLines(data);
    case 'csv':
      return csvHeader() + csvLines(data);
    case 'rss':
      return rssOf(data, about);
    case 'atom':
      return atomOf(data, about);
    case 'jsonfeed':
      return jsonFeedOf(data, about);
  }
}

/** Enough to tell results apart. */
const ETAG_LENGTH = 22;

function etagOf(
  format: OutputFormat,
  request: SearchArticles,
  { next, data: _data, ...rest }: SearchAnswer,
  unscored: readonly Buffer[],
): string {
  const about = JSON.stringify([format, request, rest, next === undefined]);
  const digest = hash('sha256', Buffer.concat([Buffer.from(about), ...unscored]), 'base64url');
  return `W/"${digest.slice(0, ETAG_LENGTH)}"`;
}

/** RFC 9110, 13.1.2: compared weakly. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = etag.replace(/^W\//, '');
  return ifNoneMatch
    .split(',')
    .map((one) => one.trim())
    .some((one) => one === '*' || one.replace(/^W\//, '') === opaque);
}

function aboutOf(request: SearchArticles, { next }: SearchAnswer, asked: Asked): FeedAbout {
  const { origin, address } = asked;
  const self = new URL(address, origin);
  const parameters = new URLSearchParams(self.search);
  for (const name of ['format', 'size', 'cursor']) parameters.delete(name);
  const nextUrl = new URL(self);
  if (next !== undefined) nextUrl.searchParams.set('cursor', next);
  return {
    title: ['Warta', request.q, request.entity].filter((part) => part !== undefined).join(' · '),
    selfUrl: self.href,
    consoleUrl: new URL(`/?${parameters.toString()}`, origin).href,
    articleUrl: (id) => new URL(`/articles/${id}`, origin).href,
    ...(next !== undefined && { nextUrl: nextUrl.href }),
  };
}
