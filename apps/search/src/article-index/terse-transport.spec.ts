import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errors } from '@elastic/elasticsearch';
import { createLogger } from '@warta/service';
import { askIndex } from './ask-index.ts';
import type { ArticleIndex } from './article-index.ts';
import { openIndex } from './open-index.ts';

const SECRET = 'Rahasia negara';
const TEXT = `${SECRET} `.repeat(2_000);

type Answer = { status: number; body: string; type?: string };
let answer: Answer | undefined;
let index: ArticleIndex;
const server = createServer((incoming, outgoing) => {
  incoming.resume();
  incoming.on('end', () => {
    if (answer === undefined) return incoming.socket.destroy();
    const { status, body, type = 'application/json' } = answer;
    const headers = { 'content-type': type, 'x-elastic-product': 'Elasticsearch' };
    return outgoing.writeHead(status, headers).end(body);
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  index = openIndex({
    WARTA_ELASTICSEARCH_URL: [`http://127.0.0.1:${(server.address() as AddressInfo).port}`],
    WARTA_ELASTICSEARCH_INDEX_PREFIX: 'x-',
    WARTA_ELASTICSEARCH_API_KEY: undefined,
    WARTA_ELASTICSEARCH_CA_FILE: undefined,
  });
});
afterAll(async () => {
  await index.client.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const operations = [{ index: { _id: '1' } }, { body: TEXT }];

/** What is thrown, and the line that the service would log of it. */
async function failing(how: Answer | undefined) {
  answer = how;
  const write = () =>
    index.client.bulk({
      index: index.names.write,
      operations,
    });
  const error = await askIndex(index, 'indexing', write).then(
    () => undefined,
    (why: unknown) => why as Error,
  );
  let line = '';
  createLogger('search', 'info', { write: (text) => (line += text) }).warn({ err: error });
  return { error, line };
}

const refused = (status: number, type: string, reason: string) => ({
  status,
  body: JSON.stringify({
    error: {
      ...{ type, reason, root_cause: [{ type, reason }] },
      caused_by: { type: 'its_cause', reason },
    },
    status,
  }),
});

describe('errors of Elasticsearch in the log', () => {
  it('say what was asked and what was answered, and nothing of what was sent', async () => {
    const { error, line } = await failing(refused(429, 'es_rejected_execution', 'queue is full'));
    expect(line.length).toBeLessThan(4_000);
    expect(line).not.toContain(SECRET);
    const { request } = error?.cause as { request?: object };
    expect(line).toContain(JSON.stringify(request).slice(1, -1));
    expect(request).toEqual({
      method: 'POST',
      path: '/x-articles-write/_bulk',
      bodyBytes: expect.any(Number),
      status: 429,
      type: 'es_rejected_execution',
      reason: 'queue is full',
      tookMs: expect.any(Number),
    });
    const sent = operations.map((line) => `${JSON.stringify(line)}\n`).join('');
    expect(request).toHaveProperty('bodyBytes', sent.length);
    // Whoever tells outages from faults sees as much as before.
    const cause = error?.cause as errors.ResponseError;
    expect(cause).toBeInstanceOf(errors.ResponseError);
    expect(cause.statusCode).toBe(429);
    expect(cause.body).toMatchObject({ error: { type: 'es_rejected_execution' } });
  });

  it.each<[string, Answer | undefined]>([
    ['no answer', undefined],
    ['an answer that is no JSON', { status: 200, body: `{"took": ${TEXT}` }],
    ['an error without a name', { status: 500, body: JSON.stringify({ found: TEXT }) }],
    ['a reason that quotes', refused(503, 'odd', `${'x'.repeat(500)}${TEXT}`)],
    ['a page of a proxy', { status: 502, body: `<p>${TEXT}`, type: 'text/html' }],
    ['a text of a proxy', { status: 400, body: TEXT, type: 'text/plain' }],
    ['a bug of the index', refused(500, 'null_pointer_exception', `at "${TEXT}"`)],
    ['a field of bytes', refused(400, 'odd', `Failed to parse value [${TEXT}] as only [true]`)],
  ])('are short and without texts also for %s', async (_, how) => {
    const { line } = await failing(how);
    expect(line).toContain('"path":"/x-articles-write/_bulk"');
    expect(line.length).toBeLessThan(6_000);
    expect(line).not.toContain('Rahasia');
  });

  it('do not quote the values that did not fit, nor what was searched for', async () => {
    const reason = `failed to parse field [rev]. Preview of field's value: '${SECRET}'`;
    const { line } = await failing(refused(400, 'document_parsing_exception', reason));
    expect(line).toContain('failed to parse field [rev]');
    expect(line).not.toContain(SECRET);
    for (const status of [400, 500]) {
      answer = refused(status, 'query_shard_exception', `failed to create query: ${SECRET}`);
      const error: unknown = await index.client.search({ index: 'x' }).catch((why: unknown) => why);
      const { request, message } = error as Error & { request: object };
      expect(message).toBe('query_shard_exception: its_cause');
      expect(JSON.stringify(request)).not.toContain(SECRET);
      expect(request).toMatchObject({ status, type: 'query_shard_exception' });
    }
  });
});
