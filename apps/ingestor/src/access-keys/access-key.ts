import { randomBytes, randomInt } from 'node:crypto';
import type { CreateKey, KeyRecord, KeyView } from '@warta/contracts';
import { hashKey } from '@warta/service';

const KEY_ID_LENGTH = 10;
/** 43 characters of base64url. Enough that a hash without salt cannot be searched. */
const SECRET_BYTES = 32;

/** A key nobody has yet, `wk_<keyId>_<secret>`, and the record of it, which holds only its hash. */
export function makeKey(wanted: CreateKey, createdAt: Date): { key: string; record: KeyRecord } {
  const keyId = Array.from({ length: KEY_ID_LENGTH }, () => randomInt(36).toString(36)).join('');
  const key = `wk_${keyId}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  const { name, scopes, feeds, team, expiresAt } = wanted;
  const record: KeyRecord = {
    kind: 'key',
    keyId,
    name,
    sha256: hashKey(key),
    scopes: [...new Set(scopes)],
    feeds: [...new Set(feeds)],
    ...(team === undefined ? {} : { team }),
    createdAt: createdAt.toISOString(),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
  return { key, record };
}

/** The record as people may see it: without the hash. */
export function viewOf({ kind: _kind, sha256: _sha256, ...view }: KeyRecord): KeyView {
  return view;
}
