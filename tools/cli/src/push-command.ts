import { randomUUID } from 'node:crypto';
import { DOCUMENT_BYTES_MAX, FeedName } from '@warta/contracts';
import { CliError, exitCodes } from './cli-error.ts';
import { connect, type ConnectionOptions } from './connection.ts';
import type { DevSettings } from './dev-settings.ts';
import { feedSecret, type SecretOptions } from './feed-secret.ts';
import { dim, Progress } from './progress.ts';
import { exitCodeOf, LISTED_MAX, type PushedPart, report, summaryOf } from './push-report.ts';
import { type PushPart, partsOf, sourcesOf } from './push-source.ts';
import { countsOf, linesOf, timesOf, waitForReceipts } from './receipt-command.ts';
import { BusyError } from './service-error.ts';
import { TryAgain } from './try-again.ts';
import type { WartaClient } from './warta-client.ts';

/** Requests under way at a time: enough to keep the ingestor busy, within its limits. */
const CONCURRENCY = 4;

export interface PushOptions extends ConnectionOptions, SecretOptions {
  feed?: string;
  type?: string;
  json?: boolean;
  /** Until everything is searchable, or why it will not be. */
  wait?: boolean;
}

/**
 * Pushes files of any format, folders of them, addresses and standard input; tells what became of
 * each, also of those before an error that ends it.
 */
export async function pushCommand(
  settings: DevSettings,
  given: string[],
  options: PushOptions,
): Promise<void> {
  if (options.feed !== undefined) requireFeedName(options.feed);
  if (given.includes('-') && options.secretFile === '-') {
    throw new CliError('Standard input cannot be both document and secret.', exitCodes.usage);
  }
  const sources = given.flatMap(sourcesOf);
  const client = connect(settings, options, 'user', await feedSecret(options));
  const run = new PushRun(client, options);
  let failure: unknown;
  const label = sources.length === 1 ? (sources[0] ?? '') : `${sources.length} files`;
  try {
    await new Progress().step(label, (say) => run.push(sources, say));
  } catch (error) {
    failure = error;
  }
  const { pushed } = run;
  if (options.json) for (const part of pushed) console.log(JSON.stringify(part));
  else if (pushed.length > 0 || failure === undefined) report(pushed);
  if (failure !== undefined) {
    const left = sources.length - run.done;
    if (sources.length > 1) console.error(`${left} of ${sources.length} files were not pushed.`);
    throw failure;
  }
  process.exitCode = exitCodeOf(pushed);
  if (options.wait) await waitUntilSearchable(client, pushed, options);
}

/** One call of the command: what it has done so far is there whatever happens. */
class PushRun {
  /** Of each source, by its place among them: answers come in any order, and are told in this one. */
  readonly #bySource: PushedPart[][] = [];
  /** Files of which every part was answered, or will never be. */
  done = 0;
  readonly #client: WartaClient;
  readonly #options: PushOptions;
  readonly #tryAgain = new TryAgain();
  readonly #stop = new AbortController();

  constructor(client: WartaClient, options: PushOptions) {
    this.#client = client;
    this.#options = options;
  }

  /** In the order of the sources, however their answers came. */
  get pushed(): PushedPart[] {
    return this.#bySource.flat();
  }

  /** @throws what ends it all: nobody is there, or a bug. Others have finished what they began. */
  async push(sources: readonly string[], say: (detail: string) => void): Promise<void> {
    const waiting = sources.entries();
    const { signal } = this.#stop;
    const worker = async () => {
      for (const [at, source] of waiting) {
        const pushed: PushedPart[] = [];
        this.#bySource[at] = pushed;
        for (const part of await this.#partsOf(source, pushed)) {
          if (signal.aborted) return;
          pushed.push(await this.#pushPart(part, say));
        }
        this.done += 1;
        say(`${this.done} of ${sources.length}, ${summaryOf(this.pushed)}`);
        if (signal.aborted) return;
      }
    };
    // The first one is the cause: it ends the waiting of the others.
    const stopped = (error: unknown) => this.#stop.abort(error);
    await Promise.all(Array.from({ length: CONCURRENCY }, () => worker().catch(stopped)));
    if (signal.aborted) throw signal.reason;
  }

  /** One unreadable file of many costs nothing but itself. */
  async #partsOf(source: string, pushed: PushedPart[]): Promise<PushPart[]> {
    try {
      return await partsOf(source, this.#options.type);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      pushed.push({ name: source, refusal: error.message, exitCode: error.exitCode });
      return [];
    }
  }

  async #pushPart(part: PushPart, say: (detail: string) => void): Promise<PushedPart> {
    const { name, bytes, contentType, baseUrl } = part;
    // Of this run: trying again is the same push, pushing the file again later is another one, which
    // may bring back what was restored meanwhile or be read by other settings of the feed.
    const document = { bytes, contentType, baseUrl, id: randomUUID() };
    try {
      requireSendable(part);
      const feed = feedOf(part, this.#options.feed);
      const send = () => this.#client.pushItems(feed, document);
      return { name, answer: await this.#tryAgain.send(send, say, this.#stop.signal) };
    } catch (error) {
      const isOfThisOne = error instanceof CliError && error.exitCode !== exitCodes.failed;
      if (!isOfThisOne || error instanceof BusyError) throw error;
      return { name, refusal: error.message, exitCode: error.exitCode };
    }
  }
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

/** @throws CliError: the ingestor would cut the connection in the middle, and could not say why. */
function requireSendable({ bytes: { length } }: PushPart): void {
  if (length <= DOCUMENT_BYTES_MAX) return;
  throw new CliError(
    `${length} bytes are more than one request takes, ${DOCUMENT_BYTES_MAX}; only between the ` +
      'articles of JSON and NDJSON is a file cut into several',
    exitCodes.refused,
  );
}

/** From --feed, else from the articles themselves when they are Warta's JSON and name one. */
function feedOf({ bytes }: PushPart, given: string | undefined): string {
  if (given !== undefined) return given;
  const [, named] = /"feed"\s*:\s*"([^"\\]{1,63})"/.exec(bytes.toString('utf8', 0, 65_536)) ?? [];
  const feed = FeedName.safeParse(named);
  if (feed.success) return feed.data;
  throw new CliError('say which feed it is of: --feed <feed>', exitCodes.usage);
}

function requireFeedName(given: string): void {
  const { error } = FeedName.safeParse(given);
  if (error === undefined) return;
  throw new CliError(`"${given}" is no feed: ${error.issues[0]?.message}`, exitCodes.usage);
}
