import type { CreateKey, Scope } from '@warta/contracts';
import { connect, type ConnectionOptions } from './connection.ts';
import type { DevSettings } from './dev-settings.ts';
import { bold } from './progress.ts';
import { printable, table } from './table.ts';

type Options = ConnectionOptions & { json?: boolean };

export async function listKeys(settings: DevSettings, options: Options): Promise<void> {
  const keys = await connect(settings, options, 'admin').listKeys();
  if (options.json) {
    console.log(JSON.stringify(keys, null, 2));
    return;
  }
  const rows = keys.map((key) => [
    key.keyId,
    key.revokedAt
      ? 'revoked'
      : key.expiresAt && Date.parse(key.expiresAt) < Date.now()
        ? 'expired'
        : 'active',
    key.scopes.join(' '),
    key.feeds.join(' '),
    key.team ?? '',
    printable(key.name),
  ]);
  console.log(table(['key', 'state', 'scopes', 'feeds', 'team', 'name'], rows));
}

export async function createKey(
  settings: DevSettings,
  name: string,
  options: Options & { scope: string[]; feed: string[]; team?: string; expires?: string },
): Promise<void> {
  const wanted: CreateKey = { name, scopes: options.scope as Scope[], feeds: options.feed };
  if (options.team) wanted.team = options.team;
  if (options.expires) wanted.expiresAt = options.expires;
  const made = await connect(settings, options, 'admin').createKey(wanted);
  if (options.json) console.log(JSON.stringify(made, null, 2));
  else console.log(`${bold(made.key)}\nShown this once; Warta keeps only its hash.`);
}

export async function revokeKey(
  settings: DevSettings,
  keyId: string,
  options: Options,
): Promise<void> {
  await connect(settings, options, 'admin').revokeKey(keyId);
  console.log(options.json ? JSON.stringify({ revoked: keyId }) : `${keyId} is revoked.`);
}
