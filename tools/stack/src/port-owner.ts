import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** TCP_LISTEN in the kernel's socket tables. */
const listenState = '0A';

/**
 * Who listens on a TCP port, as "java (process 123)"; undefined when the system does not say,
 * for instance because the process belongs to somebody else.
 */
export function portOwner(port: number): string | undefined {
  try {
    const pid = process.platform === 'linux' ? pidByProc(port) : pidByLsof(port);
    return pid === undefined ? undefined : `${commandName(pid)} (process ${pid})`;
  } catch {
    return undefined;
  }
}

function pidByProc(port: number): number | undefined {
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((t) => listeners(t, port)));
  if (inodes.size === 0) return undefined;
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .find((pid) => socketInodes(pid).some((inode) => inodes.has(inode)));
}

function listeners(table: string, port: number): string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readFileSync(table, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(wanted) && fields[3] === listenState)
    .flatMap((fields) => fields[9] ?? []);
}

function socketInodes(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return (tried(() => readdirSync(folder)) ?? []).flatMap((name) => {
    // A file may be closed between the listing and the look.
    const target = tried(() => readlinkSync(`${folder}/${name}`)) ?? '';
    return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [];
  });
}

function tried<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function pidByLsof(port: number): number | undefined {
  const output = execFileSync('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  const pid = Number(output.split('\n')[0]);
  return pid > 0 ? pid : undefined;
}

function commandName(pid: number): string {
  return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], {
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();
}
