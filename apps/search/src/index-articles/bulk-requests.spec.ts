import fc from 'fast-check';
import { toDocument } from '../article-index/article-document.ts';
import { canceled, live, received } from '../testing.ts';
import {
  bulkLines,
  bulkRequests,
  newestFirst,
  pendingDocument,
  withdrawnFirst,
} from './bulk-requests.ts';
import type { PendingDocument } from './bulk-requests.ts';

const MIB = 1024 * 1024;
const updatedFrom = { partition: 11, offset: String(2n ** 62n) };

describe('bulk requests', () => {
  it('hold every document once, in order, and at most 5 MiB unless one alone is larger', () => {
    const sizes = fc.array(fc.integer({ min: 100, max: 6 * MIB }), { maxLength: 60 });
    fc.assert(
      fc.property(sizes, (bytesOfEach) => {
        const documents = bytesOfEach.map((bytes, index) => ({ index, bytes }) as PendingDocument);
        const requests = bulkRequests(documents);
        expect(requests.flat()).toEqual(documents);
        for (const request of requests) {
          const bytes = request.reduce((sum, document) => sum + document.bytes, 0);
          expect(request.length === 1 || bytes <= 5 * MIB).toBe(true);
        }
      }),
    );
  });

  it('are counted at least as large as they are', () => {
    const state = live({ rev: Number.MAX_SAFE_INTEGER, body: 'é😀"\\\n'.repeat(1_000) });
    const [event] = received(state);
    if (!event) throw new Error('no event');
    const document = pendingDocument(event, 0, { updatedFrom });
    const bytes = Buffer.byteLength(`${bulkLines([document], Date.now()).join('\n')}\n`);
    expect(document.bytes).toBeGreaterThanOrEqual(bytes);
  });

  it('add to what the state makes only where its record lies and when it was sent', () => {
    const state = live({ title: 'satu' });
    const [event] = received(state);
    if (!event) throw new Error('no event');
    const [, line] = bulkLines(
      [pendingDocument(event, 0, { updatedFrom })],
      Date.parse('2026-11-23T02:00:00Z'),
    );
    expect(JSON.parse(line ?? '')).toEqual({
      ...JSON.parse(JSON.stringify(toDocument(state))),
      updatedFrom,
      indexedAt: '2026-11-23T02:00:00.000Z',
    });
  });

  it('keep the time at which a state was indexed first, when that is known', () => {
    const [event] = received(live());
    if (!event) throw new Error('no event');
    const indexedAt = '2026-11-20T02:00:00.000Z';
    const [, line] = bulkLines([pendingDocument(event, 0, { indexedAt })], Date.now());
    expect(JSON.parse(line ?? '')).toMatchObject({ indexedAt });
  });
});

describe('the newest state of each article', () => {
  it('comes first, older ones behind it, repeated ones only once', () => {
    const [a, b] = [live({ rev: 2 }), live({ rev: 7 })];
    const batch = received(a, { ...a, rev: 1 }, b, canceled(a.articleId, 3), { ...a, rev: 2 });
    expect(newestFirst(batch)).toEqual([[3, 0, 1], [2]]);
  });

  it('is cut where the article lost its text: that goes first, and nothing is left out', () => {
    const [a, b, c] = [live({ rev: 1 }), live({ rev: 7 }), live()];
    const gone = canceled(a.articleId, 2);
    const batch = received(a, gone, { ...a, rev: 3 }, b, canceled(c.articleId, 9));
    expect(withdrawnFirst(batch, newestFirst(batch))).toEqual({
      withdrawn: [[1, 0], [4]],
      newer: [[2], [3]],
    });
  });
});
