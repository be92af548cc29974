import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { StackError } from './stack-error.ts';
import { stackKey, type StackOptions } from './stack-options.ts';

/**
 * Whom the servers run as. Elasticsearch and Postgres refuse root, so a root user's servers run
 * as an unprivileged account that exists everywhere; nothing is created on the machine.
 */
export interface ServerAccount {
  name: string;
  /** Undefined: as whoever runs this process. */
  ids?: { uid: number; gid: number };
}

const unprivilegedName = 'nobody';

export function serverAccount(environment: NodeJS.ProcessEnv = process.env): ServerAccount {
  if (process.getuid?.() !== 0) return { name: 'you' };
  const name = environment['WARTA_SERVER_USER'] ?? unprivilegedName;
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    const ids = { uid: id('-u'), gid: id('-g') };
    if (ids.uid === 0) throw new Error('that is root');
    return { name, ids };
  } catch (cause) {
    throw new StackError(
      'no-server-account',
      `Elasticsearch and Postgres refuse to run as root, and there is no unprivileged user ` +
        `"${name}" to run them as. Set WARTA_SERVER_USER to an existing one.`,
      { cause },
    );
  }
}

/**
 * True when the account can walk down to the folder and read it, judged by the mode bits of the
 * nearest existing folder and all above it.
 */
export function isReachable(folder: string, account: ServerAccount): boolean {
  if (!account.ids) return true;
  const { uid, gid } = account.ids;
  for (let each = path.resolve(folder); ; each = path.dirname(each)) {
    const stats = statSync(each, { throwIfNoEntry: false });
    if (stats) {
      const shift = stats.uid === uid ? 6 : stats.gid === gid ? 3 : 0;
      const needed = stats.isDirectory() ? 0o1 : 0o5;
      if (((stats.mode >> shift) & needed) !== needed) return false;
    }
    if (each === path.dirname(each)) return true;
  }
}

/** Where fetched servers are kept, outside any clone, readable by the servers' account. */
export function cacheDir(
  account: ServerAccount,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const chosen = environment['WARTA_CACHE_DIR'];
  if (chosen) {
    if (isReachable(chosen, account)) return path.resolve(chosen);
    throw new StackError(
      'unreachable-folder',
      `The user "${account.name}", which runs the servers because you are root, cannot reach ` +
        `WARTA_CACHE_DIR=${chosen}. Choose a folder whose parents are open to others (chmod o+x).`,
    );
  }
  if (account.ids) return '/var/cache/warta';
  const home = environment['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  return path.join(home, 'warta');
}

/**
 * Where a stack's servers keep data and logs: in its state folder, or, when root's servers cannot
 * reach that (a clone under /root), under /var/lib/warta.
 */
export function serverDir(
  options: Pick<StackOptions, 'name' | 'stateDir'>,
  account: ServerAccount,
): string {
  const stateDir = path.resolve(options.stateDir);
  return isReachable(stateDir, account)
    ? path.join(stateDir, 'servers')
    : path.join('/var/lib/warta', stackKey(options));
}

/**
 * The account a stack's data belongs to already, else the one for new data. Root may go on with
 * what another user began; the other way round is refused.
 *
 * @throws StackError `no-server-account`.
 */
export function accountOwning(
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
): ServerAccount {
  const owner = statSync(path.join(folder, 'postgres'), { throwIfNoEntry: false });
  if (!owner || owner.uid === process.getuid?.()) return serverAccount(environment);
  if (process.getuid?.() === 0) {
    return { name: `user ${owner.uid}`, ids: { uid: owner.uid, gid: owner.gid } };
  }
  throw new StackError(
    'no-server-account',
    `The servers' data in ${folder} belongs to another user, because the stack was first started ` +
      'as root or by somebody else. Start it as that user, or choose another state folder.',
  );
}
