import fc from 'fast-check';
import { WartaError } from '@warta/client';
import {
  isOverFor,
  laterId,
  readAlerts,
  StreamOverError,
  waitBeforeRetryMs,
} from './alert-stream.ts';

const event = (id: string) => ({
  alert: { id: `alert-${id}`, search: { id: 's', name: 'Beras “murah”' }, duplicateGroup: 'g' },
  event: { id, kind: 'match', at: '2026-11-23T08:00:00Z' },
});
const sent = (id: string) => `id: ${id}\nevent: match\ndata: ${JSON.stringify(event(id))}\n\n`;

/** A body that arrives in pieces of any size, cut within characters too. */
function bodyOf(text: string, sizes: readonly number[]): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      let at = 0;
      for (let piece = 0; at < bytes.length; piece++) {
        const size = sizes[piece % sizes.length] ?? 1;
        controller.enqueue(bytes.subarray(at, at + size));
        at += size;
      }
      controller.close();
    },
  });
}

async function idsIn(text: string, sizes = [1_000]): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id, streamed } of readAlerts(bodyOf(text, sizes))) {
    expect(streamed.alert.search.name).toBe('Beras “murah”');
    ids.push(id);
  }
  return ids;
}

describe('the stream of alerts', () => {
  it('is read with its positions, however it is cut on its way', async () => {
    const text = `retry: 2000\n\n${sent('7')}: still here\n\n${sent('12')}${sent('13')}`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }),
        async (sizes) => {
          expect(await idsIn(text, sizes)).toEqual(['7', '12', '13']);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('goes on past what it does not know', async () => {
    const odd =
      'id: 8\ndata: {"kind":\n\nid: 9\ndata: null\n\ndata: {"alert":{}}\n\nid: 10\ndata: []\n\n';
    expect(await idsIn(`${odd}${sent('11')}`)).toEqual(['11']);
  });

  it('ends for good when the service says so, after what it told before', async () => {
    const over = 'event: ended\ndata: {"reason":"search-deleted","search":"s"}\n\n';
    const told: string[] = [];
    const reading = async () => {
      for await (const { id } of readAlerts(bodyOf(sent('7') + over, [1_000]))) told.push(id);
    };
    await expect(reading()).rejects.toThrow(StreamOverError);
    expect(told).toEqual(['7']);
  });

  it('is not asked for again when it is over or refused, but when the line or the room was lacking', () => {
    const refused = (status: number) =>
      isOverFor(new WartaError({ type: 'about:blank', title: '', status }));
    expect([400, 401, 403, 404].map(refused)).toEqual([true, true, true, true]);
    expect([0, 408, 429, 500, 503].map(refused)).toEqual([false, false, false, false, false]);
    expect(isOverFor(new StreamOverError())).toBe(true);
    expect(isOverFor(new TypeError('network error'))).toBe(false);
  });

  it('leaves out an event that was cut: it comes again after the last whole one', async () => {
    const half = sent('8').slice(0, -5);
    expect(await idsIn(sent('7') + half)).toEqual(['7']);
  });
});

describe('a cut stream', () => {
  it('is asked for again later and later, never by all at once and never too late', () => {
    expect(waitBeforeRetryMs(0, 0)).toBe(500);
    expect(waitBeforeRetryMs(0, 1)).toBe(1_000);
    expect(waitBeforeRetryMs(3, 1)).toBe(8_000);
    expect(waitBeforeRetryMs(400, 1)).toBe(30_000);
    expect(waitBeforeRetryMs(400, 0)).toBe(15_000);
  });

  it('goes on from the later of two positions, by number rather than by letter', () => {
    const id = fc.bigInt({ min: 1n, max: 10n ** 18n });
    fc.assert(
      fc.property(id, id, (one, other) => {
        const later = one > other ? one : other;
        expect(laterId(String(one), String(other))).toBe(String(later));
      }),
    );
    expect(laterId(undefined, '3')).toBe('3');
    expect(laterId(undefined, undefined)).toBeUndefined();
  });
});
