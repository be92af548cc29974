import type { ChangeFeed, FeedReport, FeedView, WebSubView } from '@warta/contracts';
import { CliError, exitCodes } from './cli-error.ts';
import { connect, type ConnectionOptions } from './connection.ts';
import type { DevSettings } from './dev-settings.ts';
import { type SecretOptions, secretOfFile } from './feed-secret.ts';
import { bold, dim, green, yellow } from './progress.ts';
import { ServiceError } from './service-error.ts';
import { printable, table } from './table.ts';
import type { WartaClient } from './warta-client.ts';

type Options = ConnectionOptions & { json?: boolean };

/** What a person may say of a feed on the command line. An empty text takes a setting away. */
export interface FeedSettings {
  title?: string;
  language?: string;
  timeZone?: string;
  section?: string;
  priority?: string;
  junkLine?: string[];
  articlesPerMinute?: string;
}

/** Every feed, how it pushes, and a warning for each that is silent for longer than is usual. */
export async function listFeeds(settings: DevSettings, options: Options): Promise<void> {
  const { feeds, silent, complete } = await connect(settings, options, 'admin').feedReports();
  if (options.json) {
    console.log(JSON.stringify(feeds, null, 2));
    return;
  }
  if (feeds.length === 0) console.log('No feed yet: ./warta feeds register <feed>');
  else console.log(table(headings, feeds.map(rowOf)));
  for (const { feed, silence } of feeds) {
    if (silence) console.log(yellow(`${feed}: ${silence.warning}`));
  }
  if (silent === 0 && feeds.length > 0) console.log(green('none is silent longer than is usual'));
  if (!complete) console.log(dim('and more: only the busiest are listed'));
}

const headings = ['feed', 'state', 'articles', '24 h', '7 days', 'last news', 'a day', 'title'];

function rowOf({ feed, state, articles, lastNewsAt, rhythm, title }: FeedReport): string[] {
  return [
    feed,
    state,
    ...[articles.all, articles.last24Hours, articles.last7Days].map(({ live }) => `${live}`),
    lastNewsAt?.slice(0, 16).replace('T', ' ') ?? 'never',
    rhythm === undefined ? '' : String(Math.round(rhythm.pushesPerDay)),
    printable(title ?? ''),
  ];
}

export async function showFeed(
  settings: DevSettings,
  feed: string,
  options: Options,
): Promise<void> {
  show(await inCommands(feed, connect(settings, options, 'admin').readFeed(feed)), options);
}

export async function registerFeed(
  settings: DevSettings,
  feed: string,
  options: Options & FeedSettings,
): Promise<void> {
  const { title, defaults, junkLines, articlesPerMinute } = changeOf(options);
  const made = connect(settings, options, 'admin').registerFeed({
    feed,
    defaults: defaults ?? {},
    junkLines: junkLines ?? [],
    ...(title ? { title } : {}),
    ...(articlesPerMinute ? { articlesPerMinute } : {}),
  });
  const conflict = `${feed} is registered already. Change it with: ./warta feeds set ${feed}`;
  show(await inCommands(feed, made, { conflict }), options);
}

/** Changes what is named and leaves the rest: also among the defaults, which the API takes whole. */
export async function changeFeed(
  settings: DevSettings,
  feed: string,
  options: Options & FeedSettings,
): Promise<void> {
  const client = connect(settings, options, 'admin');
  const before = await inCommands(feed, client.readFeed(feed));
  show(await client.changeFeed(feed, changeOf(options, before)), options);
}

export async function setFeedState(
  settings: DevSettings,
  feed: string,
  step: 'pause' | 'resume',
  options: Options,
): Promise<void> {
  const client = connect(settings, options, 'admin');
  show(await inCommands(feed, client.setFeedState(feed, step)), options);
}

export async function rotateSecret(
  settings: DevSettings,
  feed: string,
  options: Options & SecretOptions & { overlap: string },
): Promise<void> {
  const overlapHours = numberOf('--overlap', options.overlap);
  const { secretFile } = options;
  // Not WARTA_FEED_SECRET: where pushes are signed with the old one, it would become the new one.
  const given = secretFile === undefined ? {} : { secret: await secretOfFile(secretFile) };
  const client = connect(settings, options, 'admin');
  const tooMany =
    `${feed} has as many secrets as can count at once. End one with: ./warta feeds end-secret ` +
    `${feed} <id>, which ./warta feeds show ${feed} lists; or end all with --overlap 0`;
  // Of a given one it may also be that another feed has it, which the service says well.
  const told = secretFile === undefined ? { conflict: tooMany } : {};
  const made = await inCommands(feed, client.rotateSecret(feed, { overlapHours, ...given }), told);
  if (options.json) {
    console.log(JSON.stringify(made, null, 2));
    return;
  }
  console.log(`${bold(made.secret)}\nShown this once; Warta keeps it sealed.`);
  console.log(
    `Unsigned pushes of ${feed} are refused now. Older secrets end in ${overlapHours} h.`,
  );
}

export async function subscribeFeed(
  settings: DevSettings,
  feed: string,
  topic: string,
  options: Options & { hub?: string },
): Promise<void> {
  const wanted = { topic, ...(options.hub === undefined ? {} : { hub: options.hub }) };
  const client = connect(settings, options, 'admin');
  show(await inCommands(feed, client.subscribeFeed(feed, wanted)), options);
}

export async function unsubscribeFeed(
  settings: DevSettings,
  feed: string,
  options: Options,
): Promise<void> {
  const client = connect(settings, options, 'admin');
  const missing = `${feed} follows nothing.`;
  show(await inCommands(feed, client.unsubscribeFeed(feed), { missing, client }), options);
}

export async function endSecret(
  settings: DevSettings,
  feed: string,
  secretId: string,
  options: Options,
): Promise<void> {
  const client = connect(settings, options, 'admin');
  const missing = `${feed} has no secret ${secretId}; its own: ./warta feeds show ${feed}`;
  show(await inCommands(feed, client.endSecret(feed, secretId), { missing, client }), options);
}

/**
 * The services speak of requests; who works with commands is told which one helps.
 * @param told what 404 and 409 mean here, where it is not that the feed is not registered.
 */
async function inCommands<T>(feed: string, call: Promise<T>, told: Told = {}): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { status } = error;
    if (status === 409 && told.conflict !== undefined) {
      throw new CliError(told.conflict, exitCodes.refused, { cause: error });
    }
    if (status !== 404) throw error;
    // Of a feed that is there, something else is missing.
    if ('missing' in told) await inCommands(feed, told.client.readFeed(feed));
    const unknown = `No feed ${feed} is registered. Register it: ./warta feeds register ${feed}`;
    const message = 'missing' in told ? told.missing : unknown;
    throw new CliError(message, exitCodes.notFound, { cause: error });
  }
}

type Told = { conflict?: string } | { conflict?: string; missing: string; client: WartaClient };

/** @param before whose defaults stay where nothing else is said. */
export function changeOf(options: FeedSettings, before?: Pick<FeedView, 'defaults'>): ChangeFeed {
  const { title, language, timeZone, section, priority, junkLine, articlesPerMinute } = options;
  const named = { language, timeZone, section, priority };
  const given = Object.entries(named).filter(([, value]) => value !== undefined);
  const change: ChangeFeed = {};
  if (title !== undefined) change.title = title === '' ? null : title;
  if (given.length > 0) {
    const all = Object.entries({ ...before?.defaults, ...Object.fromEntries(given) });
    const kept = all.filter(([, value]) => value !== '');
    const defaults = kept.map(([name, value]) =>
      name === 'priority' ? [name, numberOf('--priority', String(value))] : [name, value],
    );
    change.defaults = Object.fromEntries(defaults) as NonNullable<ChangeFeed['defaults']>;
  }
  if (junkLine !== undefined) change.junkLines = junkLine.filter((line) => line !== '');
  if (articlesPerMinute !== undefined) {
    change.articlesPerMinute =
      articlesPerMinute === '' ? null : numberOf('--articles-per-minute', articlesPerMinute);
  }
  return change;
}

function numberOf(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new CliError(`${option} is "${text}": give a number`, exitCodes.usage);
}

function show(view: FeedView, options: Options): void {
  if (options.json) {
    console.log(JSON.stringify(view, null, 2));
    return;
  }
  const { feed, title, state, defaults, junkLines, articlesPerMinute, secrets, webSub } = view;
  const rows: [string, string | undefined][] = [
    ['title', title],
    [
      'defaults',
      Object.entries(defaults)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    ],
    ['junk lines', junkLines.join(' | ')],
    ['articles/min', articlesPerMinute?.toString()],
    [
      'secrets',
      secrets
        .map(({ secretId, expiresAt }) => (expiresAt ? `${secretId} until ${expiresAt}` : secretId))
        .join(', '),
    ],
    ['websub', webSub && webSubLine(webSub)],
    ['changed', `${view.changedAt} by ${view.changedBy}`],
  ];
  console.log(`${bold(feed)}  ${state === 'active' ? green(state) : yellow(state)}`);
  for (const [name, value] of rows) {
    if (value) console.log(`  ${dim(name.padEnd(13))}${printable(value)}`);
  }
}

function webSubLine({ state, topic, hub, reason, leaseUntil, requestedAt }: WebSubView): string {
  const since = leaseUntil === undefined ? `asked ${requestedAt}` : `until ${leaseUntil}`;
  return [`${state} ${topic} at ${hub}`, since, reason].filter(Boolean).join(', ');
}
