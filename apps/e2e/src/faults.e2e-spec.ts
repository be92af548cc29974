import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerName, ServerStatus } from '@warta/stack';
import { generateStories, type Story } from './article-generator.ts';
import { type ServiceName, serviceNames } from './e2e-environment.ts';
import { FaithfulReader } from './faithful-reader.ts';
import { checkInvariants, reportOf } from './invariants.ts';
import type { Attempt, PushClient } from './push-client.ts';
import { until } from './until.ts';
import { Warta } from './warta.ts';
import { dependants, LOOK_MS, TRUTH_WITHIN_MS, Watch } from './watch.ts';

/**
 * The promises hold while things break: under a load that never pauses, every service and every
 * server is killed, the enricher is frozen until the group has given it up, and every service is
 * asked to stop. Afterwards nothing may be lost, doubled, stale or back from the dead.
 */

const SEED = 8_150;
/** More than the load gets through; it ends when the last fault is healed. */
const STORIES_MAX = 20_000;
/** As fast as it goes while services are killed: a batch is always under way then. */
const CONCURRENCY = 4;
/** Some 35 pushes per second later: a server that starts again needs most of two cores itself. */
const PAUSE_MS = 100;
/** Longer than the consumers' session timeout of 30 s: the group must have given it up. */
const FROZEN_MS = 34_000;
/** After the last heal: nothing left to do, without a person and without a restart. */
const RECOVERY_TIMEOUT_MS = 120_000;
/** Kubernetes would kill it after that. */
const GRACE_MS = 20_000;
/** So much must be accepted after each heal, or the pipeline did not heal. */
const ACCEPTED_AFTER_HEAL = 5;
const HEAL_TIMEOUT_MS = 150_000;

describe('under load, while services and servers are killed', () => {
  let warta: Warta;
  let watch: Watch;
  let client: PushClient;
  let load: Promise<void>;
  let reader: FaithfulReader;
  const enough = new AbortController();
  const outages: { server: ServerName; fromMs: number; toMs: number }[] = [];

  beforeAll(async () => {
    warta = await Warta.open('faults');
    watch = new Watch(warta.environment, warta.processes);
    watch.start();
    client = warta.pushClient({ concurrency: CONCURRENCY });
    load = client.run(paced(STORIES_MAX, warta.feed), enough.signal);
    reader = new FaithfulReader((id) => warta.read(id), client.attempts);
    reader.start();
    await accepted(20);
  }, 300_000);

  afterAll(async () => {
    enough.abort();
    watch.stop();
    await reader.stop();
    await load;
    await warta.allReady();
    warta.close();
  }, 200_000);

  const ok = ({ outcome }: Attempt) => outcome === 'ok';

  async function accepted(count: number): Promise<void> {
    const before = client.attempts.filter(ok).length;
    await until(`${count} more pushes to be accepted`, HEAL_TIMEOUT_MS, () => {
      return client.attempts.filter(ok).length >= before + count;
    });
  }

  async function state(server: ServerName): Promise<ServerStatus | undefined> {
    return (await warta.serverStatus()).servers.find(({ name }) => name === server);
  }

  /** Runs a fault and proves that the load went on into it and out of it again. */
  async function duringLoad(fault: () => Promise<void>): Promise<void> {
    const before = client.attempts.length;
    await fault();
    await warta.allReady();
    await seenReady();
    await accepted(ACCEPTED_AFTER_HEAL);
    expect(client.attempts.length).toBeGreaterThan(before);
  }

  /** The watch looks once a second: the next fault would hide what it has not yet seen. */
  async function seenReady(): Promise<void> {
    const sinceMs = performance.now();
    const isSeen = (service: ServiceName) =>
      watch.looks.some(
        (look) => look.service === service && look.ready === true && look.askedAtMs > sinceMs,
      );
    await until('every service to be seen ready', HEAL_TIMEOUT_MS, () =>
      serviceNames.every(isSeen),
    );
  }

  async function killed(server: ServerName): Promise<void> {
    // It is started again after a second: to ask all servers how they are may take longer.
    let hasEnded = false;
    void warta.servers.exited.then((exit) => (hasEnded ||= exit.server === server));
    await warta.servers.killServer(server, 'SIGKILL');
    const fromMs = performance.now();
    const isGone = async () => hasEnded || (await state(server))?.isRunning === false;
    await until(`${server} to be gone`, HEAL_TIMEOUT_MS, isGone);
    const isWorking = async () => (await state(server))?.healthy === true;
    await until(`${server} to be started again`, HEAL_TIMEOUT_MS, isWorking);
    outages.push({ server, fromMs, toMs: performance.now() });
  }

  it('kill -9 of every service is survived: each is back and works', async () => {
    await duringLoad(async () => {
      for (const service of serviceNames) await warta.processes.end(service, 'SIGKILL');
    });
    client.pauseMs = PAUSE_MS;
  }, 200_000);

  it.each<ServiceName>(['ingestor', 'enricher', 'search'])(
    'the %s ends in order when asked to: exit 0 within 20 s',
    (service) =>
      duringLoad(async () => {
        const tookMs = await warta.processes.end(service, 'SIGTERM');
        expect(tookMs).toBeLessThan(GRACE_MS);
        expect(warta.processes.lastExit(service)).toMatchObject({ code: 0, signal: null });
      }),
    200_000,
  );

  it.each<ServerName>(['postgres', 'kafka'])(
    'kill -9 of %s is survived: what waits for it goes on when it is back',
    (server) => duringLoad(() => killed(server)),
    400_000,
  );

  it('an enricher frozen past its session, and Elasticsearch killed meanwhile, both recover', async () => {
    await duringLoad(async () => {
      const frozen = warta.processes.pid('enricher');
      process.kill(frozen, 'SIGSTOP');
      try {
        const before = client.attempts.filter(ok).length;
        const patience = sleep(FROZEN_MS);
        await killed('elasticsearch');
        await patience;
        // Pushing depends on neither.
        expect(client.attempts.filter(ok).length).toBeGreaterThan(before + ACCEPTED_AFTER_HEAL);
        expect(await warta.live('enricher')).toBeUndefined();
      } finally {
        process.kill(frozen, 'SIGCONT');
      }
    });
  }, 400_000);

  it('after all of it everything accepted is in its place within two minutes', async () => {
    enough.abort();
    await load;
    await warta.observer.settled(RECOVERY_TIMEOUT_MS);
    const evidence = await warta.observer.evidence(warta.feed, client.attempts);
    const outcomes = Map.groupBy(client.attempts, ({ outcome }) => outcome);
    const count = (outcome: Attempt['outcome']) => outcomes.get(outcome)?.length ?? 0;
    process.stderr.write(
      `  ${count('ok')} pushes accepted, ${count('info')} without a clear answer, ` +
        `${evidence.rows.length} articles, ${evidence.submitted.length} records\n`,
    );
    expect(client.problems).toEqual([]);
    expect(reportOf(checkInvariants(evidence))).toBe('');
    // The faults did bite: some requests were left without an answer or told to come back.
    expect(count('info')).toBeGreaterThan(0);
  }, 300_000);

  it('no reader ever saw an article go back, or return once it was gone', () => {
    expect(reader.answers).toBeGreaterThan(100);
    expect(reader.complaints).toEqual([]);
  });

  it('readiness told of each server that was away for long, and of its return, within ten seconds', () => {
    for (const { server, fromMs, toMs } of outages) {
      for (const service of dependants[server]) {
        const looks = watch.looks.filter((look) => look.service === service);
        const said = (ready: boolean, sinceMs: number) =>
          looks.some((look) => {
            const tookMs = look.atMs - sinceMs;
            const isSaid = (look.ready === true) === ready;
            return isSaid && tookMs > 0 && tookMs < TRUTH_WITHIN_MS + LOOK_MS;
          });
        const wasLong = toMs - fromMs > TRUTH_WITHIN_MS;
        const told = !wasLong || said(false, fromMs);
        // Consumers are ready when they have partitions: Kafka waits for members that may yet come back.
        const toldOfReturn = server === 'kafka' || said(true, toMs);
        const expected = { server, service, told: true, toldOfReturn: true };
        expect({ server, service, told, toldOfReturn }).toEqual(expected);
      }
    }
  });

  it('no service called itself dead because a server was away', () => {
    expect(watch.deadAnswers).toEqual([]);
  });
});

/** Stories as a generator: only those that are begun are made. */
function* paced(count: number, feed: string): Generator<Story> {
  const atOnce = 100;
  for (let block = 0; block < count / atOnce; block += 1) {
    const stories = generateStories({ seed: SEED + block, feed, count: atOnce, nowMs: Date.now() });
    for (const story of stories) yield renamed(story, `${block}`);
  }
}

/** Ids of different blocks must not meet. */
function renamed(story: Story, block: string): Story {
  const sourceId = `${story.sourceId}-${block}`;
  const steps = story.steps.map((step) =>
    'sourceId' in step
      ? { ...step, sourceId }
      : ({ ...step, article: { ...step.article, id: sourceId } } as typeof step),
  );
  return { ...story, sourceId, steps };
}
