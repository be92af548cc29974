import { chmodSync, chownSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { probePostgres } from './postgres-probe.ts';
import { runProgram } from './run-program.ts';
import { loopback, type RecipeContext, type ServerRecipe } from './server-recipe.ts';
import type { StackOptions } from './stack-options.ts';

/**
 * The stack's administrator, for migrations and tests. Not a secret: the server listens on
 * loopback only and holds nothing but development data.
 */
export const postgresLogin = { user: 'warta', password: 'warta', database: 'warta' } as const;

export function postgresServer(
  options: StackOptions,
  postgresHome: string,
  context: RecipeContext,
): ServerRecipe {
  const home = path.join(context.serverDir, 'postgres');
  const data = path.join(home, 'data');
  const postgres = path.join(postgresHome, 'bin', 'postgres');
  const environment = { ...process.env, HOME: home, LC_ALL: 'C', TZ: 'UTC' };
  const run = { ids: context.ids, cwd: home, env: environment };
  return {
    name: 'postgres',
    port: options.postgresPort,
    async prepare() {
      if (existsSync(data)) return;
      // Made aside and renamed, so that a killed first start leaves no half a cluster.
      const aside = `${data}.making`;
      rmSync(aside, { recursive: true, force: true });
      const passwordFile = path.join(home, 'password');
      writeFileSync(passwordFile, `${postgresLogin.password}\n`);
      chmodSync(passwordFile, 0o600);
      if (context.ids) chownSync(passwordFile, context.ids.uid, context.ids.gid);
      await runProgram(
        path.join(postgresHome, 'bin', 'initdb'),
        [
          `--pgdata=${aside}`,
          `--username=${postgresLogin.user}`,
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
          // The same order and case rules on every system, whatever locales it has.
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--locale=C',
          '--no-instructions',
        ],
        run,
      );
      rmSync(passwordFile);
      const single = ['--single', '-D', aside, 'postgres'];
      const input = `CREATE DATABASE ${postgresLogin.database}\n`;
      await runProgram(postgres, single, { ...run, input });
      await rename(aside, data);
    },
    command: postgres,
    parameters: ['-D', data, ...settings(options.postgresPort)],
    environment,
    workingDir: home,
    // Backends notice the death of their parent only after a moment, and hold its memory.
    startAttemptsMax: 10,
    // "Fast": ends sessions and writes a checkpoint. SIGTERM would wait for clients to leave.
    stopSignal: 'SIGINT',
    stopTimeoutMs: 20_000,
    startTimeoutMs: 90_000,
    probe: () => probePostgres({ host: loopback, port: options.postgresPort, ...postgresLogin }),
  };
}

function settings(port: number): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: loopback,
    // Nobody uses the socket file, whose path may be too long.
    unix_socket_directories: '',
    // Several services, each with a pool, beside several test files, each with another.
    max_connections: 200,
    shared_buffers: '256MB',
    // Fewer checkpoints under load; it is a ceiling, not a reservation.
    max_wal_size: '2GB',
    log_line_prefix: '%m [%p] %q%u@%d ',
  };
  return Object.entries(values).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}
