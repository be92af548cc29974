import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { LogRecord } from './records.ts';
import { readLog } from './kafka-log-reader.ts';
import { testBrokers, testEvent, testPlatform, TestBed } from './testing.ts';

const bed = new TestBed('foreign-codec-test');
afterAll(() => bed.close());

/** Kafka's own producer, from the jars the servers run from; absent when they run in containers. */
const java = process.env['WARTA_TEST_JAVA'];
const libs = process.env['WARTA_TEST_KAFKA_LIBS'];
const inNative = java && libs ? it : it.skip;
if (inNative === it.skip) {
  process.stderr.write("left out: records in foreign codecs (needs Kafka's Java tools)\n");
}

describe('a record that another program compressed in its own way', () => {
  inNative.each(['lz4', 'snappy', 'gzip'])('with %s is read like any other', async (codec) => {
    const event = testEvent(1);
    await bed.createTopics(event);
    const sent = spawnSync(
      java ?? '',
      [
        '-cp',
        path.join(libs ?? '', '*'),
        'org.apache.kafka.tools.ConsoleProducer',
        '--bootstrap-server',
        testBrokers().join(','),
        '--topic',
        event.topic,
        '--compression-codec',
        codec,
      ],
      { input: `{"codec":"${codec}"}\n`, encoding: 'utf8' },
    );
    expect(sent).toMatchObject({ status: 0 });
    const found: LogRecord[] = [];
    const settings = { brokers: testBrokers(), clientId: 'foreign-codec-test' };
    await readLog(settings, event.topic, (record) => found.push(record), testPlatform());
    expect(found.map(({ value }) => value?.toString())).toEqual([`{"codec":"${codec}"}`]);
  });
});
