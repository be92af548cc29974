import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Enough to hold a stack trace's first lines, short enough for a terminal. */
const tailChars = 2_000;

/** The end of what a server wrote: its console file, and its own log where it has one. */
export function logTail(logDir: string, server: string): string {
  return readdirSync(logDir)
    .filter((file) => file === `${server}.log` || file === `${server}-server.log`)
    .map((file) => readFileSync(path.join(logDir, file), 'utf8').slice(-tailChars).trim())
    .filter((text) => text !== '')
    .join('\n');
}
