import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { FeedName, type ItemAnswer, type ItemOutcome, type ItemsAnswer } from '@warta/contracts';
import { CliError, exitCodes } from './cli-error.ts';
import { connect, type ConnectionOptions } from './connection.ts';
import type { DevSettings } from './dev-settings.ts';
import { dim, green, Progress, red } from './progress.ts';
import { countsOf, linesOf, timesOf, waitForReceipts } from './receipt-command.ts';
import { type PushPart, partsOf, sourcesOf } from './push-source.ts';
import { printable } from './table.ts';
import { BusyError, type WartaClient } from './warta-client.ts';

/** Requests under way at a time: enough to keep the ingestor busy, within its limits. */
const CONCURRENCY = 4;
/** With the waits between them some two minutes; a server that is away longer is a person's job. */
const TRIES_MAX = 8;
const WAIT_FIRST_MS = 500;
const WAIT_MAX_MS = 30_000;
/** Refusals that are listed; all of them are in --json. */
const LISTED_MAX = 20;

export interface PushOptions extends ConnectionOptions {
  feed?: string;
  type?: string;
  json?: boolean;
  /** Until everything is searchable, or why it will not be. */
  wait?: boolean;
}

/** What became of one document. */
export type PushedPart = { name: string } & (
  { answer: ItemsAnswer } | { refusal: string; items?: undefined }
);

/** Pushes files of any format, folders of them, addresses and standard input; tells what became of each. */
export async function pushCommand(
  settings: DevSettings,
  given: string[],
  options: PushOptions,
): Promise<void> {
  const client = connect(settings, options);
  const sources = given.flatMap(sourcesOf);
  const pushed: PushedPart[] = [];
  const progress = new Progress();
  const label = sources.length === 1 ? (sources[0] ?? '') : `${sources.length} files`;
  await progress.step(label, async (say) => {
    const waiting = sources.entries();
    let done = 0;
    const worker = async () => {
      for (const [, source] of waiting) {
        for (const part of await partsOrRefusal(source, options.type, pushed)) {
          pushed.push(await pushPart(client, part, feedOf(part, options.feed), say));
        }
        done += 1;
        say(`${done} of ${sources.length}, ${summaryOf(pushed)}`);
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  });
  if (options.json) for (const part of pushed) console.log(JSON.stringify(part));
  else report(pushed);
  if (options.wait) await waitUntilSearchable(client, pushed, options);
  if (pushed.some(isRefused)) process.exitCode = exitCodes.refused;
}

async function waitUntilSearchable(
  client: WartaClient,
  pushed: readonly PushedPart[],
  { json = false }: PushOptions,
): Promise<void> {
  const items = pushed.flatMap((part) => ('answer' in part ? part.answer.items : []));
  const views = await waitForReceipts(
    client,
    items.flatMap(({ receipt }) => receipt ?? []),
  );
  if (json) for (const view of views) console.log(JSON.stringify(view));
  const failed = views.filter(({ state }) => state === 'dead-lettered' || state === 'unknown');
  if (failed.length > 0) process.exitCode = exitCodes.refused;
  if (json) return;
  for (const view of failed.slice(0, LISTED_MAX)) console.log(linesOf(view).join('\n'));
  const [only] = views;
  if (views.length === 1 && only !== undefined && failed.length === 0) {
    console.log(linesOf(only).join('\n'));
  } else if (views.length > 0) {
    const times = timesOf(views);
    console.log(`${countsOf(views)}${times === undefined ? '' : dim(`  ${times}`)}`);
  }
}

/** One unreadable file of many costs nothing but itself. */
async function partsOrRefusal(
  source: string,
  contentType: string | undefined,
  pushed: PushedPart[],
): Promise<PushPart[]> {
  try {
    return await partsOf(source, contentType);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    pushed.push({ name: source, refusal: error.message });
    return [];
  }
}

async function pushPart(
  client: WartaClient,
  part: PushPart,
  feed: string,
  say: (detail: string) => void,
): Promise<PushedPart> {
  const { name, bytes, contentType, baseUrl } = part;
  // Of this run: trying again is the same push, pushing the file again later is another one, which
  // may bring back what was restored meanwhile or be read by other settings of the feed.
  const idempotencyKey = randomUUID();
  for (let tries = 1; ; tries += 1) {
    try {
      const document = { bytes, contentType, baseUrl, idempotencyKey };
      return { name, answer: await client.pushItems(feed, document) };
    } catch (error) {
      if (error instanceof BusyError && tries < TRIES_MAX) {
        const waitMs = Math.min(
          error.retryAfterMs ?? WAIT_FIRST_MS * 2 ** (tries - 1),
          WAIT_MAX_MS,
        );
        say(`${error.message}; again in ${Math.ceil(waitMs / 1_000)} s (${tries} of ${TRIES_MAX})`);
        await sleep(waitMs);
      } else if (error instanceof CliError && error.exitCode === exitCodes.refused) {
        return { name, refusal: error.message };
      } else {
        throw error;
      }
    }
  }
}

/** From --feed, else from the articles themselves when they are Warta's JSON and name one. */
function feedOf({ name, bytes }: PushPart, given: string | undefined): string {
  const [, named] = /"feed"\s*:\s*"([^"\\]{1,63})"/.exec(bytes.toString('utf8', 0, 65_536)) ?? [];
  const feed = FeedName.safeParse(given ?? named);
  if (feed.success) return feed.data;
  if (given === undefined) {
    throw new CliError(`Say which feed ${name} is of: --feed <feed>`, exitCodes.usage);
  }
  throw new CliError(`"${given}" is no feed: ${feed.error.issues[0]?.message}`, exitCodes.usage);
}

const outcomes: readonly ItemOutcome[] = [
  'accepted',
  'corrected',
  'unchanged',
  'withdrawn',
  'refused',
];

/** `12 accepted, 1 refused`. A document that could not be read counts as one that was refused. */
export function summaryOf(pushed: readonly PushedPart[]): string {
  const counts = outcomes.map((outcome) => {
    const items = pushed.flatMap((part) => ('answer' in part ? part.answer.items : []));
    const whole = outcome === 'refused' ? pushed.filter((part) => 'refusal' in part).length : 0;
    return { outcome, count: items.filter((item) => item.outcome === outcome).length + whole };
  });
  const shown = counts.filter(({ count }) => count > 0);
  if (shown.length === 0) return 'nothing pushed';
  return shown.map(({ outcome, count }) => `${count} ${outcome}`).join(', ');
}

const isRefused = (part: PushedPart) =>
  'refusal' in part || part.answer.items.some(({ outcome }) => outcome === 'refused');

function report(pushed: readonly PushedPart[]): void {
  const [only] = pushed;
  if (pushed.length === 1 && only && 'answer' in only && only.answer.items.length <= LISTED_MAX) {
    for (const item of only.answer.items) console.log(lineOf(item));
    const [first, ...more] = only.answer.items;
    if (first?.receipt && more.length === 0) console.log(dim(`receipt  ${first.receipt}`));
  }
  const refusals = pushed.filter(isRefused).flatMap(refusalsOf);
  for (const line of refusals.slice(0, LISTED_MAX)) console.log(red(line));
  if (refusals.length > LISTED_MAX) {
    console.log(dim(`and ${refusals.length - LISTED_MAX} more; --json lists all`));
  }
  const formats = new Set(pushed.flatMap((part) => ('answer' in part ? part.answer.format : [])));
  const read = formats.size === 0 ? '' : dim(`  read as ${[...formats].join(', ')}`);
  const summary = summaryOf(pushed);
  console.log(`${refusals.length === 0 ? green(summary) : summary}${read}`);
}

function lineOf({ outcome, id, location, sourceId }: ItemAnswer): string {
  const parts = [outcome, id ?? '', location ?? printable(sourceId ?? '')];
  return parts.filter((part) => part !== '').join('  ');
}

function refusalsOf(part: PushedPart): string[] {
  const name = printable(part.name);
  if ('refusal' in part) return [`${name}: ${printable(part.refusal)}`];
  return part.answer.items
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ pointer, errors = [] }) => {
      const why = errors.map((error) => `${error.pointer} ${error.detail}`).join('; ');
      return `${name} ${printable(pointer)}: ${printable(why)}`;
    });
}
