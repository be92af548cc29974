import {
  DiscardedPassedOver,
  PassedOverArticles,
  RetriedPassedOver,
  SavedSearch,
} from '@warta/contracts';
import { searchCalled } from './alert-commands.ts';
import { CliError, exitCodes } from './cli-error.ts';
import { connect, type ConnectionOptions } from './connection.ts';
import type { DevSettings } from './dev-settings.ts';
import { dim } from './progress.ts';
import { printable, table } from './table.ts';

type Options = ConnectionOptions & { json?: boolean };

/** Articles that no search could be tried on, with the reason; needs an admin's key. */
export async function listPassedOver(settings: DevSettings, options: Options): Promise<void> {
  const client = connect(settings, options, 'admin');
  const { data, total, limit } = await client.ask(PassedOverArticles, '/v1/alerts/passed-over');
  if (options.json) return console.log(JSON.stringify(data, null, 2));
  const rows = data.map(({ articleId, feed, failedAt, tries, nextAt, reason }) => [
    articleId,
    feed,
    failedAt,
    String(tries),
    nextAt ?? 'when asked',
    printable(reason),
  ]);
  console.log(table(['article', 'feed', 'failed', 'tries', 'again', 'reason'], rows));
  console.log(dim(`  ${total} of at most ${limit}; then matching waits`));
}

/** Matches articles again that were passed over, all of them when none is named; needs an admin's key. */
export async function retryPassedOver(
  settings: DevSettings,
  ids: string[],
  options: Options,
): Promise<void> {
  const body = ids.length === 0 ? {} : { articleIds: ids };
  const path = '/v1/alerts/passed-over/retry';
  const client = connect(settings, options, 'admin');
  const { articles } = await client.change(RetriedPassedOver, { method: 'POST', path, body });
  say(articles, 'matched again', ids, options);
}

/** Gives up articles that were passed over: those named, or all of them; needs an admin's key. */
export async function discardPassedOver(
  settings: DevSettings,
  ids: string[],
  options: Options & { all?: boolean },
): Promise<void> {
  if ((ids.length === 0) === (options.all !== true)) {
    throw new CliError('Name the articles, or give --all.', exitCodes.usage);
  }
  const body = options.all ? { all: true } : { articleIds: ids };
  const path = '/v1/alerts/passed-over/discard';
  const client = connect(settings, options, 'admin');
  const { articles } = await client.change(DiscardedPassedOver, { method: 'POST', path, body });
  say(articles, 'given up', ids, options);
}

function say(articles: number, done: string, ids: readonly string[], { json }: Options): void {
  if (articles === 0 && ids.length > 0) {
    throw new CliError(
      'None of these was passed over. See: ./warta alerts passed-over',
      exitCodes.notFound,
    );
  }
  const what = articles === 1 ? '1 article is' : `${articles} articles are`;
  console.log(json ? JSON.stringify({ articles }) : `${what} ${done}.`);
}

/** Matches what a search missed before its query was changed, or in trouble before a pause. */
export async function catchUpSearch(
  settings: DevSettings,
  asked: string,
  options: Options,
): Promise<void> {
  const client = connect(settings, options);
  const { id } = await searchCalled(client, asked);
  const path = `/v1/searches/${id}/catch-up`;
  const search = await client.change(SavedSearch, { method: 'POST', path });
  if (options.json) return console.log(JSON.stringify(search.missed ?? [], null, 2));
  if (search.missed === undefined) return console.log('It missed nothing.');
  const rows = search.missed.map(({ from, to, pushes, reason, state }) => [
    from,
    to,
    String(pushes),
    reason,
    state,
  ]);
  console.log(table(['from', 'to', 'pushes', 'reason', 'state'], rows));
}
