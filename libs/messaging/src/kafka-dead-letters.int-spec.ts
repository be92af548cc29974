import { deadLetterTopicOf } from '@warta/contracts';
import { PermanentError } from './errors.ts';
import { DeadLetterReader, REDRIVES_MAX } from './kafka-dead-letter-reader.ts';
import { OpenLetters } from './open-letters.ts';
import type { ReceivedEvent } from './records.ts';
import { note, nothing, numbered, ProgressInMemory, TestBed, until, WAITED_MS } from './testing.ts';
import type { Note } from './testing.ts';

const bed = new TestBed('dead-letter-test');
afterEach(() => bed.closeTest());
afterAll(() => bed.close());

describe('dead letters', () => {
  it('are not written again by one who only reads the log once more, and nothing halts it', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    const seen: string[] = [];
    const progress = new ProgressInMemory();
    await producer.publish(
      numbered(100).map((id) => note(event, id, /[02468]$/.test(id) ? 'bad' : 'good')),
      WAITED_MS,
    );
    const consumer = await bed.consumer(event, undefined, {
      progress,
      handle: async (batch) => {
        const bad = batch.findIndex(({ event: { text } }) => text === 'bad');
        if (bad >= 0) throw new PermanentError('no-such-place', 'There is no place of this name.');
        seen.push(...batch.map(({ event: { id } }) => id));
        return { publish: batch.map(({ event: { id } }) => note(event, id)), rejected: [] };
      },
    });
    await until(() => progress.saved.get(0)?.nextOffset === 100n, 'all read');
    expect(seen).toEqual(numbered(100).filter((id) => !/[02468]$/.test(id)));
    expect(consumer.status()).toMatchObject({ ready: true, halted: [] });
    expect(await bed.log(deadLetterTopicOf(event.topic))).toEqual([]);
    expect(await bed.log(event.topic)).toHaveLength(100);
  });

  it('keep the record whole with why it failed, and come back with their first arrival', async () => {
    const event = await bed.event(3);
    const producer = await bed.producer();
    const received: ReceivedEvent<Note>[] = [];
    let mended = false;
    await bed.consumer(event, producer, {
      progress: new ProgressInMemory(),
      handle: async (batch) => {
        if (!mended && batch.some(({ event: { text } }) => text === 'bad')) {
          throw new PermanentError('no-such-place', 'There is no place of this name.');
        }
        received.push(...batch);
        return nothing;
      },
    });
    const [stored] = await producer.publish([note(event, 'n1', 'bad')], WAITED_MS);
    const bytes = Buffer.from([0xff, 0x00, 0x7b]);
    await producer.publishRaw(
      [{ topic: event.topic, partition: 2, key: null, value: bytes, headers: { odd: 'yes' } }],
      WAITED_MS,
    );
    const reader = new DeadLetterReader(bed.settings, producer, bed.platform);
    await until(
      async () => (await reader.list(event.topic)).letters.length === 2,
      'two dead letters',
    );
    const { letters, more } = await reader.list(event.topic);
    expect(more).toBe(false);
    const handled = letters.find(({ facts }) => facts.stage === 'handle');
    const undecodable = letters.find(({ facts }) => facts.stage === 'decode');
    expect(handled?.facts).toMatchObject({
      topic: event.topic,
      partition: stored?.partition,
      offset: `${stored?.offset}`,
      appendedAt: new Date(stored?.appendedAtMs ?? 0).toISOString(),
      group: event.topic,
      reason: 'no-such-place',
      attempts: 1,
    });
    expect(undecodable?.facts.reason).toBe('unexpected-type');
    expect(undecodable?.record).toMatchObject({ key: null, value: bytes });
    expect(String(undecodable?.record.headers['odd'])).toBe('yes');
    expect(await reader.get(handled?.id ?? '')).toMatchObject({ id: handled?.id, redrives: 0 });
    const part = {
      partitions: new Set([stored?.partition ?? -1]),
      sinceMs: stored?.appendedAtMs ?? 0,
      withinMs: 10_000,
    };
    const fits = ({ id }: { id: string }) => id === handled?.id;
    const ours = { key: 'n1', fits };
    const none = [
      { key: 'n1', fits: () => false },
      { key: 'n2', fits },
    ];
    const found = await reader.findEach(event.topic, part, [ours, ...none, ours]);
    expect(found).toEqual([handled, undefined, undefined, handled]);
    const later = { ...part, sinceMs: Date.now() + 60_000 };
    expect(await reader.findEach(event.topic, later, [ours])).toEqual([undefined]);

    mended = true;
    const [again] = await reader.redrive(handled === undefined ? [] : [handled], WAITED_MS);
    await until(() => received.length === 1, 'the re-driven one succeeds');
    expect(received[0]).toMatchObject({ key: 'n1', offset: again?.offset });
    expect(received[0]?.arrival).toEqual({
      atMs: stored?.appendedAtMs,
      partition: stored?.partition,
      offset: `${stored?.offset}`,
    });
    expect((await reader.list(event.topic)).letters.map(({ id }) => id)).toEqual([undecodable?.id]);
    const gaveUp = { by: 'somebody', reason: 'no event at all' };
    await reader.discard(undecodable === undefined ? [] : [undecodable], gaveUp, WAITED_MS);
    expect((await reader.list(event.topic)).letters).toEqual([]);
    expect((await reader.get(undecodable?.id ?? ''))?.discarded).toMatchObject(gaveUp);
    const all = await reader.list(event.topic, { includeSettled: true });
    expect(all.letters.find(({ id }) => id === handled?.id)?.redrivenAt).toBeInstanceOf(Date);
    const [sentBack] = await reader.findEach(event.topic, part, [ours]);
    expect(sentBack?.redrivenAt).toBeInstanceOf(Date);
  });

  it('are re-driven a bounded number of times, counted, and always with the first arrival', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    await bed.consumer(event, producer, {
      progress: new ProgressInMemory(),
      handle: async (batch) => {
        const rejected = batch.map((_, index) => ({
          index,
          reason: 'never-good',
          detail: 'It is what it is.',
          stage: 'index' as const,
        }));
        return { publish: [], rejected };
      },
    });
    const [stored] = await producer.publish([note(event, 'n1')], WAITED_MS);
    const reader = new DeadLetterReader(bed.settings, producer, bed.platform);
    for (let redrives = 0; redrives <= REDRIVES_MAX; redrives += 1) {
      await until(
        async () => (await reader.list(event.topic)).letters.length === 1,
        'a dead letter',
      );
      const [letter] = (await reader.list(event.topic)).letters;
      if (letter === undefined) throw new Error('listed just before');
      expect(letter.redrives).toBe(redrives);
      expect(Date.parse(letter.facts.appendedAt)).toBe(stored?.appendedAtMs);
      expect(letter.facts.stage).toBe('index');
      if (redrives < REDRIVES_MAX) await reader.redrive([letter], WAITED_MS);
      else await expect(reader.redrive([letter], WAITED_MS)).rejects.toThrow(RangeError);
    }
  });

  it('are listed within bounds that say what is left, down to the oldest as they are re-driven', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    const progress = new ProgressInMemory();
    // As long as they are undecodable they are given up; the storm is another test's.
    const consumer = await bed.consumer(event, producer, { progress, handle: async () => nothing });
    const value = Buffer.alloc(50_000, '{');
    const odd = { topic: event.topic, partition: 0, key: Buffer.from('k'), value, headers: {} };
    await producer.publishRaw(
      numbered(30).map(() => odd),
      WAITED_MS,
    );
    await until(() => progress.saved.get(0)?.nextOffset === 30n, 'all given up');
    await consumer.stop();
    const reader = new DeadLetterReader(bed.settings, producer, bed.platform);
    expect((await reader.list(event.topic, { bytesMax: 1 })).letters).toHaveLength(1);
    const seen: string[] = [];
    let { letters, more } = await reader.list(event.topic, { bytesMax: 1_000_000 });
    expect(more).toBe(true);
    const ids = numbered(30).map((_, nth) => `${event.topic}/0/${nth}`);
    const get = (some: readonly string[]) => reader.getEach(event.topic, new Set(some), 1_000_000);
    expect((await get([...ids.slice(0, 3), 'no/0/1'])).map(({ id }) => id)).toEqual(
      ids.slice(0, 3),
    );
    await expect(get(ids)).rejects.toThrow(RangeError);
    expect(letters.length).toBeGreaterThan(10);
    expect(letters.length).toBeLessThanOrEqual(20);
    const account = new OpenLetters();
    const readOn = () => reader.readOn(event.topic, account, 20_000);
    await readOn();
    expect(account.count).toEqual({ open: 30, more: false });
    while (letters.length > 0) {
      seen.push(...letters.map(({ facts }) => facts.offset));
      await reader.redrive(letters, WAITED_MS);
      ({ letters, more } = await reader.list(event.topic, { bytesMax: 1_000_000 }));
    }
    expect(more).toBe(false);
    const [oldest] = await get(ids.slice(0, 1));
    expect(oldest?.redrivenAt).toBeInstanceOf(Date);
    // Two times thirty records: only the marks are read.
    const places: bigint[] = [];
    const add = account.add.bind(account);
    account.add = (record) => {
      places.push(record.offset);
      add(record);
    };
    await readOn();
    await readOn();
    expect(places).toEqual(numbered(30).map((_, nth) => BigInt(30 + nth)));
    expect(account.count).toEqual({ open: 0, more: false });
    expect(seen.map(Number).sort((a, b) => a - b)).toEqual(numbered(30).map((_, n) => n));
  });

  it('stop being written when nearly everything fails, until a person resumes', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    const progress = new ProgressInMemory();
    const consumer = await bed.consumer(event, producer, {
      progress,
      handle: async () => {
        throw new PermanentError('bad-mapping', 'The index refuses the field.');
      },
    });
    await producer.publish(
      numbered(100).map((id) => note(event, id)),
      WAITED_MS,
    );
    await until(() => consumer.status().halted.length === 1, 'halted');
    expect(consumer.status()).toMatchObject({ ready: false });
    expect(consumer.status().reason).toMatch(/storm.*bad-mapping/);
    expect((await bed.log(deadLetterTopicOf(event.topic))).length).toBeLessThanOrEqual(40);
    expect(await consumer.acceptGap(0)).toBe(false);
    expect(await consumer.resume(0)).toBe(true);
    await until(() => progress.saved.get(0)?.nextOffset === 100n, 'all passed');
    const letters = await bed.log(deadLetterTopicOf(event.topic));
    expect(new Set(letters.map(({ key }) => String(key))).size).toBe(100);
  });
});
