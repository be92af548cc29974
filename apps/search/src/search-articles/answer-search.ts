import type { SearchArticles } from '@warta/contracts';
import type { FastifyReply, FastifyRequest } from '@warta/service';
import { searchArticles } from './search-articles.ts';
import type { SearchParts } from './search-parts.ts';
import { feedFormats, formatOf } from '../outputs/output-of.ts';
import { writeOutput } from '../outputs/write-output.ts';
import type { Asked } from '../outputs/write-output.ts';

/**
 * Answers a search in the format that is asked for, by name or by the header Accept.
 * @returns the body; none with 304.
 * @throws as `searchArticles`.
 */
export async function answerSearch(
  parts: SearchParts,
  given: SearchArticles,
  http: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<string | Buffer | undefined> {
  const { headers } = http.request;
  const format = formatOf(given.format, headers.accept);
  // A feed is of what is new, unless it is asked to be otherwise.
  const isFeed = feedFormats.includes(format);
  const request = isFeed ? { ...given, sort: given.sort ?? 'newest' } : given;
  const answer = await searchArticles(parts, request);
  const output = writeOutput(format, request, answer, askedOf(http.request));
  void http.reply.code(output.status).headers(output.headers);
  return output.body;
}

/** How the caller names this server: links in what it gets must work for that caller. */
function askedOf({ headers, protocol, url }: FastifyRequest): Asked {
  const isSecure = protocol === 'https' || headers['x-forwarded-proto'] === 'https';
  const origin = `${isSecure ? 'https' : 'http'}://${headers.host ?? ''}`;
  return {
    origin: URL.canParse(origin) ? new URL(origin).origin : 'http://localhost',
    address: url,
    ifNoneMatch: headers['if-none-match'],
  };
}
