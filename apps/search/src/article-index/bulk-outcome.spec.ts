import { errors } from '@elastic/elasticsearch';
import fc from 'fast-check';
import { bulkOutcome, requestOutcome } from './bulk-outcome.ts';

const item = (status: number, type?: string, reason = 'why') => ({
  status,
  ...(type !== undefined && { error: { type, reason } }),
});

describe('the outcome of a bulk item', () => {
  it.each([
    ['done', 200, undefined],
    ['done', 201, undefined],
    ['stale', 409, 'version_conflict_engine_exception'],
    ['retry', 429, 'es_rejected_execution_exception'],
    ['retry', 429, 'circuit_breaking_exception'],
    ['retry', 429, 'cluster_block_exception'],
    ['retry', 403, 'cluster_block_exception'],
    ['retry', 403, 'security_exception'],
    ['retry', 401, 'security_exception'],
    ['retry', 404, 'index_not_found_exception'],
    ['retry', 408, 'timeout_exception'],
    ['retry', 500, 'null_pointer_exception'],
    ['retry', 503, 'unavailable_shards_exception'],
    ['dead-letter', 400, 'document_parsing_exception'],
    ['dead-letter', 400, 'mapper_parsing_exception'],
    ['dead-letter', 400, 'strict_dynamic_mapping_exception'],
    ['split', 413, undefined],
    ['unknown', 400, 'illegal_argument_exception'],
    ['unknown', 400, '__proto__'],
    ['unknown', 400, undefined],
    ['unknown', 409, 'some_other_conflict'],
    ['unknown', 200, 'error_in_spite_of_success'],
    ['unknown', 0, undefined],
  ])('is %s for %d %s', (kind, status, type) => {
    expect(bulkOutcome(item(status, type)).kind).toBe(kind);
  });

  it('is a dead letter for an immense term, which has no error type of its own', () => {
    const reason = 'Document contains at least one immense term in field="x"';
    expect(bulkOutcome(item(400, 'illegal_argument_exception', reason))).toMatchObject({
      kind: 'dead-letter',
      reason: 'immense-term',
    });
  });

  it('says of a document that is refused which field is at fault, and nothing of what is in it', () => {
    const error = {
      type: 'document_parsing_exception',
      reason:
        "[1:22] failed to parse field [rev] of type [long] in document with id 'a'. Preview of field's value: 'RAHASIA'",
      caused_by: { type: 'illegal_argument_exception', reason: 'For input string: "RAHASIA"' },
    };
    const detail =
      '400 document_parsing_exception: [1:22] failed to parse field [rev] of type [long] in document with id …; by illegal_argument_exception: For input string: …';
    expect(bulkOutcome({ status: 400, error })).toMatchObject({ kind: 'dead-letter', detail });
    expect(bulkOutcome({ status: 400, error: { ...error, type: 'odd' } })).toMatchObject({
      kind: 'unknown',
      detail: detail.replace(error.type, 'odd'),
    });
  });

  it('exists for every answer; only a 400 or 413 can be the document’s fault', () => {
    const anyItem = fc.record({
      status: fc.oneof(fc.integer({ min: 0, max: 999 }), fc.integer()),
      error: fc.option(
        fc.record(
          {
            type: fc.string(),
            reason: fc.oneof(fc.string(), fc.constant(null)),
            caused_by: fc.anything(),
          },
          { requiredKeys: [] },
        ),
        { nil: undefined },
      ),
    });
    const kinds = ['done', 'stale', 'retry', 'unknown', 'dead-letter', 'split'];
    fc.assert(
      fc.property(anyItem, (answer) => {
        const outcome = bulkOutcome(answer);
        expect(kinds).toContain(outcome.kind);
        if (outcome.kind === 'done') expect([200, 201]).toContain(answer.status);
        if (outcome.kind === 'dead-letter') {
          expect(answer.status).toBe(400);
          expect(outcome.reason).toMatch(/^[a-z0-9-]{1,64}$/);
        }
        if (outcome.kind === 'split') expect(answer.status).toBe(413);
      }),
    );
  });
});

describe('the failure of a whole request', () => {
  const failure = (statusCode: number, type = 'x') =>
    new errors.ResponseError({
      statusCode,
      body: { error: { type, reason: 'why' } },
      headers: {},
      warnings: null,
      meta: {} as never,
    });

  it('is an outage when the answer is missing, late, or says so', () => {
    for (const error of [
      new errors.ConnectionError('refused'),
      new errors.TimeoutError('late'),
      new Error('the answer lacks items'),
      failure(429),
      failure(503),
      failure(403, 'cluster_block_exception'),
      failure(401),
      failure(404, 'index_not_found_exception'),
    ]) {
      expect(requestOutcome(error).kind).toBe('retry');
    }
  });

  it('quotes nothing of what was sent, nor of an answer that cannot be read', () => {
    const quoting = new errors.ResponseError({
      statusCode: 400,
      body: {
        error: {
          type: 'odd',
          reason: 'Unrecognized token "RAHASIA"',
          root_cause: [{ type: 'odd', reason: 'RAHASIA' }],
          caused_by: { type: 'odder', reason: "'RAHASIA' is not a date" },
        },
      },
      headers: {},
      warnings: null,
      meta: {} as never,
    });
    const outcome = requestOutcome(quoting);
    expect(outcome).toEqual({
      kind: 'split',
      alone: {
        kind: 'unknown',
        detail: 'whole request: 400 odd: Unrecognized token …; by odder: …',
      },
    });
  });

  it('never condemns a document that has others beside it', () => {
    expect(requestOutcome(failure(413))).toMatchObject({
      kind: 'split',
      alone: { kind: 'dead-letter' },
    });
    expect(requestOutcome(failure(400, 'document_parsing_exception'))).toMatchObject({
      kind: 'split',
      alone: { kind: 'unknown' },
    });
  });
});
