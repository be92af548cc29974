import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { elasticsearchServer } from './elasticsearch-server.ts';
import { kafkaServer } from './kafka-server.ts';
import { logTail } from './log-tail.ts';
import { postgresServer } from './postgres-server.ts';
import { identifyProcess, sendSignal, withDescendants } from './process-identity.ts';
import { freshLog, giveTo, logDirOf, makeServerFolders } from './server-folders.ts';
import { loopback, type RecipeContext, type ServerRecipe } from './server-recipe.ts';
import { StackError } from './stack-error.ts';
import type { ServerName, StackOptions, StackReport } from './stack-options.ts';
import type { StackServers, ToolCommand } from './stack-servers.ts';
import { StateFolder, type NativeState } from './stack-state.ts';
import { leftoverProcesses, stopProcesses } from './stop-processes.ts';

const pollMs = 200;
/** Between attempts, for remains of a crashed server to go away. */
const retryMs = 500;
/** People want a sign of life while a server takes its time. */
const waitReportMs = 5_000;

/** Filled in when the process we spawned ends, or cannot be spawned at all. */
interface SpawnExit {
  code?: number | null;
  problem?: string;
}

/** Starts the servers as processes of their own session, so that they outlive the starter. */
export class NativeServers implements StackServers {
  readonly watchIntervalMs = 500;
  private readonly options: StackOptions;
  private readonly native: NativeState;
  private readonly folder: StateFolder;
  private readonly report: StackReport;
  private readonly logDir: string;
  private readonly recipes: Record<ServerName, ServerRecipe>;

  constructor(options: StackOptions, native: NativeState, report: StackReport) {
    this.options = options;
    this.native = native;
    this.folder = new StateFolder(options.stateDir);
    this.report = report;
    this.logDir = logDirOf(native);
    const context: RecipeContext = {
      serverDir: native.serverDir,
      logDir: this.logDir,
      javaHome: native.javaHome,
      javaBin: native.javaBin,
      ids: native.account.ids,
    };
    this.recipes = {
      kafka: kafkaServer(options, native.kafkaLibs, context),
      elasticsearch: elasticsearchServer(options, native.elasticsearchHome, context),
      postgres: postgresServer(options, native.postgresHome, context),
    };
  }

  async start(names: readonly ServerName[], signal?: AbortSignal): Promise<Record<string, string>> {
    makeServerFolders(this.native, this.folder.path);
    const versions = await Promise.allSettled(names.map((name) => this.startOne(name, signal)));
    const failed = versions.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return Object.fromEntries(
      names.map((name, n) => {
        const result = versions[n];
        return [name, result?.status === 'fulfilled' ? result.value : ''];
      }),
    );
  }

  async stop(names: readonly ServerName[]): Promise<void> {
    await Promise.all(
      names.map(async (name) => {
        const recipe = this.recipes[name];
        const pids = leftoverProcesses(this.folder.liveProcess(name), recipe);
        if (pids.length > 0) {
          this.report({ step: 'stop', server: name, message: `stopping ${name}` });
          await stopProcesses(pids, recipe, this.report);
        }
        this.folder.forgetProcess(name);
      }),
    );
  }

  kill(name: ServerName, signal: NodeJS.Signals): Promise<void> {
    const live = this.folder.liveProcess(name);
    if (!live) return Promise.reject(new StackError('stack-not-running', `${name} is not running`));
    // Parents first: a Postgres that sees its children die starts new ones.
    for (const pid of withDescendants(live.pid)) sendSignal(pid, signal);
    return Promise.resolve();
  }

  isRunning(name: ServerName): Promise<boolean> {
    return Promise.resolve(this.folder.liveProcess(name) !== undefined);
  }

  probe(name: ServerName): Promise<string> {
    return this.recipes[name].probe();
  }

  wipe(): Promise<void> {
    rmSync(this.native.serverDir, { recursive: true, force: true });
    return Promise.resolve();
  }

  kafkaTool(mainClass: string, parameters: string[]): ToolCommand {
    const classPath = path.join(this.native.kafkaLibs, '*');
    const broker = ['--bootstrap-server', `${loopback}:${this.options.kafkaPort}`];
    return {
      command: this.native.javaBin,
      parameters: ['-Xmx256m', '-cp', classPath, mainClass, ...broker, ...parameters],
    };
  }

  logHint(name: ServerName): string {
    return path.join(this.logDir, `${name}.log`);
  }

  private async startOne(name: ServerName, signal?: AbortSignal): Promise<string> {
    const recipe = this.recipes[name];
    const startedAt = Date.now();
    this.report({ step: 'start', server: name, message: `starting ${name} on ${recipe.port}` });
    await recipe.prepare();
    if (recipe.ownPidFile) rmSync(recipe.ownPidFile, { force: true });
    const home = path.join(this.native.serverDir, name);
    giveTo(home, this.native.account);
    const version = await this.spawnUntilHealthy(recipe, signal);
    if (recipe.ownPidFile) this.recordOwnPid(recipe);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    const message = `${name} ${version} is up after ${seconds} s`;
    this.report({ step: 'ready', server: name, message });
    return version;
  }

  private async spawnUntilHealthy(recipe: ServerRecipe, signal?: AbortSignal): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const exit = this.spawnServer(recipe);
      try {
        return await this.waitUntilHealthy(recipe, exit, signal);
      } catch (error) {
        const hasEnded = exit.code !== undefined;
        if (!hasEnded || attempt >= recipe.startAttemptsMax) throw error;
        await sleep(retryMs);
      }
    }
  }

  private spawnServer(recipe: ServerRecipe): SpawnExit {
    const log = openSync(freshLog(this.logHint(recipe.name)), 'a');
    const child = spawn(recipe.command, recipe.parameters, {
      cwd: recipe.workingDir,
      env: recipe.environment,
      detached: true,
      stdio: ['ignore', log, log],
      ...this.native.account.ids,
    });
    closeSync(log);
    const exit: SpawnExit = {};
    child.once('error', (error) => Object.assign(exit, { code: null, problem: error.message }));
    child.once('exit', (code) => (exit.code = code));
    child.unref();
    if (child.pid !== undefined && identifyProcess(child.pid)) {
      this.folder.recordProcess(recipe.name, child.pid);
    }
    return exit;
  }

  private async waitUntilHealthy(
    recipe: ServerRecipe,
    exit: SpawnExit,
    signal?: AbortSignal,
  ): Promise<string> {
    const { name } = recipe;
    const startedAt = Date.now();
    let reportedAt = startedAt;
    let problem = '';
    while (Date.now() - startedAt < recipe.startTimeoutMs) {
      signal?.throwIfAborted();
      // A launcher that leaves with 0 has done its work.
      const hasFailed = exit.code !== undefined && !(recipe.ownPidFile && exit.code === 0);
      if (hasFailed) throw this.failure(name, exit.problem ?? `${name} ended during its start`);
      try {
        return await recipe.probe();
      } catch (error) {
        problem = error instanceof Error ? error.message || String(error) : String(error);
      }
      if (Date.now() - reportedAt >= waitReportMs) {
        reportedAt = Date.now();
        const seconds = Math.round((reportedAt - startedAt) / 1000);
        const message = `waiting for ${name} since ${seconds} s: ${problem}`;
        this.report({ step: 'wait', server: name, message, transient: true });
      }
      await sleep(pollMs);
    }
    const seconds = recipe.startTimeoutMs / 1000;
    throw this.failure(name, `${name} is not ready after ${seconds} s: ${problem}`);
  }

  private failure(name: ServerName, what: string): StackError {
    const tail = logTail(this.logDir, name);
    return new StackError('server-failed', `${what}. Its log, ${this.logHint(name)}:\n${tail}`);
  }

  private recordOwnPid(recipe: ServerRecipe): void {
    const pid = Number(readFileSync(recipe.ownPidFile ?? '', 'utf8'));
    this.folder.recordProcess(recipe.name, pid);
  }
}
