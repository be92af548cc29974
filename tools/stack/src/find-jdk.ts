import { execFile } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { isReachable, type ServerAccount } from './server-account.ts';
import { StackError } from './stack-error.ts';

/** Elasticsearch 9 asks for 21. */
export const jdkMajorMin = 21;
/** Elasticsearch loads both at start; a mere JRE lacks the first. */
const modulesNeeded = ['jdk.jdi', 'jdk.incubator.vector'];
/** Listing modules takes a tenth of a second; one that hangs is no JDK we want. */
const askTimeoutMs = 20_000;

export interface Jdk {
  home: string;
  javaBin: string;
  /** As the JDK says it, e.g. "25.0.3". */
  version: string;
}

/**
 * The first full JDK 21+ among WARTA_JAVA_HOME, JAVA_HOME, PATH and the folders where installers
 * put them. Each candidate is asked for its modules rather than believed by its name.
 *
 * @throws StackError `no-jdk` naming what was found instead.
 */
export async function findJdk(
  account: ServerAccount,
  environment: NodeJS.ProcessEnv = process.env,
  installFolders: string[] = usualFolders(),
): Promise<Jdk> {
  const rejected: string[] = [];
  for (const home of candidateHomes(environment, installFolders)) {
    const javaBin = path.join(home, 'bin', 'java');
    if (!isReachable(javaBin, account)) {
      rejected.push(`${home} (the user "${account.name}" cannot reach it)`);
      continue;
    }
    const modules = await listModules(javaBin);
    const version = modules.get('java.base');
    const missing = modulesNeeded.filter((name) => !modules.has(name));
    if (!version) rejected.push(`${home} (does not answer)`);
    else if (Number.parseInt(version, 10) < jdkMajorMin) rejected.push(`${home} (${version})`);
    else if (missing.length > 0) rejected.push(`${home} (${version}, no ${missing.join(', ')})`);
    else return { home, javaBin, version };
  }
  const found = rejected.length > 0 ? `Found only: ${rejected.join('; ')}.` : 'Found no Java.';
  throw new StackError(
    'no-jdk',
    `Kafka and Elasticsearch need a full JDK ${jdkMajorMin} or newer. ${found} Install one ` +
      `(for example Temurin ${jdkMajorMin}) or set WARTA_JAVA_HOME to it; or start a Docker engine.`,
  );
}

/** Java homes in order of preference, each once, existing ones only. */
function candidateHomes(environment: NodeJS.ProcessEnv, installFolders: string[]): string[] {
  const named = [environment['WARTA_JAVA_HOME'], environment['JAVA_HOME']].filter(
    (home): home is string => Boolean(home),
  );
  const onPath = (environment['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, 'java'))
    .filter((java) => existsSync(java))
    .map((java) => path.dirname(path.dirname(realpathSync(java))));
  const installed = installFolders.flatMap(homesIn);
  const homes = [...named, ...onPath, ...installed]
    .filter((home) => existsSync(path.join(home, 'bin', 'java')))
    .map((home) => realpathSync(home));
  return [...new Set(homes)];
}

function usualFolders(): string[] {
  const home = homedir();
  return [
    '/usr/lib/jvm',
    '/usr/java',
    '/usr/local/java',
    '/opt',
    '/opt/java',
    '/usr/local/opt',
    '/opt/homebrew/opt',
    '/Library/Java/JavaVirtualMachines',
    path.join(home, 'Library/Java/JavaVirtualMachines'),
    path.join(home, '.sdkman/candidates/java'),
    path.join(home, '.jdks'),
    path.join(home, '.asdf/installs/java'),
    path.join(home, '.local/share/mise/installs/java'),
  ];
}

/** Newest name first, so that of several versions the latest is asked first. */
function homesIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((name) => [
      path.join(folder, name),
      path.join(folder, name, 'Contents/Home'),
      path.join(folder, name, 'libexec/openjdk.jdk/Contents/Home'),
    ]);
}

/** Module name to version; empty when this is no Java 9+. */
async function listModules(javaBin: string): Promise<Map<string, string>> {
  try {
    const { stdout } = await promisify(execFile)(javaBin, ['--list-modules'], {
      timeout: askTimeoutMs,
    });
    const modules = stdout.split('\n').map((line) => line.trim().split('@'));
    return new Map(modules.map(([name, version]) => [name ?? '', version ?? '']));
  } catch {
    return new Map();
  }
}
