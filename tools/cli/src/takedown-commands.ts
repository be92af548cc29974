import { randomUUID } from 'node:crypto';
import { FeedName, type PushAccepted, TakedownQuery } from '@warta/contracts';
import type { Command } from 'commander';
import { CliError, exitCodes } from './cli-error.ts';
import { connect, type ConnectionOptions } from './connection.ts';
import type { DevSettings } from './dev-settings.ts';
import { feedSecret, type SecretOptions } from './feed-secret.ts';
import { dim } from './progress.ts';
import { linesOf, waitForReceipts } from './receipt-command.ts';
import { TryAgain } from './try-again.ts';
import type { NamedArticle, WartaClient } from './warta-client.ts';

interface TakedownOptions extends ConnectionOptions, NamedArticle, SecretOptions {
  json?: boolean;
  wait?: boolean;
}

/** `./warta takedown` and `./warta restore`. @param connected adds which Warta to talk to. */
export function addTakedownCommands(
  program: Command,
  settings: DevSettings,
  connected: (command: Command) => Command,
): void {
  const ofArticle = (command: Command) =>
    connected(command)
      .option('--id <id>', 'of the article, as it was pushed')
      .option('--url <url>', 'of the article, when it was pushed without an id')
      .option('--reason <reason>', 'kept with it')
      .option('--wait', 'until it is done');
  ofArticle(program.command('takedown <feed>'))
    .description('take an article down: its text leaves all answers, no later push brings it back')
    .option(
      '--secret-file <file>',
      'signs with the secret in it; also WARTA_FEED_SECRET; - reads it',
    )
    .addHelpText('after', '\nExample:\n  ./warta takedown contoh --id kim-putin-pesan --wait')
    .action((feed, options) => takedown(settings, feed, options));
  ofArticle(program.command('restore <feed>'))
    .description('lift a takedown, as an admin: the article comes back with the next push of it')
    .addHelpText('after', '\nExample:\n  ./warta restore contoh --id kim-putin-pesan')
    .action((feed, options) => restore(settings, feed, options));
}

async function takedown(settings: DevSettings, feed: string, options: TakedownOptions) {
  const article = articleOf(feed, options);
  const client = connect(settings, options, 'user', await feedSecret(options));
  const id = randomUUID();
  const taken = await new TryAgain().send(() => client.takeDown(feed, article, id));
  await tell(client, taken, options);
}

async function restore(settings: DevSettings, feed: string, options: TakedownOptions) {
  const article = articleOf(feed, options);
  const client = connect(settings, options, 'admin');
  await tell(client, await client.restore(feed, article), options);
}

/** @throws CliError unless exactly one article of a feed is named. */
function articleOf(feed: string, { id, url, reason }: TakedownOptions): NamedArticle {
  const { error: feedError } = FeedName.safeParse(feed);
  const given = Object.entries({ id, url, reason }).filter(([, value]) => value !== undefined);
  const { data, error } = TakedownQuery.safeParse(Object.fromEntries(given));
  if (feedError === undefined && data !== undefined) return data;
  const said = feedError ? `"${feed}" ${feedError.issues[0]?.message}` : error?.issues[0]?.message;
  throw new CliError(`Name one article by --id or --url: ${said}`, exitCodes.usage);
}

async function tell(client: WartaClient, accepted: PushAccepted, options: TakedownOptions) {
  const { receipt } = accepted;
  if (!options.wait || receipt === undefined) {
    const lines = [`${accepted.status}  ${accepted.id}`];
    if (receipt !== undefined) lines.push(dim(`receipt  ${receipt}`));
    console.log(options.json ? JSON.stringify(accepted) : lines.join('\n'));
    return;
  }
  const [view] = await waitForReceipts(client, [receipt]);
  if (view === undefined) return;
  console.log(options.json ? JSON.stringify(view) : linesOf(view).join('\n'));
  if (['dead-lettered', 'unknown'].includes(view.state)) process.exitCode = exitCodes.refused;
}
