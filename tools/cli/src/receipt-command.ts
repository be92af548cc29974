import { setTimeout as sleep } from 'node:timers/promises';
import type { ReceiptView } from '@warta/contracts';
import { CliError, exitCodes } from './cli-error.ts';
import { connect, type ConnectionOptions } from './connection.ts';
import type { DevSettings } from './dev-settings.ts';
import { bold, dim, green, Progress, red, yellow } from './progress.ts';
import { printable } from './table.ts';
import { BusyError, NobodyThereError } from './service-error.ts';
import type { WartaClient } from './warta-client.ts';

/** Often enough to tell tenths of seconds, seldom enough to cost nothing. */
const POLL_MS = 250;
/** Receipts asked for at a time. */
const CONCURRENCY = 8;
/** When nothing moves for so long, something is down and a person has to look. */
const UNMOVED_MAX_MS = 120_000;

/** Shows how far a push has come; a whole address of a receipt will do, too. */
export async function receiptCommand(
  settings: DevSettings,
  given: string,
  options: ConnectionOptions & { wait?: boolean; json?: boolean },
): Promise<void> {
  const client = connect(settings, options);
  const receipt = given.replace(/^.*\/v1\/receipts\//, '').trim();
  const view = options.wait
    ? await settledReceipt(client, receipt)
    : await client.readReceipt(receipt);
  console.log(options.json ? JSON.stringify(view, null, 2) : linesOf(view).join('\n'));
  if (view.state === 'dead-lettered' || view.state === 'unknown') {
    process.exitCode = exitCodes.refused;
  }
}

/** Waits until all of them have gone as far as they will, and says where that is. */
export async function waitForReceipts(
  client: WartaClient,
  receipts: readonly string[],
): Promise<ReceiptView[]> {
  const views: ReceiptView[] = [];
  await new Progress().step('searchable', async (say) => {
    const waiting = receipts.values();
    const worker = async () => {
      for (const receipt of waiting) {
        views.push(await settledReceipt(client, receipt));
        say(`${views.length} of ${receipts.length}, ${countsOf(views)}`);
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  });
  return views;
}

async function settledReceipt(client: WartaClient, receipt: string): Promise<ReceiptView> {
  let said = '';
  for (let movedAtMs = performance.now(); ; await sleep(POLL_MS)) {
    const answer = await client.readReceipt(receipt).catch((error: unknown) => {
      if (error instanceof BusyError && !(error instanceof NobodyThereError)) return error;
      throw error;
    });
    if (!(answer instanceof BusyError) && answer.state !== 'waiting') return answer;
    const saying = answer instanceof BusyError ? answer.message : answer.explanation;
    // As long as anything moves, it is only busy.
    if (saying !== said) movedAtMs = performance.now();
    said = saying;
    if (performance.now() - movedAtMs > UNMOVED_MAX_MS) {
      throw new CliError(`It still waits, and nothing moves: ${said}`, exitCodes.timeout);
    }
  }
}

/** `12 indexed, 1 unchanged`. */
export function countsOf(views: readonly ReceiptView[]): string {
  const states = Map.groupBy(views, ({ state }) => state);
  return [...states].map(([state, of]) => `${of.length} ${state}`).join(', ');
}

/** How long pushes took from being accepted to being in the index. */
export function timesOf(views: readonly ReceiptView[]): string | undefined {
  const times = views
    .filter(({ state }) => state === 'indexed')
    .map(({ totalMs }) => totalMs)
    .sort((a, b) => a - b);
  const [median, slowest] = [times[Math.floor(times.length / 2)], times.at(-1)];
  if (median === undefined || slowest === undefined) return undefined;
  return times.length === 1 ? `in ${slowest} ms` : `half in ${median} ms, all in ${slowest} ms`;
}

/** What a person sees of a receipt. */
export function linesOf(view: ReceiptView): string[] {
  const { state, explanation, stages, totalMs, deadLetter, articleId, feed, kind } = view;
  const paint = { indexed: green, 'dead-lettered': red, unknown: red, waiting: yellow }[
    state as string
  ];
  const lines = [
    `${(paint ?? bold)(state)}  ${printable(explanation)}`,
    dim(`${kind} of ${articleId}, feed ${feed}`),
    ...stages.map(({ stage, at, ms }, index) => {
      const spent = index === 0 ? '' : `+${ms} ms`;
      return `  ${stage.padEnd(9)} ${spent.padStart(11)}  ${dim(at)}`;
    }),
    ...(stages.length > 1 ? [`  ${'in all'.padEnd(9)} ${`${totalMs} ms`.padStart(11)}`] : []),
  ];
  if (deadLetter === undefined) return lines;
  const { topic, partition, offset, reason, detail, attempts, failedAt } = deadLetter;
  return [
    ...lines,
    red(`  ${reason}: ${printable(detail)}`),
    dim(
      `  at ${failedAt} after ${attempts} tries; ./warta deadletters show ${topic}/${partition}/${offset}`,
    ),
  ];
}
