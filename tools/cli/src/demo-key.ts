import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { localAdminKey } from './admin-key.ts';
import { sampleFeed } from './sample-article.ts';
import { WartaClient } from './warta-client.ts';

/** Twice what docs/design.md promises. */
const KEY_SPREADS_WITHIN_MS = 10_000;

/**
 * A key for trying things out on this machine: writes to the sample's feed, searches, annotates.
 * Made through the admin endpoint like any other key, kept until it is revoked or the data is wiped.
 */
export async function demoKey(
  stateDir: string,
  urls: { ingestorUrl: string; searchUrl: string },
): Promise<string> {
  const file = join(stateDir, 'demo-key');
  const admin = new WartaClient(urls, localAdminKey(stateDir).key);
  if (existsSync(file)) {
    const key = readFileSync(file, 'utf8').trim();
    const keyId = key.split('_')[1];
    const known = (await admin.listKeys()).find((each) => each.keyId === keyId);
    if (known && known.revokedAt === undefined) return key;
  }
  const made = await admin.createKey({
    name: 'for trying things out on this machine',
    scopes: ['articles:write', 'search:read', 'annotate'],
    feeds: [sampleFeed],
  });
  writeFileSync(file, `${made.key}\n`, { mode: 0o600 });
  await untilKnownToSearch(new WartaClient(urls, made.key));
  return made.key;
}

/** The search service reads new keys from their topic a moment later than the ingestor. */
async function untilKnownToSearch(client: WartaClient): Promise<void> {
  const deadlineMs = Date.now() + KEY_SPREADS_WITHIN_MS;
  for (;;) {
    try {
      await client.search({ size: '1' });
      return;
    } catch (error) {
      if (Date.now() > deadlineMs) throw error;
      await sleep(100);
    }
  }
}
