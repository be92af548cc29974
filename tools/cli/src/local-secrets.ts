import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localAdminKey } from './admin-key.ts';

/** What the services of a local Warta share and nobody else knows. */
export interface LocalSecrets {
  readonly adminKeySha256: string;
  readonly receiptKeys: string;
  /** Without it the signing secrets of feeds cannot be read any more. */
  readonly sealingKeys: string;
}

/** Made once, kept in the state folder for its owner's eyes only. */
export function localSecrets(stateDir: string): LocalSecrets {
  return {
    adminKeySha256: localAdminKey(stateDir).sha256,
    receiptKeys: keptSecret(stateDir, 'receipt-keys'),
    sealingKeys: keptSecret(stateDir, 'sealing-keys'),
  };
}

/** 32 random bytes in base64. */
function keptSecret(stateDir: string, name: string): string {
  const file = join(stateDir, name);
  if (!existsSync(file)) {
    mkdirSync(stateDir, { recursive: true });
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
