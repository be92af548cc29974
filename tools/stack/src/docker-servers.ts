import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { probeElasticsearch } from './elasticsearch-probe.ts';
import { probeKafka } from './kafka-probe.ts';
import { probePostgres } from './postgres-probe.ts';
import { postgresLogin } from './postgres-server.ts';
import { loopback } from './server-recipe.ts';
import { StackError } from './stack-error.ts';
import {
  portVariables,
  projectRoot,
  stackKey,
  type ServerName,
  type StackOptions,
  type StackReport,
} from './stack-options.ts';
import type { StackServers, ToolCommand } from './stack-servers.ts';

const composeFile = path.join(projectRoot, 'docker-compose.yml');
/** How long `up` waits for the health checks, image downloads aside. */
const upTimeoutSeconds = 180;
/** What a failing compose says at the end is what matters. */
const outputTailChars = 2_000;
const outputBytesMax = 16 * 1024 * 1024;
/** Healthy by compose's checks, the coordinators of a fresh broker may still load for a moment. */
const probeAttemptsMax = 100;
const probeIntervalMs = 300;

/** Runs the servers as services of the project's compose file, one compose project per stack. */
export class DockerServers implements StackServers {
  // Each question starts a client program.
  readonly watchIntervalMs = 3_000;
  private readonly options: StackOptions;
  private readonly report: StackReport;

  constructor(options: StackOptions, report: StackReport) {
    this.options = options;
    this.report = report;
  }

  async start(names: readonly ServerName[], signal?: AbortSignal): Promise<Record<string, string>> {
    const message = `starting ${names.join(', ')} with docker compose (the first time, images load)`;
    this.report({ step: 'start', message });
    const timeout = ['--wait-timeout', String(upTimeoutSeconds)];
    await this.compose(['up', '--detach', '--wait', ...timeout, ...names], signal);
    const versions: [ServerName, string][] = [];
    for (const name of names) {
      const version = await this.probeUntilReady(name, signal);
      this.report({ step: 'ready', server: name, message: `${name} ${version} is up` });
      versions.push([name, version]);
    }
    return Object.fromEntries(versions);
  }

  async stop(names: readonly ServerName[]): Promise<void> {
    const running = await this.runningServices();
    const toStop = names.filter((name) => running.has(name));
    if (toStop.length === 0) return;
    this.report({ step: 'stop', message: `stopping ${toStop.join(', ')}` });
    // A frozen container cannot hear the request to stop.
    await this.compose(['kill', '--signal', 'SIGCONT', ...toStop]);
    await this.compose(['stop', ...toStop]);
  }

  async kill(name: ServerName, signal: NodeJS.Signals): Promise<void> {
    await this.compose(['kill', '--signal', signal, name]);
  }

  async isRunning(name: ServerName): Promise<boolean> {
    return (await this.runningServices()).has(name);
  }

  async probe(name: ServerName): Promise<string> {
    const { kafkaPort, elasticsearchPort, postgresPort } = this.options;
    switch (name) {
      case 'kafka':
        await probeKafka(loopback, kafkaPort);
        return (await this.imageTag(name)) ?? 'unknown';
      case 'elasticsearch':
        return probeElasticsearch(`http://${loopback}:${elasticsearchPort}`);
      case 'postgres':
        return probePostgres({ host: loopback, port: postgresPort, ...postgresLogin });
    }
  }

  async wipe(): Promise<void> {
    await this.compose(['down', '--volumes', '--remove-orphans']);
  }

  kafkaTool(mainClass: string, parameters: string[]): ToolCommand {
    const run = ['exec', '-T', 'kafka', '/opt/kafka/bin/kafka-run-class.sh', mainClass];
    // Inside the container, the listener for the compose network.
    const broker = ['--bootstrap-server', 'localhost:9092'];
    return {
      command: 'docker',
      parameters: [...this.composeParameters(), ...run, ...broker, ...parameters],
    };
  }

  logHint(name: ServerName): string {
    return `docker ${[...this.composeParameters(), 'logs', name].join(' ')}`;
  }

  private async probeUntilReady(name: ServerName, signal?: AbortSignal): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted();
      try {
        return await this.probe(name);
      } catch (cause) {
        if (attempt >= probeAttemptsMax) {
          const message = `${name} is not ready. See: ${this.logHint(name)}`;
          throw new StackError('server-failed', message, { cause });
        }
      }
      await new Promise((resolve) => setTimeout(resolve, probeIntervalMs));
    }
  }

  private async runningServices(): Promise<Set<string>> {
    const output = await this.compose(['ps', '--services', '--filter', 'status=running']);
    return new Set(output.split('\n').map((line) => line.trim()));
  }

  private async imageTag(name: ServerName): Promise<string | undefined> {
    const output = await this.compose(['ps', '--format', '{{.Image}}', name]);
    return output.trim().split(':')[1];
  }

  private composeParameters(): string[] {
    return ['compose', '--project-name', `warta-${stackKey(this.options)}`, '--file', composeFile];
  }

  private async compose(parameters: string[], signal?: AbortSignal): Promise<string> {
    const ports = Object.entries(portVariables).map(([option, variable]) => {
      return [variable, String(this.options[option as keyof typeof portVariables])];
    });
    try {
      const run = promisify(execFile);
      const { stdout } = await run('docker', [...this.composeParameters(), ...parameters], {
        env: { ...process.env, ...(Object.fromEntries(ports) as Record<string, string>) },
        maxBuffer: outputBytesMax,
        signal,
      });
      return stdout;
    } catch (cause) {
      signal?.throwIfAborted();
      const tail = String((cause as { stderr?: string }).stderr ?? cause).slice(-outputTailChars);
      const what = `docker compose ${parameters[0]} failed for stack "${this.options.name}"`;
      throw new StackError('server-failed', `${what}:\n${tail.trim()}`, { cause });
    }
  }
}
