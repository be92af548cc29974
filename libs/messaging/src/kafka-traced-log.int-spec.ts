import { encodeEvent } from './cloud-event.ts';
import { PermanentError, TransientError } from './errors.ts';
import {
  listeningPlatform,
  nothing,
  numbered,
  ProgressInMemory,
  TestBed,
  until,
  WAITED_MS,
} from './testing.ts';

const platform = listeningPlatform();
const bed = new TestBed('traced-log-test', platform);
afterEach(() => bed.closeTest());
afterAll(() => bed.close());

const spanId = '00f067aa0ba902b7';
const traceIdOf = (n: number) => n.toString(16).padStart(32, 'a');
const lines = (msg: string) => platform.lines.filter((line) => line['msg'] === msg);

describe('the log of a consumer', () => {
  it('follows a record by the trace id it came with: waited for, handled, or given up', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    const progress = new ProgressInMemory();
    await producer.publish(
      ['good', 'bad', 'fine'].map((id, n) => {
        const traceparent = `00-${traceIdOf(n)}-${spanId}-01`;
        return encodeEvent(event, { id, text: 'canary' }, { source: '/test', traceparent });
      }),
      WAITED_MS,
    );
    let isAway = true;
    await bed.consumer(event, producer, {
      progress,
      handle: async (batch) => {
        if (isAway) throw new TransientError('the store is away');
        if (batch.some(({ key }) => key === 'bad')) throw new PermanentError('no-good', 'Why not.');
        return nothing;
      },
    });
    await until(() => lines('waiting until it works again').length > 0, 'a wait');
    isAway = false;
    await until(() => progress.saved.get(0)?.nextOffset === 3n, 'all passed');

    const about = { topic: event.topic, partition: 0, span_id: spanId };
    expect(lines('waiting until it works again')[0]).toMatchObject({ trace_id: traceIdOf(0) });
    await until(() => lines('handled').length === 2, 'two handled');
    expect(lines('handled')).toMatchObject([
      { ...about, offset: '0', recordKey: 'good', trace_id: traceIdOf(0) },
      { ...about, offset: '2', recordKey: 'fine', trace_id: traceIdOf(2) },
    ]);
    expect(lines('dead letter')).toMatchObject([
      {
        ...about,
        level: 40,
        offset: '1',
        recordKey: 'bad',
        trace_id: traceIdOf(1),
        stage: 'handle',
        reason: 'no-good',
        detail: expect.stringContaining('Why not.'),
      },
    ]);
    expect(JSON.stringify(platform.lines)).not.toContain('canary');
  });

  it('has a line for each dead letter, up to 20 of a batch, and counts the others', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    const progress = new ProgressInMemory();
    const odd = { topic: event.topic, partition: 0, key: Buffer.from('k'), headers: {} };
    await producer.publishRaw(
      numbered(30).map(() => ({ ...odd, value: Buffer.from('{') })),
      WAITED_MS,
    );
    const before = lines('dead letter').length;
    await bed.consumer(event, producer, { progress, handle: async () => nothing });
    await until(() => progress.saved.get(0)?.nextOffset === 30n, 'all passed');
    const said = lines('dead letter').length - before;
    const counted = lines('more dead letters in this batch').map(({ count }) => Number(count));
    expect(said + counted.reduce((sum, count) => sum + count, 0)).toBe(30);
    if (counted.length > 0) expect(said).toBe(20);
  });
});
