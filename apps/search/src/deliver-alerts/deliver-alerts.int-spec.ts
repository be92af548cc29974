import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookMessage } from '@warta/contracts';
import { createDataSource } from '@warta/postgres';
import type { TestSchema } from '@warta/postgres/testing';
import { AllowList, Egress, Sealer } from '@warta/service';
import { Registry } from 'prom-client';
import { Webhook } from 'standardwebhooks';
import type { DataSource } from 'typeorm';
import { migratedSchema, platform, until } from '../testing-service.ts';
import { DeliverAlerts } from './deliver-alerts.ts';
import { DeliveryLog } from './delivery-log.store.postgres.ts';
import { DeliveryQueue } from './delivery-queue.store.postgres.ts';

interface Received {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const sealer = new Sealer([Buffer.alloc(32, 'sealing')]);
const received: Received[] = [];
/** What each path answers, 200 unless said. */
const answers = new Map<string, number>();
/** Until then nobody at /slow gets an answer. */
let release = () => {};
const slowly = new Promise<void>((resolve) => (release = resolve));
let receiver: Server;
let url: (path: string) => string;
let schema: TestSchema;
let dataSource: DataSource;
let queue: DeliveryQueue;
let log: DeliveryLog;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const path = request.url ?? '';
      received.push({ path, headers: request.headers as Record<string, string>, body });
      const answer = () => response.writeHead(answers.get(path) ?? 200).end();
      if (path === '/slow') void slowly.then(answer);
      else answer();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  url = (path) => `http://127.0.0.1:${port}${path}`;
  schema = await migratedSchema();
  dataSource = createDataSource(schema.settings, {});
  await dataSource.initialize();
  queue = new DeliveryQueue(dataSource, sealer);
  log = new DeliveryLog(dataSource, sealer);
});
afterAll(async () => {
  await dataSource.destroy();
  await schema.drop();
  receiver.close();
});

const deliverer = (more: { schemes?: ('http' | 'https')[] } = {}) =>
  new DeliverAlerts({
    queue,
    sealer,
    egress: new Egress({
      schemes: more.schemes ?? ['http'],
      allow: AllowList.of('127.0.0.1'),
      deadlineMs: 60_000,
    }),
    logger: platform.logger,
    metrics: new Registry(),
  });

/** While it runs, everything that is due is delivered. */
async function delivering(work: () => Promise<void>, more = {}): Promise<void> {
  const deliver = deliverer(more);
  deliver.start();
  try {
    await work();
  } finally {
    await deliver.stop();
  }
}

let lastEvent = 0;

/** A saved search whose receivers are at these paths. */
async function search(paths: string[], { team = 'desk', digest = 'none' } = {}): Promise<string> {
  const id = randomUUID();
  const notify = { webhooks: paths.map((path) => ({ url: url(path) })), digest };
  await dataSource.query(
    `insert into saved_search (id, team, name, q, filters, notify, paused, created_by, changed_by)
     values ($1, $2, 'Korut', 'Korut', '{}', $3, false, '{"keyId":"k"}', '{"keyId":"k"}')`,
    [id, team, notify],
  );
  return id;
}

/** An alert of it, with one event. */
async function alert(searchId: string, title = 'Judul'): Promise<string> {
  const id = randomUUID();
  const articleId = randomUUID();
  lastEvent += 1;
  await dataSource.query(
    'insert into alert (id, search_id, duplicate_group, last_event_id) values ($1, $2, $3, $4)',
    [id, searchId, articleId, lastEvent],
  );
  await dataSource.query(
    `insert into alert_event (id, alert_id, kind, article_id, rev, state_key, article, matched)
     values ($1, $2, 'match', $3, 1, '1', $4, $5)`,
    [
      lastEvent,
      id,
      articleId,
      { id: articleId, feed: 'contoh', rev: 1, title },
      { clauses: ['Korut'], sentences: [{ field: 'title', html: 'Judul' }], entities: [] },
    ],
  );
  await dataSource.query('update alert_counter set last_id = $1', [lastEvent]);
  return id;
}

/** Of the first digest there. */
function digestAt(path: string) {
  const messages = receivedAt(path).map(({ body }) => WebhookMessage.parse(JSON.parse(body)));
  const digest = messages.find((one) => one.type === 'warta.alert.digest');
  if (digest?.type !== 'warta.alert.digest') throw new Error(`no digest at ${path}`);
  const { events, alerts } = digest.data;
  return { events, titles: alerts.map(({ event }) => event.article.title) };
}

const receivedAt = (path: string) => received.filter((one) => one.path === path);
const deliveriesOf = async (searchId: string) =>
  (await log.list(undefined, { search: searchId, size: 100 })).data;

describe('an alert on its way to a receiver', () => {
  it('comes once, signed so that the receiver can verify it, and says why', async () => {
    const id = await search(['/hook']);
    await queue.ensureWebhooks(id, [url('/hook')]);
    const [webhook] = await log.webhooks(id);
    const secret = (await log.rotateSecret(id, webhook?.id ?? '')) ?? '';
    const alertId = await alert(id);
    await delivering(async () => {
      await until('it came', async () => receivedAt('/hook').length === 1);
    });
    const { headers = {}, body = '' } = receivedAt('/hook')[0] ?? {};
    expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
    const message = WebhookMessage.parse(JSON.parse(body));
    expect(message).toMatchObject({
      type: 'warta.alert',
      data: { alert: { id: alertId, search: { id, name: 'Korut' } }, event: { kind: 'match' } },
    });
    const [delivery] = await deliveriesOf(id);
    expect(delivery).toMatchObject({ id: headers['webhook-id'], state: 'delivered', attempts: 1 });
    expect(delivery?.log).toMatchObject([{ status: 200 }]);
    await delivering(async () => {
      await alert(await search(['/other']));
      await until('what comes later came', async () => receivedAt('/other').length === 1);
    });
    expect(receivedAt('/hook')).toHaveLength(1);
  });

  it('is tried again under the same id while the receiver fails, and by hand when it was given up', async () => {
    answers.set('/busy', 503);
    const id = await search(['/busy']);
    await alert(id);
    await delivering(async () => {
      await until('it was tried', async () => (await deliveriesOf(id))[0]?.attempts === 1);
      await until('it waits', async () => (await deliveriesOf(id))[0]?.log.length === 1);
    });
    const [failed] = await deliveriesOf(id);
    expect(failed).toMatchObject({ state: 'waiting', log: [{ status: 503 }] });
    const failedAt = Date.parse(failed?.log[0]?.at ?? '');
    expect(Date.parse(failed?.nextAt ?? '')).toBeGreaterThan(failedAt + 1_000);
    expect((await log.webhooks(id))[0]).toMatchObject({ failures: 1, waiting: 1 });

    await dataSource.query(
      `update delivery set tried_since = now() - interval '4 days', next_at = now() where id = $1`,
      [failed?.id],
    );
    await dataSource.query('update webhook set not_before = now() where search_id = $1', [id]);
    await delivering(async () => {
      await until('it is given up', async () => (await deliveriesOf(id))[0]?.state === 'given-up');
    });
    answers.delete('/busy');
    await log.redeliver('desk', failed?.id ?? '');
    await delivering(async () => {
      await until('it came', async () => (await deliveriesOf(id))[0]?.state === 'delivered');
    });
    expect(new Set(receivedAt('/busy').map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await deliveriesOf(id))[0]?.log).toHaveLength(3);
    expect((await log.webhooks(id))[0]).toMatchObject({ failures: 0, waiting: 0 });
  });

  it('is not sent to whom nobody wants any more, who is gone, or who is not public', async () => {
    const unwanted = await search(['/unwanted']);
    answers.set('/gone', 410);
    const gone = await search(['/gone']);
    await alert(unwanted);
    await alert(gone);
    await queue.takeIn();
    await dataSource.query(
      `update saved_search set notify = '{"webhooks":[],"digest":"none"}' where id = $1`,
      [unwanted],
    );
    await delivering(async () => {
      for (const id of [unwanted, gone]) {
        await until(
          'it is given up',
          async () => (await deliveriesOf(id))[0]?.state === 'given-up',
        );
      }
    });
    expect(receivedAt('/unwanted')).toEqual([]);
    expect(await log.webhooks(gone)).toMatchObject([{ gone: true }]);
    await alert(gone);
    await queue.takeIn();
    await delivering(async () => {
      await until('the next one is given up, for what the receiver said', async () => {
        const entries = (await deliveriesOf(gone)).flatMap((delivery) => delivery.log);
        return entries.some(({ error }) => error === 'it has answered that it is gone');
      });
    });
    expect(receivedAt('/gone')).toHaveLength(1);
    const secure = await search(['/plain']);
    await alert(secure);
    await delivering(
      async () => {
        await until('it failed', async () => (await deliveriesOf(secure))[0]?.log.length === 1);
      },
      { schemes: ['https'] },
    );
    expect((await deliveriesOf(secure))[0]?.log[0]?.error).toMatch(/WARTA_EGRESS_SCHEMES/);
  });

  it('tells nothing of a text that was taken down before it was sent', async () => {
    const id = await search(['/late']);
    const alertId = await alert(id, 'Rahasia');
    await queue.takeIn();
    await dataSource.query(
      `update alert_event set withdrawn_at = now(), matched = null, article = article - 'title' where alert_id = $1`,
      [alertId],
    );
    await delivering(async () => {
      await until('it came', async () => receivedAt('/late').length === 1);
    });
    expect(receivedAt('/late')[0]?.body).not.toContain('Rahasia');
    expect(receivedAt('/late')[0]?.body).toContain('withdrawnAt');
  });

  it('is one of a digest when that was asked for, and of a quiet hour there is none', async () => {
    const id = await search(['/digest'], { digest: 'hourly' });
    await search(['/quiet'], { digest: 'daily' });
    await alert(id, 'Satu');
    await alert(id, 'Dua');
    await queue.takeIn();
    // In this hour, and not in its last minute: then it is in the next.
    await dataSource.query(
      `update digest_event set taken_at =
         date_trunc('hour', now() + interval '1 minute') + interval '1 second'`,
    );
    await queue.makeDigests();
    expect(await deliveriesOf(id)).toEqual([]);
    await dataSource.query(`update digest_event set taken_at = now() - interval '90 minutes'`);
    await delivering(async () => {
      await until('it came', async () => receivedAt('/digest').length === 1);
    });
    expect(digestAt('/digest')).toEqual({ events: 2, titles: ['Satu', 'Dua'] });
    await queue.makeDigests();
    expect(await deliveriesOf(id)).toHaveLength(1);
    expect(receivedAt('/quiet')).toEqual([]);
  });

  it('is told exactly once when its search changes between a digest and each at once', async () => {
    const id = await search(['/changed'], { digest: 'daily' });
    const change = (digest: string) =>
      dataSource.query(
        `update saved_search set notify = jsonb_set(notify, '{digest}', to_jsonb($2::text)) where id = $1`,
        [id, digest],
      );
    await alert(id, 'Pertama');
    await queue.takeIn();
    await change('none');
    await delivering(async () => {
      await queue.makeDigests();
      await alert(id, 'Kedua');
      await until('both came', async () => receivedAt('/changed').length === 2);
    });
    expect(digestAt('/changed')).toEqual({ events: 1, titles: ['Pertama'] });
    await change('hourly');
    await alert(id, 'Ketiga');
    await queue.takeIn();
    await dataSource.query(`update digest_event set taken_at = now() - interval '90 minutes'`);
    await delivering(async () => {
      await queue.makeDigests();
      await until('the third came', async () => receivedAt('/changed').length === 3);
    });
    const said = receivedAt('/changed')
      .map(({ body }) => body)
      .join(' ');
    for (const title of ['Pertama', 'Kedua', 'Ketiga']) expect(said.split(title)).toHaveLength(2);
  });

  it('waits for no other receiver, however slow that one is and however much waits for it', async () => {
    const slow = await search(['/slow']);
    for (let made = 0; made < 30; made += 1) await alert(slow);
    const quick = await search(['/quick']);
    await alert(quick);
    await delivering(async () => {
      await until('the quick one has it', async () => receivedAt('/quick').length === 1);
      expect(receivedAt('/slow').length).toBeLessThanOrEqual(2);
      release();
    });
  });

  it('is given up after three days however seldom it was tried, and newer ones take its place', async () => {
    answers.set('/dead', 500);
    const id = await search(['/dead']);
    for (let made = 0; made < 5; made += 1) await alert(id);
    await queue.takeIn();
    await dataSource.query(`update delivery set tried_since = now() - interval '73 hours'`);
    await queue.giveUpOld();
    const [, ...rest] = await deliveriesOf(id);
    expect(new Set(rest.map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(
      new Set(['given-up 0']),
    );
    expect(rest[0]?.log[0]?.error).toMatch(/three days/);
  });

  it('is sent again when somebody asks for it while its last try is under way', async () => {
    const id = await search(['/asked']);
    await alert(id);
    await queue.takeIn();
    const claimed = await queue.claim(100);
    const last = claimed.find((one) => one.search_id === id);
    const { id: deliveryId = '', webhook_id: webhookId = '', claim = '' } = last ?? {};
    await log.redeliver('desk', deliveryId);
    const entry = { at: new Date().toISOString(), ms: 1, error: 'it answered 500' };
    const ended = { state: 'given-up' as const, receiverWaitMs: 0, isGone: false };
    await queue.record({ id: deliveryId, webhookId, claim, entry, ...ended });
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'waiting', log: [entry] }]);
  });

  it('is made once although two processes look, and is seen by its team alone, a page at a time', async () => {
    const id = await search(['/both'], { team: 'other-desk' });
    for (let made = 0; made < 12; made += 1) await alert(id);
    const other = new DeliverAlerts({
      queue: new DeliveryQueue(dataSource, sealer),
      sealer,
      egress: new Egress({ schemes: ['http'], allow: AllowList.of('127.0.0.1') }),
      logger: platform.logger,
      metrics: new Registry(),
    });
    other.start();
    await delivering(async () => {
      await until('all came', async () => receivedAt('/both').length >= 12);
    });
    await other.stop();
    expect(receivedAt('/both')).toHaveLength(12);
    expect((await log.list('desk', { search: id, size: 100 })).data).toEqual([]);
    const [one] = await deliveriesOf(id);
    expect(await log.redeliver('desk', one?.id ?? '')).toBeUndefined();
    const first = await log.list('other-desk', { size: 10 });
    const { next = '' } = first;
    const second = await log.list('other-desk', { size: 10, cursor: next });
    const ids = [...first.data, ...second.data].map((delivery) => delivery.id);
    expect(new Set(ids).size).toBe(12);
    await expect(log.list('desk', { size: 10, cursor: 'x' })).rejects.toThrow(/next/);
  });
});
