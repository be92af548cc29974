import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, ownIdentity, type ProcessIdentity } from '@warta/stack';

/** What other commands need to know of a running start. */
export interface RunRecord {
  supervisor: ProcessIdentity;
  ingestorUrl: string;
  searchUrl: string;
  /** Of the three services, for status. */
  opsUrls: Record<string, string>;
  kafkaBrokers: string[];
  startedAt: string;
}

const fileOf = (stateDir: string) => join(stateDir, 'run.json');

export function writeRunRecord(stateDir: string, facts: Omit<RunRecord, 'supervisor'>): RunRecord {
  mkdirSync(stateDir, { recursive: true });
  const record: RunRecord = { supervisor: ownIdentity(), ...facts };
  writeFileSync(fileOf(stateDir), JSON.stringify(record, null, 2));
  return record;
}

/** Undefined when no start runs in that state folder; the record of a dead one does not count. */
export function readRunRecord(stateDir: string): RunRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(fileOf(stateDir), 'utf8')) as RunRecord;
    return isAlive(record.supervisor) ? record : undefined;
  } catch {
    return undefined;
  }
}

export function removeRunRecord(stateDir: string): void {
  rmSync(fileOf(stateDir), { force: true });
}
