import { OutputFormat } from '@warta/contracts';
import type { FastifyRequest } from '@warta/service';

/** The media types of each format, the first of which is sent. */
const mediaTypes: Readonly<Record<OutputFormat, readonly string[]>> = {
  json: ['application/json'],
  ndjson: ['application/x-ndjson', 'application/ndjson', 'application/jsonl'],
  csv: ['text/csv'],
  rss: ['application/rss+xml'],
  atom: ['application/atom+xml'],
  jsonfeed: ['application/feed+json'],
};

const byMediaType = new Map(
  Object.entries(mediaTypes).flatMap(([format, types]) =>
    types.map((type) => [type, format as OutputFormat] as const),
  ),
);

/** What readers of feeds ask for beside, or instead. Browsers do, too, though they show pages. */
const anyXml: readonly string[] = ['application/xml', 'text/xml'];

/** Those that people subscribe to. */
export const feedFormats: readonly OutputFormat[] = ['rss', 'atom', 'jsonfeed'];

export function contentTypeOf(format: OutputFormat): string {
  const [type = ''] = mediaTypes[format];
  return `${type}; charset=utf-8`;
}

/** Longer ones are no browser's; what stands behind is not looked at. */
const ACCEPT_LENGTH_MAX = 1_000;

/**
 * The format asked for by name; else the one that the header Accept likes best (RFC 9110, 12.5.1);
 * else JSON, also for whoever names only types that nobody here writes. Pure.
 */
export function formatOf(wanted: OutputFormat | undefined, accept = ''): OutputFormat {
  if (wanted !== undefined) return wanted;
  const ranges = accept.slice(0, ACCEPT_LENGTH_MAX).split(',').map(readRange);
  const isBrowser = ranges.some(({ type }) => type === 'text/html');
  const known = ranges.flatMap(({ type, quality }) => {
    const isFeed = anyXml.includes(type) && !isBrowser;
    const format = type === '*/*' ? 'json' : isFeed ? 'rss' : byMediaType.get(type);
    return format === undefined || quality === 0 ? [] : [{ format, quality }];
  });
  // Of equals the first; the sort is stable.
  return known.sort((one, other) => other.quality - one.quality)[0]?.format ?? 'json';
}

/** Whether a request to the address of searches asks for a feed. Pure. */
export function asksForFeed({
  query,
  headers,
}: Pick<FastifyRequest, 'query' | 'headers'>): boolean {
  const { format } = query as { readonly format?: unknown };
  const named = OutputFormat.safeParse(format);
  if (format !== undefined && !named.success) return false;
  return feedFormats.includes(formatOf(named.data, headers.accept));
}

function readRange(range: string): { type: string; quality: number } {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}
