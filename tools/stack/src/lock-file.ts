import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts';

/** Short enough that a waiting command feels immediate, long enough to cost nothing. */
const pollMs = 250;

/**
 * Runs one holder at a time across processes. The lock of a process that died is taken over.
 * `onWait` is called once, with the holder's process number, when somebody else holds it.
 */
export async function withLock<T>(
  file: string,
  onWait: (holderPid: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  mkdirSync(path.dirname(file), { recursive: true });
  let waited = false;
  while (!tryLock(file)) {
    const holder = readHolder(file);
    if (holder && !waited) onWait(holder.pid);
    waited = true;
    await sleep(pollMs);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(file: string): boolean {
  // Written aside and linked into place: nobody ever reads a half-written lock.
  const mine = `${file}.${process.pid}.${lockCount++}`;
  writeFileSync(mine, JSON.stringify(ownIdentity()));
  try {
    if (linked(mine, file)) return true;
    const holder = readHolder(file);
    if (holder && !isAlive(holder)) removeStale(file, holder);
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

let lockCount = 0;

/** Two may find the same dead holder; the slower one must give back the faster one's new lock. */
function removeStale(file: string, dead: ProcessIdentity): void {
  const aside = `${file}.stale.${process.pid}.${lockCount++}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const removed = readHolder(aside);
  if (removed && removed.startedAt !== dead.startedAt) linked(aside, file);
  rmSync(aside, { force: true });
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
