import { CliError, exitCodes } from './cli-error.ts';
import { type DevSettings, serviceNames, urlOf } from './dev-settings.ts';
import { LocalWarta } from './local-warta.ts';
import { demoKey } from './demo-key.ts';
import { bold, dim, Progress } from './progress.ts';
import { readRunRecord, removeRunRecord, type RunRecord, writeRunRecord } from './run-record.ts';
import { runSample, SAMPLE_QUERY, SampleJournal } from './sample-article.ts';
import { sampleReport } from './sample-report.ts';
import { heading, table } from './table.ts';
import { WartaClient } from './warta-client.ts';

/** The source id of the sample in a plain start: pushed again, it is the same article. */
const SAMPLE_ID = 'kim-putin-pesan';

interface StartOptions {
  once: boolean;
  sample: boolean;
}

/**
 * `npm start`: everything up, the sample through the front door, then in the foreground until
 * Ctrl-C. With `once` it ends after the sample; a Warta that already runs is used and left running.
 */
export async function startCommand(settings: DevSettings, options: StartOptions): Promise<void> {
  const running = readRunRecord(settings.stateDir);
  if (running && !options.once) {
    throw new CliError(
      `Warta already runs (process ${running.supervisor.pid}). See ./warta status; end it with ./warta down.`,
    );
  }
  const progress = new Progress();
  if (running) return showSample(settings, running, progress, options);
  const interruption = new AbortController();
  const interrupted = untilInterrupted().then(() => interruption.abort());
  let warta: LocalWarta;
  try {
    warta = await LocalWarta.start(settings, progress, interruption.signal);
  } catch (error) {
    if (interruption.signal.aborted) return endedEarly(options);
    throw error;
  }
  try {
    const record = writeRunRecord(settings.stateDir, addressesOf(warta));
    if (options.sample) {
      await showSample(settings, record, progress, options, interruption.signal);
    }
    if (!options.once) {
      console.log(`\n${bold('Running.')} Ctrl-C ends it; the data stays for the next start.`);
      await interrupted;
    }
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    endedEarly(options);
  } finally {
    removeRunRecord(settings.stateDir);
    await progress.step('stopping services, then servers', () => warta.stop());
  }
}

/** Ctrl-C is how a plain start ends; a run that was to show the sample has not shown it. */
function endedEarly(options: StartOptions): void {
  if (options.once)
    throw new CliError('Interrupted before the sample was found.', exitCodes.failed);
}

async function showSample(
  settings: DevSettings,
  running: RunRecord,
  progress: Progress,
  options: StartOptions,
  signal?: AbortSignal,
): Promise<void> {
  const key = await demoKey(settings.stateDir, running);
  const client = new WartaClient(running, key);
  const journal = new SampleJournal(settings.stateDir);
  if (options.once) {
    await progress.step('withdrawing the article of the previous run', async (say) => {
      say((await journal.withdrawPrevious(client, signal)) ?? 'there was none');
    });
  }
  const sourceId = options.once ? `${SAMPLE_ID}-${Date.now().toString(36)}` : SAMPLE_ID;
  if (options.once) journal.remember(sourceId);
  const run = await progress.step('pushing the sample article, searching for it', () =>
    runSample(client, sourceId, signal),
  );
  console.log(sampleReport(run, SAMPLE_QUERY));
  console.log(addressReport(settings, key));
}

function addressReport(settings: DevSettings, key: string): string {
  const rows = serviceNames.map((name) => [
    name,
    urlOf(settings, name, 'http'),
    '/docs  /openapi.json',
    `${urlOf(settings, name, 'ops')}/readyz  /metrics`,
  ]);
  return [
    heading('Addresses'),
    table(['service', 'API', 'docs', 'health'], rows),
    heading('In a browser'),
    `  ${urlOf(settings, 'search', 'http')}/  sign in with the key`,
    `\n  key for push, search and annotate: ${bold(key)}`,
    `  ${dim(`try: curl -H "Authorization: Bearer ${key}" "${urlOf(settings, 'search', 'http')}/v1/articles?entity=Korut"`)}`,
  ].join('\n');
}

export function addressesOf(warta: LocalWarta): Omit<RunRecord, 'supervisor'> {
  return {
    ingestorUrl: warta.url('ingestor'),
    searchUrl: warta.url('search'),
    opsUrls: Object.fromEntries(serviceNames.map((name) => [name, warta.url(name, 'ops')])),
    kafkaBrokers: warta.stack.kafkaBrokers,
    startedAt: new Date().toISOString(),
  };
}

/** Resolves at the first Ctrl-C, SIGTERM or SIGHUP; later ones do not cut the ordered stop short. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve());
    }
  });
}
