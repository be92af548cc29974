import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, sendSignal, stackStatus, stopStack, wipeStack } from '@warta/stack';
import { CliError, exitCodes } from './cli-error.ts';
import { type DevSettings, projectRoot, serviceNames, urlOf } from './dev-settings.ts';
import { readiness } from './local-warta.ts';
import { Progress } from './progress.ts';
import { readRunRecord } from './run-record.ts';
import { serviceLogFile, stopOrphan } from './service-process.ts';
import { table } from './table.ts';

/** A first start fetches about 1 GB. */
const UP_DEADLINE_MS = 30 * 60_000;
/** Three services drain for 20 s at most, then three servers stop. */
const DOWN_DEADLINE_MS = 120_000;

/** Starts in the background: the same as `start`, with its output in a log. */
export async function up(settings: DevSettings): Promise<void> {
  if (readRunRecord(settings.stateDir)) {
    console.log('Warta already runs. See: ./warta status');
    return;
  }
  const logFile = join(settings.stateDir, 'logs', 'start.log');
  mkdirSync(join(logFile, '..'), { recursive: true });
  const log = openSync(logFile, 'w');
  const main = join(projectRoot, 'tools/cli/src/main.ts');
  const child = spawn(
    process.execPath,
    ['--conditions=@warta/source', main, 'start', '--no-sample'],
    { detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  let exitCode: number | undefined;
  child.once('exit', (code) => (exitCode = code ?? 1));
  await new Progress().step('starting in the background', async (say) => {
    const deadlineMs = Date.now() + UP_DEADLINE_MS;
    while (!readRunRecord(settings.stateDir)) {
      const lastLine = readFileSync(logFile, 'utf8').trimEnd().split('\n').at(-1) ?? '';
      say(lastLine.trim());
      if (exitCode !== undefined || Date.now() > deadlineMs) {
        throw new CliError(`Start failed: ${lastLine.trim()}\nThe whole output is in ${logFile}.`);
      }
      await sleep(250);
    }
  });
  child.unref();
  await status(settings, {});
}

/** Ends a running start in order; also what a killed one left behind. Data stays. */
export async function down(settings: DevSettings): Promise<void> {
  const progress = new Progress();
  const running = readRunRecord(settings.stateDir);
  await progress.step('stopping services, then servers', async (say) => {
    if (running) {
      sendSignal(running.supervisor.pid, 'SIGTERM');
      const deadlineMs = Date.now() + DOWN_DEADLINE_MS;
      while (isAlive(running.supervisor)) {
        if (Date.now() > deadlineMs) {
          throw new CliError(`Process ${running.supervisor.pid} does not end.`, exitCodes.timeout);
        }
        await sleep(200);
      }
    }
    for (const name of serviceNames) await stopOrphan(settings.stateDir, name);
    await stopStack(settings.stack, (event) => say(event.message));
  });
}

/** Deletes all data of the local Warta, keys included. */
export async function wipe(settings: DevSettings, options: { yes?: boolean }): Promise<void> {
  if (options.yes !== true) {
    throw new CliError(
      `This deletes every article, key and index of the Warta in ${settings.stateDir}. Say it with: ./warta wipe --yes`,
      exitCodes.usage,
    );
  }
  await down(settings);
  await new Progress().step('deleting the data', (say) =>
    wipeStack(settings.stack, (event) => say(event.message)),
  );
  rmSync(settings.stateDir, { recursive: true, force: true });
}

/** What runs, and whether it can do its job. Exit code 3 when something is missing. */
export async function status(settings: DevSettings, options: { json?: boolean }): Promise<void> {
  const running = readRunRecord(settings.stateDir);
  const servers = await stackStatus(settings.stack);
  const services = await Promise.all(
    serviceNames.map(async (name) => {
      const opsUrl = running?.opsUrls[name];
      const found = opsUrl ? await readiness(opsUrl) : { ready: false, reason: 'not running' };
      return { name, url: opsUrl ?? '', ...found };
    }),
  );
  if (options.json) {
    console.log(JSON.stringify({ running: running !== undefined, services, servers }, null, 2));
  } else {
    const rows = [
      ...services.map((each) => [
        each.name,
        each.ready ? 'ready' : 'NOT READY',
        each.ready ? each.url : each.reason,
      ]),
      ...servers.servers.map((each) => [
        each.name,
        each.healthy ? 'ready' : 'NOT READY',
        each.address,
      ]),
    ];
    console.log(table(['part', 'state', 'where'], rows));
    if (running) {
      const annotateUrl = urlOf(settings, 'enricher', 'http');
      console.log(
        `\n  push: ${running.ingestorUrl}   search: ${running.searchUrl}   annotate: ${annotateUrl}`,
      );
    }
  }
  if (services.some((each) => !each.ready)) process.exitCode = exitCodes.notRunning;
}

/** Prints the log of one service, or of all; --follow waits for more like `tail -f`. */
export async function logs(
  settings: DevSettings,
  names: string[],
  options: { follow?: boolean; lines: string },
): Promise<void> {
  const unknown = names.find((name) => !serviceNames.some((known) => known === name));
  if (unknown !== undefined) {
    const there = serviceNames.join(', ');
    throw new CliError(`There is no service ${unknown}. There are: ${there}.`, exitCodes.usage);
  }
  const files = serviceNames
    .filter((name) => names.length === 0 || names.includes(name))
    .map((name) => serviceLogFile(settings.stateDir, name))
    .filter((file) => existsSync(file));
  if (files.length === 0) {
    const message = `There are no logs in ${settings.stateDir} yet. Start Warta with: npm start`;
    throw new CliError(message, exitCodes.notRunning);
  }
  const parameters = ['-n', options.lines, ...(options.follow ? ['-F'] : []), ...files];
  const child = spawn('tail', parameters, { stdio: 'inherit' });
  await new Promise((resolve) => child.once('exit', resolve));
}
