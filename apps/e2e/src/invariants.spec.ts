import { checkInvariants, type Evidence, reportOf } from './invariants.ts';
import { expectedOf, type SubmittedPush } from './winning-push.ts';

/**
 * A checker that never complains proves nothing. Each case breaks sound evidence in one way, as a
 * defect in one stage would, and names the guarantee that has to be reported.
 */

const token = (n: number) => `naskah0000000000000${n}z`;

function push(n: number, more: Partial<SubmittedPush> = {}): SubmittedPush {
  const place = { appendedAtMs: 1_000 + n, partition: 3, offset: n };
  const content = { contentHash: `hash-${n}`, tokens: [token(n)] };
  return { kind: 'publish', articleId: 'a', sourceId: 's', ...content, ...place, ...more };
}

const takedown: SubmittedPush = {
  kind: 'takedown',
  articleId: 'a',
  sourceId: 's',
  tokens: [],
  appendedAtMs: 1_009,
  partition: 3,
  offset: 9,
};

/** One article, two revisions, everything where it belongs. */
function sound(): Evidence {
  return {
    attempts: [1, 2].map((n) => ({
      kind: 'publish',
      sourceId: 's',
      token: token(n),
      outcome: 'ok',
      articleId: 'a',
      startedAtMs: 0,
      tookMs: 1,
    })),
    submitted: [push(1), push(2)],
    updated: [
      { articleId: 'a', rev: 1, status: 'live', contentHash: 'hash-1' },
      { articleId: 'a', rev: 2, status: 'live', contentHash: 'hash-2' },
      { articleId: 'a', rev: 2, status: 'live', contentHash: 'hash-2' },
    ],
    rows: [
      {
        articleId: 'a',
        sourceId: 's',
        status: 'live',
        rev: 2,
        revisionCount: 2,
        contentHash: 'hash-2',
      },
    ],
    documents: [document({})],
    tokensInPostgres: new Set([token(1), token(2)]),
  };
}

function document(more: Partial<Evidence['documents'][number]>): Evidence['documents'][number] {
  const state = { status: 'live', version: 2, rev: 2, contentHash: 'hash-2' };
  return { articleId: 'a', ...state, source: `{"body":"${token(2)}"}`, ...more };
}

function takenDown(): Evidence {
  const [row] = sound().rows;
  if (!row) throw new Error('no row');
  return {
    ...sound(),
    submitted: [push(1), push(2), takedown],
    updated: [{ articleId: 'a', rev: 3, status: 'canceled' }],
    rows: [{ ...row, status: 'canceled', rev: 3, revisionCount: 0, contentHash: null }],
    documents: [{ articleId: 'a', status: 'canceled', version: 3, rev: 3, source: '{}' }],
    tokensInPostgres: new Set(),
  };
}

function said(kind: SubmittedPush['kind'], n: number, more: Partial<SubmittedPush> = {}) {
  return { ...takedown, kind, appendedAtMs: 1_000 + n, offset: n, ...more };
}

function withheld(): Evidence {
  const [row] = sound().rows;
  if (!row) throw new Error('no row');
  return {
    ...sound(),
    submitted: [push(1), push(2), said('withhold', 9)],
    updated: [{ articleId: 'a', rev: 3, status: 'withheld', tokens: [] }],
    rows: [{ ...row, status: 'withheld', rev: 3, contentHash: null }],
    documents: [{ articleId: 'a', status: 'withheld', version: 3, rev: 3, source: '{}' }],
  };
}

function withRow(evidence: Evidence, more: Partial<Evidence['rows'][number]>): Evidence {
  return { ...evidence, rows: evidence.rows.map((row) => ({ ...row, ...more })) };
}

describe('the checker of the end-to-end tests', () => {
  it('finds nothing in sound evidence', () => {
    expect(reportOf(checkInvariants(sound()))).toBe('');
    expect(reportOf(checkInvariants(takenDown()))).toBe('');
    expect(reportOf(checkInvariants(withheld()))).toBe('');
  });

  const broken: [string, string, () => Evidence][] = [
    [
      'an acknowledged push that never reached Kafka',
      'I1',
      () => ({ ...sound(), submitted: [push(2)] }),
    ],
    ['an article lost before Postgres', 'I1', () => ({ ...sound(), rows: [] })],
    ['an article lost before Elasticsearch', 'I1', () => ({ ...sound(), documents: [] })],
    ['a second row', 'I2', () => ({ ...sound(), rows: [...sound().rows, ...sound().rows] })],
    [
      'a second document',
      'I2',
      () => ({ ...sound(), documents: [document({}), document({ version: 1 })] }),
    ],
    ['a retry counted as a revision', 'I2', () => withRow(sound(), { revisionCount: 3 })],
    ['an older content in Postgres', 'I3', () => withRow(sound(), { contentHash: 'hash-1' })],
    [
      'an older document',
      'I3',
      () => ({ ...sound(), documents: [document({ version: 1, rev: 1, contentHash: 'hash-1' })] }),
    ],
    [
      'a document of another text',
      'I3',
      () => ({ ...sound(), documents: [document({ source: '{}' })] }),
    ],
    ['an article that came back', 'I3', () => ({ ...takenDown(), rows: sound().rows })],
    [
      'a taken-down text left in Postgres',
      'I4',
      () => ({ ...takenDown(), tokensInPostgres: new Set([token(1)]) }),
    ],
    [
      'a taken-down text left in Elasticsearch',
      'I4',
      () => ({
        ...takenDown(),
        documents: takenDown().documents.map((each) => ({ ...each, source: token(2) })),
      }),
    ],
    [
      'a taken-down text that came back with a restore',
      'I4',
      () => ({
        ...sound(),
        submitted: [push(1), takedown, said('restore', 10), push(12, { tokens: [token(2)] })],
        rows: sound().rows.map((row) => ({ ...row, revisionCount: 1, contentHash: 'hash-12' })),
        updated: [{ articleId: 'a', rev: 2, status: 'live', contentHash: 'hash-12' }],
        documents: [document({ contentHash: 'hash-12' })],
      }),
    ],
    [
      'a withheld text that is shown',
      'I4',
      () => ({
        ...withheld(),
        documents: withheld().documents.map((each) => ({ ...each, source: token(2) })),
      }),
    ],
    [
      'a withheld text that was told',
      'I4',
      () => ({
        ...withheld(),
        updated: withheld().updated.map((each) => ({ ...each, tokens: [token(2)] })),
      }),
    ],
    [
      'a refused push that was stored',
      'I5',
      () => ({
        ...sound(),
        attempts: sound().attempts.map((each) => ({ ...each, outcome: 'fail', status: 400 })),
      }),
    ],
    [
      'an article nobody pushed',
      'I5',
      () => ({ ...sound(), documents: [document({}), document({ articleId: 'b' })] }),
    ],
    [
      'a state that was never published',
      'I10',
      () => ({ ...sound(), updated: sound().updated.slice(0, 1) }),
    ],
    [
      'one rev for two states',
      'I10',
      () => ({
        ...sound(),
        updated: [
          ...sound().updated,
          { articleId: 'a', rev: 1, status: 'live', contentHash: 'hash-2' },
        ],
      }),
    ],
  ];

  it.each(broken)('sees %s (%s)', (_name, invariant, evidence) => {
    const found = checkInvariants(evidence()).map((each) => each.invariant);
    expect(found).toContain(invariant);
  });

  it('counts and shows at most twenty counter-examples', () => {
    const [row] = sound().rows;
    if (!row) throw new Error('no row');
    const rows = Array.from({ length: 50 }, (_, n) => ({ ...row, articleId: `phantom-${n}` }));
    const report = reportOf(checkInvariants({ ...sound(), rows: [...sound().rows, ...rows] }));
    expect(report.split('\n')).toHaveLength(21);
    expect(report).toMatch(/^I5 at Postgres: 50\n/);
  });
});

describe('what an article must have become', () => {
  const winner = (pushes: SubmittedPush[]) => {
    const expected = expectedOf(pushes);
    return expected.status === 'live' ? expected.contentHash : expected.status;
  };

  const later = new Date(1_020).toISOString();
  const muchLater = new Date(9_000).toISOString();
  it.each([
    ['the last to arrive without stamps', [push(1), push(2)], 'hash-2'],
    [
      'the last new content, not its retry',
      [push(1), push(2), push(5, { contentHash: 'hash-1' })],
      'hash-2',
    ],
    ['the highest version', [push(1, { version: 3 }), push(2, { version: 2 })], 'hash-1'],
    [
      'the latest update time whatever its offset',
      [
        push(1, { updatedAt: '2026-09-02T00:00:00+07:00' }),
        push(2, { updatedAt: '2026-09-01T18:00:00Z' }),
      ],
      'hash-2',
    ],
    ['nothing after a takedown', [push(1), takedown, push(12)], 'canceled'],
    [
      'what came after a restore, the same content too',
      [push(1, { version: 3 }), takedown, said('restore', 10), push(12, { contentHash: 'hash-1' })],
      'hash-1',
    ],
    ['nothing to show after a restore alone', [push(1), takedown, said('restore', 10)], 'withheld'],
    [
      'nothing to show while the newest version is withheld',
      [push(1, { version: 1 }), said('withhold', 9, { version: 2 })],
      'withheld',
    ],
    [
      'the version after the withheld one',
      [push(1, { version: 3 }), said('withhold', 9, { version: 2 })],
      'hash-1',
    ],
    [
      'held while its embargo lasts',
      [push(1, { embargoUntil: later }), said('reconsider', 9)],
      'held',
    ],
    [
      'released once the log has got there',
      [push(1, { embargoUntil: later }), said('reconsider', 20, { cause: 'embargo-due' })],
      'hash-1',
    ],
    ['the older content until then', [push(1), push(2, { embargoUntil: later })], 'hash-1'],
    [
      'held at the end of an embargo that was put off, also when that is said again later',
      [
        push(1, { version: 1, embargoUntil: later }),
        push(2, { version: 2, embargoUntil: muchLater }),
        push(21, { version: 3, embargoUntil: muchLater, contentHash: 'hash-2' }),
        said('reconsider', 30, { cause: 'embargo-due' }),
      ],
      'held',
    ],
    [
      'what an embargo released before the next one began',
      [push(1, { embargoUntil: later }), push(20, { embargoUntil: muchLater })],
      'hash-1',
    ],
    [
      'what is newer than the withheld version, not what is usable no more',
      [said('withhold', 9, { version: 5 }), push(1, { version: 6 }), push(12, { version: 5 })],
      'hash-1',
    ],
  ])('is %s', (_name, pushes, expected) => {
    expect(winner(pushes)).toBe(expected);
    expect(winner(pushes.toReversed())).toBe(expected);
  });
});
