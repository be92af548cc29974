import { errors, SniffingTransport } from '@elastic/elasticsearch';
import { requestForLog } from '@warta/service';
import type {
  DiagnosticResult,
  TransportRequestOptions,
  TransportRequestParams,
} from '@elastic/elasticsearch';

/** Reasons of Elasticsearch are sentences; what is longer quotes what it was sent. */
const SAID_LENGTH_MAX = 500;

/** What a log may tell of a request that failed. */
interface FailedRequest {
  readonly method: string;
  /** Without the query. Names the index and what was wanted of it. */
  readonly path: string;
  readonly bodyBytes: number;
  readonly status?: number | undefined;
  readonly type?: string | undefined;
  readonly reason?: string | undefined;
  readonly tookMs?: number | undefined;
}

/**
 * Its errors are those of the client, with everything on them, but what a log writes down of them is the
 * request without its body, and the answer without what it found: those are texts of articles, of any
 * length.
 */
export class TerseTransport extends SniffingTransport {
  override async request(
    params: TransportRequestParams,
    options?: TransportRequestOptions,
    // Any of the answers that the client's overloads promise.
  ): Promise<never> {
    const startedMs = performance.now();
    try {
      return (await super.request(params, options)) as never;
    } catch (error) {
      throw error instanceof errors.ElasticsearchClientError
        ? terse(error, params, performance.now() - startedMs)
        : error;
    }
  }
}

/** Whatever carries a request or an answer. */
const longFields = ['meta', 'options', 'data'] as const;

function terse(
  error: errors.ElasticsearchClientError & { meta?: DiagnosticResult; data?: unknown },
  { method, path }: TransportRequestParams,
  tookMs: number,
): Error {
  const { meta } = error;
  const said = saidOf(meta?.body);
  const isQuoted = said !== undefined && isRefusedSearch(path, meta?.statusCode);
  const request: FailedRequest = requestForLog({
    method,
    path,
    bodyBytes: bytesOf(meta?.meta.request.params.body),
    status: meta?.statusCode,
    type: said?.type,
    reason: isQuoted ? undefined : cut(said?.reason ?? undefined),
    tookMs: Math.round(tookMs),
  });
  for (const field of longFields) {
    if (Object.hasOwn(error, field)) Object.defineProperty(error, field, { enumerable: false });
  }
  error.message =
    said === undefined && typeof meta?.body === 'object'
      ? // The message would be the whole answer.
        `${error.name}: an answer with status ${meta.statusCode} that names no error`
      : isQuoted
        ? typesIn(said)
        : cut(error.message);
  return Object.assign(error, { request });
}

interface Said {
  readonly type?: string;
  readonly reason?: string | null;
  readonly root_cause?: readonly Said[];
  readonly caused_by?: Said | null;
}

function saidOf(body: unknown): Said | undefined {
  const error = (body as { error?: unknown } | null | undefined)?.error;
  return typeof error === 'object' && error !== null ? error : undefined;
}

/** Why a search is not understood is told with what was searched for. */
function isRefusedSearch(path: string, status = 0): boolean {
  return status >= 400 && status < 500 && /\/_(?:search|msearch|count|explain)\b/.test(path);
}

/** As whoever counts refusals tells them apart: what it is called, and what it comes of. */
function typesIn({ type, root_cause, caused_by }: Said): string {
  const roots: readonly Said[] = Array.isArray(root_cause) ? root_cause : [];
  const causes = [caused_by, caused_by?.caused_by, caused_by?.caused_by?.caused_by];
  const types = [type, ...[...roots, ...causes].map((one) => one?.type)];
  return [...new Set(types.filter((one) => typeof one === 'string'))].join(': ');
}

function bytesOf(body: unknown): number {
  return typeof body === 'string' || Buffer.isBuffer(body) ? Buffer.byteLength(body) : 0;
}

/** What Elasticsearch says of a value that does not fit begins so, and goes on with the value. */
const preview = /\s*Preview of field's value:/;

function cut<Text extends string | undefined>(text: Text): Text {
  if (text === undefined) return text;
  const quoted = text.search(preview);
  const own = quoted < 0 ? text : `${text.slice(0, quoted)}…`;
  return (own.length > SAID_LENGTH_MAX ? `${own.slice(0, SAID_LENGTH_MAX)}…` : own) as Text;
}
