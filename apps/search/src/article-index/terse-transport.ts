import { errors, SniffingTransport } from '@elastic/elasticsearch';
import { requestForLog } from '@warta/service';
import { faultForLog, faultTypes, isOfRequest, withoutValues } from './index-fault.ts';
import type { IndexFault } from './index-fault.ts';
import type {
  DiagnosticResult,
  TransportRequestOptions,
  TransportRequestParams,
} from '@elastic/elasticsearch';

/** Of what the client says itself; it is told in a few words. */
const MESSAGE_LENGTH_MAX = 500;

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
    reason: isQuoted ? undefined : reasonIn(said),
    tookMs: Math.round(tookMs),
  });
  for (const field of longFields) {
    if (Object.hasOwn(error, field)) Object.defineProperty(error, field, { enumerable: false });
  }
  error.message = messageOf(error, said, isQuoted);
  return Object.assign(error, { request });
}

/** As the client has it, it quotes what was sent or what was answered. */
function messageOf(
  error: errors.ElasticsearchClientError & { meta?: DiagnosticResult },
  said: IndexFault | undefined,
  isQuoted: boolean,
): string {
  if (said !== undefined) return isQuoted ? faultTypes(said) : faultForLog(said);
  if (error instanceof errors.ResponseError) {
    return `${error.name}: an answer with status ${error.statusCode} that names no error`;
  }
  if (error instanceof errors.DeserializationError) return `${error.name}: the answer is no JSON`;
  return error.message.slice(0, MESSAGE_LENGTH_MAX);
}

function reasonIn(said: IndexFault | undefined): string | undefined {
  return typeof said?.reason === 'string' ? withoutValues(said.reason) : undefined;
}

function saidOf(body: unknown): IndexFault | undefined {
  const error = (body as { error?: unknown } | null | undefined)?.error;
  return typeof error === 'object' && error !== null ? error : undefined;
}

/** Why a search is not understood is told with what was searched for. */
function isRefusedSearch(path: string, status = 0): boolean {
  return isOfRequest(status) && /\/_(?:search|msearch|count|explain)\b/.test(path);
}

function bytesOf(body: unknown): number {
  return typeof body === 'string' || Buffer.isBuffer(body) ? Buffer.byteLength(body) : 0;
}
