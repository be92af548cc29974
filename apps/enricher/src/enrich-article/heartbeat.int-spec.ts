import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { EnricherBed, SERVICE_TEST_MS, until } from '../testing-bed.ts';
import { newId, publish } from '../testing.ts';

/** The group's session ends after 15 s without a heartbeat. */
const LONGER_THAN_SESSION_MS = 20_000;
const LOOK_EVERY_MS = 500;
const WORKERS = 2;
/** Texts at a time: enough work for all workers until the next look. */
const TEXTS = 12;
/**
 * Of the workers' time, the part they annotate. 0.68 to 0.79 were measured: what was begun and has not
 * ended is not counted, nor is reading and writing. Below 0.3 not even one worker was busy for most of it.
 */
const BUSY_MIN = 0.3;

const sampleFile = new URL('../../../../samples/kim-putin-pesan.json', import.meta.url);
const { body } = JSON.parse(readFileSync(sampleFile, 'utf8')) as { body: string };
/** As the longest of 18,525 articles. */
const longBody = `${body}\n\n`.repeat(60_000 / (body.length + 2));

describe('the enricher with all its workers at long texts', () => {
  const bed = new EnricherBed();
  beforeAll(async () => {
    await bed.open();
    await bed.migrate();
    await bed.start({ WARTA_ENRICHER_WORKERS: String(WORKERS) });
    await until('ready', bed.isReady);
  }, SERVICE_TEST_MS);
  afterAll(() => bed.close(), SERVICE_TEST_MS);

  const metric = async (line: string): Promise<number> => {
    const metrics = await (await fetch(`${bed.service?.opsUrl}/metrics`)).text();
    const found = metrics.split('\n').find((one) => one.startsWith(`${line} `));
    return Number(found?.split(' ').at(-1) ?? 0);
  };
  const joins = () => metric(`kafka_consumer_joins_total{topic="${bed.submitted.topic}"}`);
  const annotatingMs = async () =>
    1_000 * (await metric('enricher_annotate_seconds_sum{outcome="annotated"}'));
  const annotated = () => metric('enricher_annotate_seconds_count{outcome="annotated"}');

  it(
    'keeps its heartbeat and its place in the group for longer than a session lasts',
    async () => {
      const joinsBefore = await joins();
      expect(joinsBefore).toBeGreaterThanOrEqual(1);
      const before = { ms: await annotatingMs(), texts: await annotated() };
      const startedAtMs = performance.now();
      let submitted = 0;
      const notReady: string[] = [];
      while (performance.now() - startedAtMs < LONGER_THAN_SESSION_MS) {
        if (submitted - ((await annotated()) - before.texts) < TEXTS) {
          const texts = Array.from({ length: TEXTS }, newId);
          await bed.submit(...texts.map((id) => publish(id, `${longBody}${id}`)));
          submitted += TEXTS;
        }
        await sleep(LOOK_EVERY_MS);
        // The broker has answered a heartbeat within the last 9 s, or this says that it has not.
        const { isReady, text } = await bed.readiness();
        if (!isReady) notReady.push(text);
      }
      const tookMs = performance.now() - startedAtMs;
      const busy = ((await annotatingMs()) - before.ms) / (WORKERS * tookMs);
      process.stderr.write(
        `  heartbeat: ${WORKERS} workers ${Math.round(100 * busy)} % busy for ` +
          `${Math.round(tookMs / 1_000)} s, ${(await annotated()) - before.texts} long texts\n`,
      );
      expect(notReady).toEqual([]);
      expect(await joins()).toBe(joinsBefore);
      // Or nothing was shown.
      expect(busy).toBeGreaterThan(BUSY_MIN);
    },
    SERVICE_TEST_MS,
  );
});
