import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface AdminKey {
  key: string;
  sha256: string;
}

/**
 * The first admin key of a local Warta: made once, kept in the state folder for its owner's eyes
 * only. The services get its SHA-256 alone.
 */
export function localAdminKey(stateDir: string): AdminKey {
  const file = join(stateDir, 'admin-key');
  if (!existsSync(file)) {
    mkdirSync(stateDir, { recursive: true });
    const keyId = randomBytes(4).toString('hex');
    const key = `wk_${keyId}_${randomBytes(32).toString('base64url')}`;
    writeFileSync(file, `${key}\n`, { mode: 0o600 });
  }
  const key = readFileSync(file, 'utf8').trim();
  return { key, sha256: createHash('sha256').update(key).digest('hex') };
}
