import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localAdminKey } from './admin-key.ts';
import { CliError, exitCodes } from './cli-error.ts';
import type { DevSettings } from './dev-settings.ts';
import { readRunRecord, type RunRecord } from './run-record.ts';
import type { AddressesGiven } from './warta-addresses.ts';
import { WartaClient } from './warta-client.ts';

/** Options that say which Warta to talk to; without them the one that runs on this machine. */
export interface ConnectionOptions {
  ingestorUrl?: string;
  searchUrl?: string;
  key?: string;
}

/**
 * A client for the given or the local Warta. A key comes from --key, else WARTA_KEY. Only the local
 * Warta is given a local one: the demo key for pushing and searching, the admin key where `admin` is
 * asked for. With the secret of a feed, what is sent for it is signed, and needs no key.
 * Of another Warta only the services that a command asks need an address.
 */
export function connect(
  settings: DevSettings,
  options: ConnectionOptions,
  role: 'user' | 'admin' = 'user',
  feedSecret?: string,
): WartaClient {
  const named = {
    ingestorUrl: options.ingestorUrl || process.env['WARTA_INGESTOR_URL'] || undefined,
    searchUrl: options.searchUrl || process.env['WARTA_SEARCH_URL'] || undefined,
  };
  const key = options.key || process.env['WARTA_KEY'] || undefined;
  const signature = feedSecret ? { secret: feedSecret, isEnough: !key } : undefined;
  if (isElsewhere(settings, named)) return new WartaClient(named, key, signature);
  const running = requireRunning(settings);
  return new WartaClient(running, key ?? localKey(settings.stateDir, role), signature);
}

/** Whether an address is given that is not of the Warta of this machine: its keys are not for others. */
function isElsewhere(settings: DevSettings, named: AddressesGiven): boolean {
  const running = readRunRecord(settings.stateDir);
  return (['ingestorUrl', 'searchUrl'] as const).some(
    (one) => named[one] !== undefined && named[one].replace(/\/$/, '') !== running?.[one],
  );
}

export function requireRunning(settings: DevSettings): RunRecord {
  const running = readRunRecord(settings.stateDir);
  if (running) return running;
  throw new CliError(
    'Warta does not run here. Start it with npm start (or ./warta up), or name another one with ' +
      'WARTA_INGESTOR_URL, WARTA_SEARCH_URL and WARTA_KEY.',
    exitCodes.notRunning,
  );
}

function localKey(stateDir: string, role: 'user' | 'admin'): string {
  const demo = join(stateDir, 'demo-key');
  if (role === 'user' && existsSync(demo)) return readFileSync(demo, 'utf8').trim();
  return localAdminKey(stateDir).key;
}
