import { setTimeout as sleep } from 'node:timers/promises';
import {
  AlertPage,
  AlertThread,
  BackTest,
  SavedSearch,
  SavedSearchList,
  StreamedAlert,
} from '@warta/contracts';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { z } from 'zod';
import { eventLines, reasonLines, titleOf } from './alert-lines.ts';
import { CliError, exitCodes } from './cli-error.ts';
import { connect, type ConnectionOptions } from './connection.ts';
import type { DevSettings } from './dev-settings.ts';
import { dim, yellow } from './progress.ts';
import { type SearchOptions, queryOf } from './search-command.ts';
import { BusyError } from './service-error.ts';
import { heading, printable, table } from './table.ts';
import type { WartaClient } from './warta-client.ts';

type Options = ConnectionOptions & { json?: boolean };

/** Threads of alerts, those in which something happened last first. */
export async function listAlerts(
  settings: DevSettings,
  options: Options & { search?: string; size?: string; cursor?: string },
): Promise<void> {
  const client = connect(settings, options);
  const { size, cursor } = options;
  const search = options.search && (await searchCalled(client, options.search)).id;
  const page = await client.ask(AlertPage, '/v1/alerts', { search, size, cursor });
  if (options.json) return console.log(JSON.stringify(page, null, 2));
  for (const alert of page.data) {
    const { first, articles } = alert;
    console.log(heading(titleOf(first)));
    const copies = articles > 1 ? `${articles} articles` : '';
    const facts = [alert.search.name, alert.changedAt, copies, alert.id];
    console.log(`  ${dim(facts.filter(Boolean).map(printable).join('  '))}`);
    for (const line of reasonLines(first)) console.log(line);
  }
  if (page.data.length === 0) console.log('No alerts.');
  if (page.next) console.log(`\nmore: --cursor ${page.next}`);
}

export async function showAlert(
  settings: DevSettings,
  id: string,
  options: Options,
): Promise<void> {
  const path = `/v1/alerts/${encodeURIComponent(id)}`;
  const thread = await connect(settings, options).ask(AlertThread, path);
  if (options.json) return console.log(JSON.stringify(thread, null, 2));
  console.log(heading(printable(thread.search.name)));
  for (const event of thread.data) console.log(eventLines(event).join('\n'));
}

/** Alerts as they come, from now on or behind an event, until Ctrl-C; goes on where a stream ended. */
export async function followAlerts(
  settings: DevSettings,
  options: Options & { search?: string; after?: string },
): Promise<void> {
  const client = connect(settings, options);
  const search = options.search && (await searchCalled(client, options.search)).id;
  let lastEventId = options.after;
  for (;;) {
    // The first time nobody is there is told; later ones are a service that starts again.
    const body = await client.stream('/v1/alerts/stream', { search, lastEventId });
    console.error(dim('  waiting for alerts; Ctrl-C ends it'));
    try {
      for await (const { data, id, event } of eventsOf(body)) {
        if (event === 'ended') throw searchDeleted(options.search);
        lastEventId = id ?? lastEventId;
        tell(data, lastEventId, options.json === true);
      }
    } catch (error) {
      if (error instanceof CliError) throw error;
    }
    console.error(dim(`  the stream ended; going on behind ${lastEventId ?? 'now'}`));
    await sleep(RECONNECT_AFTER_MS);
    await tryAgain(() => client.ask(SavedSearchList, '/v1/searches'));
  }
}

function searchDeleted(search: string | undefined): CliError {
  const text = `The saved search "${search ?? ''}" was deleted: nothing more comes.`;
  return new CliError(text, exitCodes.notFound);
}

/** As the service asks for it (retry:). */
const RECONNECT_AFTER_MS = 2_000;

/** Until the service is there again; what it refuses for good is told. */
async function tryAgain(ask: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (!(error instanceof BusyError)) throw error;
      await sleep(RECONNECT_AFTER_MS);
    }
  }
}

function eventsOf(body: ReadableStream<Uint8Array>) {
  return body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
}

function tell(data: string, id: string | undefined, asJson: boolean): void {
  if (asJson) {
    console.log(data);
    return;
  }
  const { alert, event } = StreamedAlert.parse(JSON.parse(data));
  console.log(heading(`${printable(alert.search.name)}  ${dim(`--after ${id ?? ''}`)}`));
  console.log(eventLines(event).join('\n'));
}

export async function listSearches(settings: DevSettings, options: Options): Promise<void> {
  const { data, limit } = await connect(settings, options).ask(SavedSearchList, '/v1/searches');
  if (options.json) return console.log(JSON.stringify(data, null, 2));
  const rows = data.map(({ id, name, q, paused, alerts, trouble, team }) => [
    printable(name),
    printable(q ?? ''),
    paused ? 'paused' : trouble ? 'in trouble' : 'active',
    String(alerts.total),
    alerts.lastAt?.slice(0, 16).replace('T', ' ') ?? '',
    team,
    id,
  ]);
  console.log(table(['search', 'query', 'state', 'alerts', 'last', 'team', 'id'], rows));
  for (const { name, trouble } of data) {
    if (trouble) console.log(yellow(`${printable(name)}: ${printable(trouble.reason)}`));
  }
  console.log(dim(`  ${data.length} of ${limit}`));
}

/** What a search would have found in the last 30 days. */
export async function backTest(
  settings: DevSettings,
  words: string[],
  options: SearchOptions,
): Promise<void> {
  const { q, ...filters } = queryOf(words, options);
  const client = connect(settings, options);
  const path = '/v1/searches/back-test';
  const test = await client.change(BackTest, { method: 'POST', path, body: { q, filters } });
  if (options.json) return console.log(JSON.stringify(test, null, 2));
  const { articles, stories, ofArticles, alertsPerDay, busiestHour, samples, warnings } = test;
  console.log(
    `${articles} of ${ofArticles} articles, ${test.storiesExact ? '' : 'about '}${stories} without ` +
      `copies: ${alertsPerDay.toFixed(1)} alerts a day`,
  );
  if (busiestHour)
    console.log(`  busiest hour: ${busiestHour.from}, ${busiestHour.articles} articles`);
  for (const { title, id, feed } of samples) {
    console.log(`  ${printable(title ?? id)}  ${dim(feed)}`);
  }
  for (const { message } of warnings) console.log(yellow(printable(message)));
}

/** Saves a search; from then on what is pushed and matches makes alerts. */
export async function saveSearch(
  settings: DevSettings,
  name: string,
  words: string[],
  options: SearchOptions & { webhook?: string[]; digest?: string },
): Promise<void> {
  const { q, ...filters } = queryOf(words, options);
  const webhooks = (options.webhook ?? []).map((url) => ({ url }));
  const notify = { webhooks, digest: options.digest ?? 'none' };
  const body = { name, q, filters, notify };
  const client = connect(settings, options);
  const saved = await client.change(SavedSearch, { method: 'POST', path: '/v1/searches', body });
  if (options.json) return console.log(JSON.stringify(saved, null, 2));
  console.log(saved.id);
  if (webhooks.length === 0) return;
  // Beside the id, which programs read.
  console.error(
    dim(`  its receivers, their secrets and a test: ./warta alerts webhooks ${saved.id}`),
  );
}

/** @param paused whether it makes no alerts for now. */
export async function pauseSearch(
  settings: DevSettings,
  asked: string,
  paused: boolean,
  options: Options,
): Promise<void> {
  const client = connect(settings, options);
  const { id, version, name, q, filters, notify } = await searchCalled(client, asked);
  const body = { name, q, filters, notify, paused };
  const path = `/v1/searches/${id}`;
  const saved = await client.change(SavedSearch, { method: 'PUT', path, body, version });
  const state = paused ? 'paused' : 'active';
  console.log(options.json ? JSON.stringify(saved, null, 2) : `${printable(name)} is ${state}.`);
}

export async function deleteSearch(
  settings: DevSettings,
  asked: string,
  options: Options,
): Promise<void> {
  const client = connect(settings, options);
  const { id, version, name } = await searchCalled(client, asked);
  await client.change(z.unknown(), { method: 'DELETE', path: `/v1/searches/${id}`, version });
  console.log(options.json ? JSON.stringify({ deleted: id }) : `${printable(name)} is deleted.`);
}

/** By its id or its name. */
export async function searchCalled(client: WartaClient, asked: string): Promise<SavedSearch> {
  const { data } = await client.ask(SavedSearchList, '/v1/searches');
  const named = data.filter(({ id, name }) => id === asked || name === asked);
  const [found] = named;
  if (found === undefined) {
    throw new CliError(
      `There is no saved search "${asked}". See: ./warta alerts searches`,
      exitCodes.notFound,
    );
  }
  if (named.length > 1) {
    throw new CliError(
      `${named.length} searches are called "${asked}": give an id.`,
      exitCodes.usage,
    );
  }
  return found;
}
