import { Delivery, DeliveryPage, WebhookList, WebhookSecret } from '@warta/contracts';
import { searchCalled } from './alert-commands.ts';
import { connect, type ConnectionOptions } from './connection.ts';
import type { DevSettings } from './dev-settings.ts';
import { bold } from './progress.ts';
import { printable, table } from './table.ts';

type Options = ConnectionOptions & { json?: boolean };

/** What was sent to receivers, the newest first. */
export async function listDeliveries(
  settings: DevSettings,
  options: Options & { search?: string; state?: string; size?: string; cursor?: string },
): Promise<void> {
  const client = connect(settings, options);
  const { state, size, cursor } = options;
  const search = options.search && (await searchCalled(client, options.search)).id;
  const page = await client.ask(DeliveryPage, '/v1/deliveries', { search, state, size, cursor });
  if (options.json) return console.log(JSON.stringify(page, null, 2));
  const rows = page.data.map(({ id, kind, search: of, webhook, state: is, attempts, log }) => {
    const last = log.at(-1);
    const said = last?.error ?? (last?.status === undefined ? '' : String(last.status));
    return [id, kind, printable(of.name), webhook.url, is, String(attempts), printable(said)];
  });
  console.log(table(['delivery', 'kind', 'search', 'receiver', 'state', 'tries', 'last'], rows));
  if (page.next) console.log(`\nmore: --cursor ${page.next}`);
}

export async function redeliver(
  settings: DevSettings,
  id: string,
  options: Options,
): Promise<void> {
  const path = `/v1/deliveries/${encodeURIComponent(id)}/redeliver`;
  const again = await connect(settings, options).change(Delivery, { method: 'POST', path });
  console.log(options.json ? JSON.stringify(again, null, 2) : `${again.id} is sent again.`);
}

/** The receivers of a search; with `secret` the one secret is made anew, with `test` all are tried. */
export async function listWebhooks(
  settings: DevSettings,
  asked: string,
  options: Options & { secret?: string; test?: boolean },
): Promise<void> {
  const client = connect(settings, options);
  const { id: searchId } = await searchCalled(client, asked);
  const of = `/v1/searches/${searchId}/webhooks`;
  const { data } = await client.ask(WebhookList, of);
  if (options.secret !== undefined) {
    const path = `${of}/${encodeURIComponent(options.secret)}/secret`;
    const { secret } = await client.change(WebhookSecret, { method: 'POST', path });
    const shown = `${bold(secret)}\nShown this once; verifies signatures (Standard Webhooks).`;
    return console.log(options.json ? JSON.stringify({ secret }) : shown);
  }
  if (options.test === true) {
    for (const { id } of data) {
      await client.change(Delivery, { method: 'POST', path: `${of}/${id}/test` });
    }
  }
  if (options.json) return console.log(JSON.stringify(data, null, 2));
  if (options.test === true) {
    console.error(`A test is on its way: ./warta alerts deliveries --search ${searchId}`);
  }
  const rows = data.map(({ id, url, waiting, failures, gone }) => [
    id,
    url,
    String(waiting),
    gone ? 'gone' : failures > 0 ? `${failures} failures in a row` : 'well',
  ]);
  console.log(table(['receiver', 'address', 'waiting', 'state'], rows));
}
