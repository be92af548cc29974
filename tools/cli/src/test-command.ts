import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { defaultStateDir, devStackOptions, freePorts, stackStatus, wipeStack } from '@warta/stack';
import { CliError } from './cli-error.ts';
import { type DevSettings, projectRoot, serviceNames } from './dev-settings.ts';
import { LocalWarta, stopOrphans } from './local-warta.ts';
import { bold, dim, green, Progress, yellow } from './progress.ts';
import { buildProject } from './project-build.ts';
import { removeRunRecord, writeRunRecord } from './run-record.ts';
import { addressesOf } from './start-command.ts';
import { countedCommand, type PartResult, runJest } from './test-parts.ts';

const NX = join(projectRoot, 'node_modules/nx/dist/bin/nx.js');
const TSC = join(projectRoot, 'node_modules/typescript/bin/tsc');
const DOCS = join(projectRoot, 'tools/docs/src/generate.ts');
const PRETTIER = join(projectRoot, 'node_modules/prettier/bin/prettier.cjs');

/** What `./warta test` can be asked for, in the order it runs them. */
export const testParts = ['lint', 'format', 'types', 'docs', 'unit', 'integration', 'e2e'] as const;
type TestPart = (typeof testParts)[number];

/**
 * `npm test`: lint, types, format and unit tests, then a whole Warta with servers, data and ports
 * of its own, on which the integration and end-to-end tests run. The last line of standard output
 * is the true total of all parts. Returns false when anything failed.
 */
export async function testCommand(only: string[]): Promise<boolean> {
  const startedAtMs = Date.now();
  const wanted = (part: TestPart) => only.length === 0 || only.includes(part);
  const results: PartResult[] = [];
  const run = async (part: TestPart, work: () => Promise<PartResult>) => {
    if (!wanted(part)) return;
    process.stderr.write(`\n${bold(part)}\n`);
    results.push(await orFailed(part, work));
  };
  await run('lint', () =>
    countedCommand(
      'lint',
      process.execPath,
      [NX, 'run-many', '-t', 'lint', '--outputStyle=static'],
      { ran: /^> nx run \S+:lint/, failed: /^- \S+:lint$/ },
    ),
  );
  await run('format', () => countedCommand('format', process.execPath, [PRETTIER, '--check', '.']));
  for (const project of ['tsconfig.check.json', 'apps/console/tsconfig.json']) {
    await run('types', () => countedCommand('types', process.execPath, [TSC, '-p', project]));
  }
  await run('docs', async () => {
    await buildProject(defaultStateDir('test'));
    return countedCommand('docs', process.execPath, [DOCS, '--check'], {
      ran: /^(✔ up to date|✘ stale)/,
      failed: /^✘ stale/,
    });
  });
  await run('unit', () => runJest('unit', {}));
  if (wanted('integration') || wanted('e2e')) {
    const onServers = await orFailed('the servers', async () => {
      await runOnServers(run);
      return undefined;
    });
    if (onServers) results.push(onServers);
  }
  const total = report(results, startedAtMs);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0;
}

/**
 * What cannot even be started has failed: it is said why, it counts, and the other parts and the
 * total still come.
 */
async function orFailed<T>(part: string, work: () => Promise<T>): Promise<T | PartResult> {
  const startedAtMs = Date.now();
  try {
    return await work();
  } catch (error) {
    const isExpected = error instanceof CliError || (error as Error).name === 'StackError';
    process.stderr.write(`${isExpected ? (error as Error).message : (error as Error).stack}\n`);
    const seconds = Math.round((Date.now() - startedAtMs) / 1000);
    return { part, passed: 0, failed: 1, seconds, leftOut: [] };
  }
}

async function runOnServers(
  run: (part: TestPart, work: () => Promise<PartResult>) => Promise<void>,
): Promise<void> {
  const settings = await testSettings();
  const progress = new Progress();
  process.stderr.write(`\n${bold('a Warta of its own for the tests')} ${dim(settings.stateDir)}\n`);
  await leaveNothingOfLastRun(settings, progress);
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => interruption.abort());
  }
  const warta = await LocalWarta.start(settings, progress, interruption.signal);
  try {
    // Tests run commands on it that want one on this machine, as people do.
    writeRunRecord(settings.stateDir, addressesOf(warta));
    const environment = testEnvironment(warta);
    await run('integration', () => runJest('integration', environment));
    await run('e2e', () => runJest('e2e', environment));
  } finally {
    removeRunRecord(settings.stateDir);
    await progress.step('stopping the test servers', () => warta.stop());
  }
}

/** @throws CliError while another run of this clone is at work on the same folder. */
async function leaveNothingOfLastRun(settings: DevSettings, progress: Progress): Promise<void> {
  const { ownerPid } = await stackStatus(settings.stack);
  if (ownerPid !== undefined) {
    throw new CliError(
      `Tests on servers run in this clone already (process ${ownerPid}). Wait for them, or use another clone.`,
    );
  }
  // While their pid files are still there to find them by.
  await stopOrphans(settings, progress);
  await wipeStack(settings.stack, () => undefined);
  rmSync(settings.stateDir, { recursive: true, force: true });
}

/** What tests on the servers need to know; each takes its own topics, schemas and indices there. */
function testEnvironment(warta: LocalWarta): Record<string, string> {
  const { stack, settings } = warta;
  const { user, password, host, port, database } = stack.postgres;
  return {
    WARTA_TEST_KAFKA_BROKERS: stack.kafkaBrokers.join(','),
    // Native mode only: with Docker, what needs Kafka's Java tools says that it is left out.
    ...(stack.kafkaLibs ? { WARTA_TEST_KAFKA_LIBS: stack.kafkaLibs } : {}),
    ...(stack.javaBin ? { WARTA_TEST_JAVA: stack.javaBin } : {}),
    WARTA_TEST_ELASTICSEARCH_URL: stack.elasticsearchUrl,
    WARTA_TEST_POSTGRES_URL: `postgres://${user}:${password}@${host}:${port}/${database}`,
    WARTA_TEST_INGESTOR_URL: warta.url('ingestor'),
    WARTA_TEST_SEARCH_URL: warta.url('search'),
    WARTA_TEST_ENRICHER_URL: warta.url('enricher'),
    WARTA_TEST_OPS_URLS: serviceNames.map((name) => warta.url(name, 'ops')).join(','),
    WARTA_TEST_ADMIN_KEY: warta.adminKey.key,
    WARTA_TEST_STATE_DIR: settings.stateDir,
  };
}

/** Beside a running `npm start`: another state folder, free ports, nothing shared. */
async function testSettings(): Promise<DevSettings> {
  const stateDir = defaultStateDir('test');
  mkdirSync(stateDir, { recursive: true });
  const ports = await freePorts(10);
  const port = () => ports.pop() ?? 0;
  return {
    stateDir,
    prefix: '',
    // Receivers of alerts in the tests are on this machine.
    extra: { WARTA_EGRESS_ALLOW: '127.0.0.1', WARTA_EGRESS_SCHEMES: 'https,http' },
    stack: {
      ...devStackOptions(),
      name: 'test',
      stateDir,
      kafkaPort: port(),
      kafkaControllerPort: port(),
      elasticsearchPort: port(),
      postgresPort: port(),
    },
    ports: {
      ingestor: { http: port(), ops: port() },
      enricher: { http: port(), ops: port() },
      search: { http: port(), ops: port() },
    },
  };
}

function report(results: PartResult[], startedAtMs: number): { passed: number; failed: number } {
  process.stderr.write('\n');
  for (const { part, passed, failed, seconds } of results) {
    const mark = failed === 0 ? green('✓') : yellow('✗');
    process.stderr.write(
      `  ${mark} ${part.padEnd(12)} ${passed} passed, ${failed} failed ${dim(`${seconds} s`)}\n`,
    );
  }
  for (const line of new Set(results.flatMap((result) => result.leftOut))) {
    process.stderr.write(`  left out: ${line}\n`);
  }
  process.stderr.write(`  ${dim(`${Math.round((Date.now() - startedAtMs) / 1000)} s in all`)}\n\n`);
  return {
    passed: results.reduce((sum, result) => sum + result.passed, 0),
    failed: results.reduce((sum, result) => sum + result.failed, 0),
  };
}
