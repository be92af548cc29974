import type { ServerName } from '@warta/stack';
import { serviceNames } from './e2e-environment.ts';
import { until } from './until.ts';
import { Warta } from './warta.ts';
import { dependants, LOOK_MS, TRUTH_WITHIN_MS, Watch } from './watch.ts';

/**
 * Readiness tells the truth within ten seconds, in both directions, also about a server that hangs
 * rather than refuses: a frozen one keeps its connections open and answers nothing. Liveness stays
 * as it is, for a restart would cure nothing.
 */

/** A busy machine may leave a question without an answer, which says nothing of the service. */
const ANSWERED_WITHIN_MS = 15_000;

describe('readiness', () => {
  let warta: Warta;
  let watch: Watch;

  beforeAll(async () => {
    warta = await Warta.open('readiness');
    watch = new Watch(warta.environment, warta.processes);
    watch.start();
  }, 120_000);

  afterAll(async () => {
    watch.stop();
    for (const server of ['kafka', 'elasticsearch', 'postgres'] as const) {
      await warta.servers.killServer(server, 'SIGCONT');
    }
    await warta.allReady();
    warta.close();
  }, 120_000);

  it.each<ServerName>(['postgres', 'elasticsearch', 'kafka'])(
    'says within ten seconds that %s hangs, and within ten that it works again',
    async (server) => {
      const affected = dependants[server];
      const others = serviceNames.filter((service) => !affected.includes(service));
      await warta.allReady();
      const since = performance.now();
      await warta.servers.killServer(server, 'SIGSTOP');
      try {
        await Promise.all(
          affected.map((service) =>
            until(`${service} to be not ready`, TRUTH_WITHIN_MS + LOOK_MS, async () => {
              return (await warta.ready(service)) === false;
            }),
          ),
        );
        for (const service of serviceNames) {
          const live = await until(
            `${service} to answer whether it lives`,
            ANSWERED_WITHIN_MS,
            () => warta.live(service).then((answered) => answered !== undefined && { answered }),
          );
          expect({ service, ...live }).toEqual({ service, answered: true });
        }
        // The freeze has been noticed by now: a probe that waits for the server would hang.
        for (const service of others) {
          await until(`${service} to answer that it is ready`, ANSWERED_WITHIN_MS, () =>
            warta.ready(service),
          );
        }
      } finally {
        await warta.servers.killServer(server, 'SIGCONT');
      }
      await Promise.all(
        affected.map((service) =>
          until(`${service} to be ready again`, TRUTH_WITHIN_MS + LOOK_MS, () =>
            warta.ready(service),
          ),
        ),
      );
      const looks = watch.looks.filter(({ askedAtMs }) => askedAtMs > since);
      const wronged = looks.filter(
        ({ service, ready }) => others.includes(service) && ready === false,
      );
      expect(wronged).toEqual([]);
      expect(watch.deadAnswers).toEqual([]);
    },
    120_000,
  );
});
