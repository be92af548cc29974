import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { ADMIN_KEY, EnricherBed, SERVICE_TEST_MS, until } from './testing-bed.ts';
import { newId, publish, takedown } from './testing.ts';

describe('the enricher service', () => {
  const bed = new EnricherBed();
  beforeAll(() => bed.open(), SERVICE_TEST_MS);
  afterAll(() => bed.close(), SERVICE_TEST_MS);

  it(
    'is live but not ready before the migration job has run, and then catches up by itself',
    async () => {
      const id = newId();
      await bed.start();
      await bed.submit(publish(id, 'Presiden Joko Widodo bertemu Vladimir Putin di Jakarta.'));
      await until('it says what it lacks', async () =>
        (await bed.readiness()).text.includes('run the migration job'),
      );
      expect((await fetch(`${bed.service?.httpUrl}/livez`)).status).toBe(200);
      await bed.migrate();
      await until('ready', bed.isReady);
      await until('published', async () => bed.latest(id) !== undefined);
      expect(bed.latest(id)).toMatchObject({ status: 'live', rev: 1, revision: 1 });
    },
    SERVICE_TEST_MS,
  );

  it(
    'takes an article, its correction and its takedown from the log to Postgres and back',
    async () => {
      const id = newId();
      await bed.submit(publish(id, 'Presiden Joko Widodo di Jakarta.', { version: 1 }));
      await until('published', async () => bed.latest(id)?.rev === 1);
      expect(bed.latest(id)).toMatchObject({
        content: { body: 'Presiden Joko Widodo di Jakarta.' },
        annotation: { language: 'id', extractor: 'warta' },
      });
      const corrected = publish(id, 'Presiden Joko Widodo di Bandung.', { version: 2 });
      await bed.submit(corrected, corrected);
      await until('corrected', async () => bed.latest(id)?.rev === 2);
      const names = await bed.schema.observer.query(
        'select name from mention where article_id = $1 order by position',
        [id],
      );
      expect(names).toEqual([{ name: 'Joko Widodo' }, { name: 'Bandung' }]);
      await bed.submit(takedown(id), corrected);
      await until('taken down', async () => bed.latest(id)?.status === 'canceled');
      const [row] = await bed.schema.observer.query(
        'select rev, status, current_hash from article where id = $1',
        [id],
      );
      expect(row).toEqual({ rev: '3', status: 'canceled', current_hash: null });
    },
    SERVICE_TEST_MS,
  );

  it(
    'lets a copy follow another lead when its own is taken down, through the log',
    async () => {
      const [lead, second, third] = [newId(), newId(), newId()] as const;
      const body = 'Harga beras di Pasar Induk Cipinang turun, kata Badan Pangan Nasional kemarin.';
      const inFeed = (id: string) => publish(id, body, { feed: `feed-${id.slice(0, 8)}` });
      for (const id of [lead, second, third]) {
        await bed.submit(inFeed(id));
        await until('published', async () => bed.latest(id) !== undefined);
      }
      const follows = (id: string, ofWhom: string) => async () => {
        const state = bed.latest(id);
        return state?.status === 'live' && state.duplicateOf?.articleId === ofWhom;
      };
      await until('found', follows(second, lead));
      await until('found', follows(third, lead));
      await bed.submit(takedown(lead));
      await until('the next one leads', follows(third, second));
      expect(bed.latest(second)).toMatchObject({ status: 'live', rev: 2 });
      expect(bed.latest(second)).not.toHaveProperty('duplicateOf');
    },
    SERVICE_TEST_MS,
  );

  it(
    'goes on where it was when it is stopped and started in the middle of the work',
    async () => {
      const ids = Array.from({ length: 200 }, newId);
      await bed.submit(...ids.map((id) => publish(id, `Joko Widodo di Jakarta, ${id}.`)));
      await until('some are done', async () =>
        bed.published.some((one) => ids.includes(one.articleId)),
      );
      await bed.service?.stop();
      await bed.start();
      await until('all are published', async () =>
        ids.every((id) => bed.latest(id)?.status === 'live'),
      );
      const rows = await bed.schema.observer.query(
        'select distinct rev, revision_count from article where id = any($1)',
        [ids],
      );
      expect(rows).toEqual([{ rev: '1', revision_count: 1 }]);
      await until('progress is recorded for all', async () => {
        const [{ done }] = await bed.schema.observer.query(
          'select sum(next_offset) as done from consumer_progress where topic = $1',
          [bed.submitted.topic],
        );
        return Number(done) >= ids.length;
      });
    },
    SERVICE_TEST_MS,
  );

  it('counts what it does on the ops port', async () => {
    const metrics = await (await fetch(`${bed.service?.opsUrl}/metrics`)).text();
    expect(metrics).toMatch(/enricher_articles_total\{status="live"\} [1-9]/);
    expect(metrics).toMatch(/enricher_annotate_seconds_count\{outcome="annotated"\} [1-9]/);
    expect(metrics).toMatch(/enricher_batch_articles_count [1-9]/);
  });
});

describe('an enricher whose log is not the one it read', () => {
  const bed = new EnricherBed();
  beforeAll(async () => {
    await bed.open();
    await bed.migrate();
  }, SERVICE_TEST_MS);
  afterAll(() => bed.close(), SERVICE_TEST_MS);

  it(
    'halts, not ready, until a person accepts the gap, and then goes on at its start',
    async () => {
      const { topic, partitions } = bed.submitted;
      await bed.schema.observer.query(
        `insert into consumer_progress (consumer_group, topic, partition, next_offset)
         select $1, $2, generate_series(0, $3 - 1), 1000`,
        [`${bed.prefix}warta.enricher`, topic, partitions],
      );
      const id = newId();
      await bed.submit(publish(id, 'Joko Widodo.'));
      await bed.start();
      const halted = async () => {
        const answer = await fetch(`${bed.service?.opsUrl}/consumers`);
        const { consumers } = (await answer.json()) as { consumers: { halted: unknown[] }[] };
        return consumers[0]?.halted.length;
      };
      await until('halted', async () => (await halted()) === partitions);
      expect((await bed.readiness()).isReady).toBe(false);
      for (let partition = 0; partition < partitions; partition += 1) {
        const url = `${bed.service?.opsUrl}/consumers/${topic}/${partition}/accept-gap`;
        const authorization = `Bearer ${ADMIN_KEY}`;
        const answer = await fetch(url, { method: 'POST', headers: { authorization } });
        expect(answer.status).toBe(200);
      }
      await until('published', async () => bed.latest(id)?.rev === 1);
      await until('ready', bed.isReady);
    },
    SERVICE_TEST_MS,
  );
});

describe('an enricher whose servers are away', () => {
  const bed = new EnricherBed();
  let proxy: Server | undefined;
  beforeAll(async () => {
    await bed.open();
    await bed.migrate();
  }, SERVICE_TEST_MS);
  afterAll(async () => {
    await bed.close();
    proxy?.close();
  }, SERVICE_TEST_MS);

  it(
    'is live and not ready, says which one, and does its work once they are there',
    async () => {
      const port = await freePort();
      await bed.start({ WARTA_POSTGRES_HOST: '127.0.0.1', WARTA_POSTGRES_PORT: String(port) });
      const id = newId();
      await bed.submit(publish(id, 'Joko Widodo.'));
      await until('it says where it looks', async () =>
        (await bed.readiness()).text.includes(`127.0.0.1:${port}`),
      );
      expect((await fetch(`${bed.service?.httpUrl}/livez`)).status).toBe(200);
      expect(bed.latest(id)).toBeUndefined();
      proxy = await startProxy(port, bed.schema.settings);
      await until('ready', bed.isReady);
      await until('published', async () => bed.latest(id)?.rev === 1);
    },
    SERVICE_TEST_MS,
  );
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startProxy(port: number, to: { host: string; port: number }): Promise<Server> {
  const server = createServer((client) => {
    const upstream = connect(to.port, to.host);
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
  }).listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
}
