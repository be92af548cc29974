import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { PermanentError, TransientError } from '@warta/messaging';
import { pino } from 'pino';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_CONSUMER_PROGRESS, PostgresProgress } from './consumer-progress.ts';
import { createDataSource } from './data-source.ts';
import { POSTGRES_LIMITS } from './limits.ts';
import { migrate } from './migrate.ts';
import { Postgres } from './postgres.ts';
import { inTransaction, retrying } from './transaction.ts';
import { testSchema } from './testing.ts';
import type { TestSchema } from './testing.ts';

const logger = pino({ level: 'silent' });
const TOPIC = 'test.topic';

class MakeThing1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table thing (id integer primary key, name text not null)');
    await runner.query(CREATE_CONSUMER_PROGRESS);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table thing');
  }
}
class AddColour1795400000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table thing add column colour text');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table thing drop column colour');
  }
}
const migrations = [MakeThing1795400000000, AddColour1795400000001];
const limits = { ...POSTGRES_LIMITS, lockTimeoutMs: 150 };

describe('a schema on the running server', () => {
  let test: TestSchema;
  let dataSource: DataSource;

  beforeAll(async () => {
    test = await testSchema({ create: false });
    await migrate(test.settings, { migrations, logger });
    dataSource = createDataSource({ ...test.settings, applicationName: 'worker' }, { limits });
    await dataSource.initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await test.drop();
  });
  beforeEach(() => test.observer.query('truncate thing, consumer_progress'));

  it('gives every connection the timeouts of the server and its own schema', async () => {
    const show = async (name: string) =>
      (Object.values((await dataSource.query(`show ${name}`))[0]) as string[])[0];
    expect(await show('search_path')).toBe(test.settings.schema);
    expect(await show('statement_timeout')).toBe('15s');
    expect(await show('lock_timeout')).toBe('150ms');
    expect(await show('idle_in_transaction_session_timeout')).toBe('10s');
    expect(await show('application_name')).toBe('worker');
  });

  it.each([
    ['as a statement is sent', 0],
    ['some time before the next statement', 50],
  ])('runs a transaction again whose backend was terminated %s', async (_when, delayMs) => {
    let tries = 0;
    await inTransaction(dataSource, async (manager) => {
      tries += 1;
      const [row] = await manager.query('select pg_backend_pid() as pid');
      await manager.query(`insert into thing values (1, 'one')`);
      if (tries === 1) await test.observer.query('select pg_terminate_backend($1)', [row.pid]);
      await wait(delayMs);
      await manager.query(`insert into thing values (2, 'two')`);
    });
    expect(tries).toBe(2);
    expect(await test.observer.query('select id from thing order by id')).toHaveLength(2);
  });

  it('runs a transaction again that waited too long for a lock', async () => {
    let tries = 0;
    let waiting: Promise<void> | undefined;
    await test.observer.transaction(async (holder) => {
      await holder.query('lock table thing');
      waiting = inTransaction(dataSource, async (manager) => {
        tries += 1;
        await manager.query(`insert into thing values (1, 'one')`);
      });
      while (tries < 2) await wait(20);
    });
    await waiting;
    expect(await test.observer.query('select id from thing')).toEqual([{ id: 1 }]);
  });

  it('runs the victim of a deadlock again, so that both transactions end well', async () => {
    await test.observer.query(`insert into thing values (1, ''), (2, '')`);
    const bothHold = Promise.withResolvers<void>();
    let tries = 0;
    const update = (first: number, second: number) =>
      inTransaction(dataSource, async (manager) => {
        // Sooner than the lock is given up, which would be another reason.
        await manager.query(`set local lock_timeout = '30s'; set local deadlock_timeout = '50ms'`);
        await manager.query('update thing set name = name || $2 where id = $1', [first, 'x']);
        if ((tries += 1) === 2) bothHold.resolve();
        await bothHold.promise;
        await manager.query('update thing set name = name || $2 where id = $1', [second, 'x']);
      });
    await Promise.all([update(1, 2), update(2, 1)]);
    expect(tries).toBe(3);
    expect(await test.observer.query('select name from thing order by id')).toEqual([
      { name: 'xx' },
      { name: 'xx' },
    ]);
  });

  it('ends a query on a connection that fell silent, and goes on with a new one', async () => {
    let isSilent = false;
    let swallowed = 0;
    const proxy = createServer((client) => {
      const server = connect(test.settings.port, test.settings.host);
      server.on('data', (data) => (isSilent ? (swallowed += 1) : client.write(data)));
      client.on('data', (data) => server.write(data));
      client
        .on('error', () => undefined)
        .on('close', () => {
          isSilent = false;
          server.destroy();
        });
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const { port } = proxy.address() as AddressInfo;
    const settings = { ...test.settings, host: '127.0.0.1', port };
    const remote = createDataSource(settings, { limits: { ...limits, socketIdleMs: 400 } });
    await remote.initialize();
    isSilent = true;
    const rows = await retrying(() => remote.query('select 1 as one'));
    expect(rows).toEqual([{ one: 1 }]);
    expect(swallowed).toBeGreaterThan(0);
    await remote.destroy();
    proxy.close();
  });

  it('calls data that can never be stored a permanent error, and tries it once', async () => {
    let tries = 0;
    const insert = inTransaction(dataSource, async (manager) => {
      tries += 1;
      await manager.query('insert into thing values (1, $1)', ['a\u0000b']);
    });
    await expect(insert).rejects.toBeInstanceOf(PermanentError);
    expect(tries).toBe(1);
  });

  it('calls a missing table an outage: the migration job has not run yet', async () => {
    const query = inTransaction(dataSource, (manager) => manager.query('select * from nothing'));
    await expect(query).rejects.toBeInstanceOf(TransientError);
  });

  it('leaves errors of the work itself alone', async () => {
    const bug = new TypeError('a bug');
    await expect(inTransaction(dataSource, () => Promise.reject(bug))).rejects.toBe(bug);
  });

  it('releases every connection, also of transactions that fail', async () => {
    const failing = Array.from({ length: 30 }, () =>
      inTransaction(dataSource, (manager) => manager.query('select 1/0')).catch(() => undefined),
    );
    await Promise.all(failing);
    expect(await dataSource.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('remembers progress beyond 2^53 and the record before it', async () => {
    const progress = new PostgresProgress(dataSource, 'group');
    const nextOffset = 2n ** 60n;
    const last = { offset: nextOffset - 1n, fingerprint: 'f1' };
    expect(await progress.load(TOPIC, 3)).toBeUndefined();
    await progress.save(TOPIC, 3, { nextOffset, last });
    expect(await progress.load(TOPIC, 3)).toEqual({ nextOffset, last });
    expect(await progress.load(TOPIC, 4)).toBeUndefined();
  });

  it('never goes back, unless a person accepts a gap', async () => {
    const progress = new PostgresProgress(dataSource, 'group');
    await progress.save(TOPIC, 0, { nextOffset: 10n });
    await progress.save(TOPIC, 0, { nextOffset: 9n });
    expect(await progress.load(TOPIC, 0)).toEqual({ nextOffset: 10n });
    await progress.save(TOPIC, 0, { nextOffset: 2n }, true);
    expect(await progress.load(TOPIC, 0)).toEqual({ nextOffset: 2n });
  });
});

describe('migrations', () => {
  let test: TestSchema;
  beforeEach(async () => {
    test = await testSchema({ create: false });
  });
  afterEach(() => test.drop());

  it('run once each when several jobs start at the same time', async () => {
    const jobs = [1, 2, 3].map(() => migrate(test.settings, { migrations, logger }));
    const reports = await Promise.all(jobs);
    expect(reports.flatMap(({ applied }) => applied).sort()).toEqual(
      migrations.map(({ name }) => name).sort(),
    );
    const rows = await test.observer.query(`select name from ${test.settings.schema}.migrations`);
    expect(rows).toHaveLength(2);
  });

  it('do not wait for ever for a job that hangs: they end with what to do', async () => {
    await test.observer.transaction(async (hanging) => {
      await hanging.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `warta migrate ${test.settings.schema}`,
      ]);
      const late = migrate(test.settings, { migrations, logger, lockWaitMs: 600 });
      await expect(late).rejects.toThrow(/pg_terminate_backend.*run this job again/);
    });
    const report = await migrate(test.settings, { migrations, logger });
    expect(report.applied).toHaveLength(2);
  });

  it('run only what is new, and say so when the schema is ahead of the release', async () => {
    await migrate(test.settings, { migrations: migrations.slice(0, 1), logger });
    const second = await migrate(test.settings, { migrations, logger });
    expect(second.applied).toEqual(['AddColour1795400000001']);
    const older = await migrate(test.settings, { migrations: migrations.slice(0, 1), logger });
    expect(older).toEqual({
      applied: [],
      present: ['MakeThing1795400000000'],
      unknown: ['AddColour1795400000001'],
    });
  });

  it('leave nothing of a migration that fails', async () => {
    class Fails1795400000002 implements MigrationInterface {
      async up(runner: QueryRunner): Promise<void> {
        await runner.query('create table half (id integer)');
        await runner.query('select 1/0');
      }
      async down(): Promise<void> {}
    }
    const failing = [...migrations, Fails1795400000002];
    await expect(migrate(test.settings, { migrations: failing, logger })).rejects.toThrow('zero');
    const [row] = await test.observer.query(`select to_regclass('${test.settings.schema}.half')`);
    expect(row.to_regclass).toBeNull();
  });

  it('give a service role rows to read and write, but no table to drop', async () => {
    const role = `${test.settings.schema}_role`;
    await test.observer.query(`create role ${role} login password 'service'`);
    try {
      await migrate(test.settings, { migrations, serviceRole: role, logger });
      const service = createDataSource({ ...test.settings, user: role, password: 'service' });
      await service.initialize();
      await service.query(`insert into thing values (1, 'one')`);
      await expect(service.query('drop table thing')).rejects.toThrow('must be owner');
      await service.destroy();
    } finally {
      await test.observer.query(`drop owned by ${role}`);
      await test.observer.query(`drop role ${role}`);
    }
  });
});

describe('the database of a running service', () => {
  let test: TestSchema;
  beforeEach(async () => {
    test = await testSchema({ create: false });
  });
  afterEach(() => test.drop());

  it('is not ready before the migrations have run, says which, and recovers by itself', async () => {
    const postgres = new Postgres(test.settings, { migrations }, logger);
    postgres.start();
    const names = migrations.map(({ name }) => name).join(', ');
    await until(() => postgres.ready().reason?.includes('lacks') === true);
    expect(postgres.ready()).toEqual({
      ok: false,
      reason: `schema ${test.settings.schema} lacks ${names}: run the migration job`,
    });
    await migrate(test.settings, { migrations, logger });
    await until(() => postgres.ready().ok);
    await postgres.stop();
  });

  it('may be away when the service starts: it says where it is looked for', async () => {
    const settings = { ...test.settings, host: '127.0.0.1', port: 1 };
    const postgres = new Postgres(settings, { migrations }, logger);
    postgres.start();
    await until(() => postgres.ready().reason?.includes('127.0.0.1:1') === true);
    const query = inTransaction(postgres.dataSource, (manager) => manager.query('select 1'));
    await expect(query).rejects.toBeInstanceOf(TransientError);
    await postgres.stop();
  });

  it('is not ready while the server is suspended, is when it goes on, and stops', async () => {
    await migrate(test.settings, { migrations, logger });
    const sockets = new Set<Socket>();
    const proxy = createServer((client) => {
      const server = connect(test.settings.port, test.settings.host);
      sockets.add(server);
      client.pipe(server).pipe(client);
      server.on('close', () => client.destroy());
      for (const socket of [client, server]) socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const { port } = proxy.address() as AddressInfo;
    const settings = { ...test.settings, host: '127.0.0.1', port };
    const postgres = new Postgres(settings, { migrations }, logger);
    postgres.start();
    await until(() => postgres.ready().ok);
    for (const socket of sockets) socket.pause();
    await until(() => !postgres.ready().ok);
    for (const socket of sockets) socket.resume();
    await until(() => postgres.ready().ok);
    for (const socket of sockets) socket.pause();
    // Longer than until the next time it asks, so that it is stopped while it waits for the answer.
    await wait(2_500);
    const from = performance.now();
    await postgres.stop();
    // Not when the connection is found to be dead.
    expect(performance.now() - from).toBeLessThan(POSTGRES_LIMITS.socketIdleMs / 2);
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
});

/** Ten seconds are promised; this is far above it, for busy machines. */
const WAITED_MS = 60_000;

async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + WAITED_MS;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`waited ${WAITED_MS} ms in vain`);
    await wait(50);
  }
}
