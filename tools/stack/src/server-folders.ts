import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import type { ServerAccount } from './server-account.ts';
import { serverNames } from './stack-options.ts';
import type { NativeState } from './stack-state.ts';

/** Elasticsearch writes a log of its own beside what it says on the console. */
const logFiles = [...serverNames.map((name) => `${name}.log`), 'elasticsearch-server.log'];
/** Logs are appended to over restarts; a longer one is moved aside at the next start. */
const logBytesMax = 16 * 1024 * 1024;

export function logDirOf(native: NativeState): string {
  return path.join(native.serverDir, 'logs');
}

/** One folder per server, owned by the servers' account, and one for the logs. */
export function makeServerFolders(native: NativeState, stateDir: string): void {
  mkdirSync(native.serverDir, { recursive: true });
  chmodSync(native.serverDir, 0o755);
  for (const name of [...serverNames, 'logs']) {
    const folder = path.join(native.serverDir, name);
    mkdirSync(folder, { recursive: true });
    const { ids } = native.account;
    if (ids) chownSync(folder, ids.uid, ids.gid);
  }
  linkLogs(logDirOf(native), path.join(stateDir, 'logs'));
}

/** Wherever the logs lie, people look for them in the state folder. */
function linkLogs(logDir: string, linkDir: string): void {
  mkdirSync(linkDir, { recursive: true });
  for (const file of logFiles) {
    const link = path.join(linkDir, file);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.join(logDir, file), link);
  }
}

/** Moves a log aside that has grown long. */
export function freshLog(file: string): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logBytesMax) renameSync(file, `${file}.1`);
  return file;
}

/** Hands everything to the account but the data, which it made itself. */
export function giveTo(folder: string, account: ServerAccount): void {
  if (!account.ids) return;
  const { uid, gid } = account.ids;
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const each = path.join(folder, entry.name);
    if (entry.name === 'data') continue;
    if (entry.isDirectory()) giveTo(each, account);
    else chownSync(each, uid, gid);
  }
}
