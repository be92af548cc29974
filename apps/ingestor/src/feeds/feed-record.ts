import { createHash } from 'node:crypto';
import { FEED_SECRETS_MAX } from '@warta/contracts';
import type {
  ChangeFeed,
  FeedRecord,
  FeedView,
  RegisterFeed,
  RotateSecret,
  SealedSecret,
} from '@warta/contracts';
import { ProblemError } from '@warta/service';
import { countsAt } from './signing-secret.ts';

const HOUR_MS = 3_600_000;

/** Who changes a feed, and when. */
export interface Stamp {
  at: Date;
  by: string;
}

export function newFeed(wanted: RegisterFeed, { at, by }: Stamp): FeedRecord {
  return {
    kind: 'feed',
    state: 'active',
    secrets: [],
    createdAt: at.toISOString(),
    changedAt: at.toISOString(),
    changedBy: by,
    ...wanted,
  };
}

/** What is left out stays, null takes away, objects and lists are replaced whole. */
export function changedFeed(record: FeedRecord, change: ChangeFeed): FeedRecord {
  const { title: _title, articlesPerMinute: _rate, ...rest } = record;
  const { defaults = record.defaults, junkLines = record.junkLines } = change;
  const { title = record.title ?? null } = change;
  const { articlesPerMinute: rate = record.articlesPerMinute ?? null } = change;
  return {
    ...rest,
    defaults,
    junkLines,
    ...(title === null ? {} : { title }),
    ...(rate === null ? {} : { articlesPerMinute: rate }),
  };
}

/**
 * With another secret: those that count until now get an end, expired ones go.
 * @throws ProblemError 409 when too many count.
 */
export function withSecret(
  record: FeedRecord,
  secret: SealedSecret,
  { overlapHours }: Pick<RotateSecret, 'overlapHours'>,
  nowMs: number,
): FeedRecord {
  const end = nowMs + overlapHours * HOUR_MS;
  const counting = record.secrets
    .map((one) => ({ ...one, expiresAt: earlier(one.expiresAt, end) }))
    .filter((one) => countsAt(one, nowMs));
  if (counting.length >= FEED_SECRETS_MAX) {
    throw new ProblemError(
      409,
      `The feed ${record.feed} has ${FEED_SECRETS_MAX} secrets that still count: end one with ` +
        `DELETE /v1/feeds/${record.feed}/secrets/{id}, or rotate with overlapHours 0.`,
    );
  }
  return { ...record, secrets: [...counting, secret] };
}

function earlier(expiresAt: string | undefined, endMs: number): string {
  const given = expiresAt === undefined ? Infinity : Date.parse(expiresAt);
  return new Date(Math.min(given, endMs)).toISOString();
}

/** @throws ProblemError 404 when the feed has no such secret. */
export function withoutSecret(record: FeedRecord, secretId: string): FeedRecord {
  const secrets = record.secrets.filter((secret) => secret.secretId !== secretId);
  if (secrets.length === record.secrets.length) {
    throw new ProblemError(404, `The feed ${record.feed} has no secret ${secretId}.`);
  }
  return { ...record, secrets };
}

/** As people may see it: no secret, and no token of a callback. */
export function viewOf({ kind: _kind, secrets, webSub, ...view }: FeedRecord): FeedView {
  return {
    ...view,
    secrets: secrets.map(({ sealed: _sealed, ...secret }) => secret),
    ...(webSub === undefined ? {} : { webSub: webSubView(webSub) }),
  };
}

function webSubView({
  token: _token,
  secret: _secret,
  ...view
}: NonNullable<FeedRecord['webSub']>): NonNullable<FeedView['webSub']> {
  return view;
}

/**
 * RFC 9110 entity tag: another one after every change that an admin makes. How far a hub has come
 * with a subscription is left out: nobody could change a feed that is renewed meanwhile.
 */
export function etagOf(record: FeedRecord): string {
  const { webSub: _webSub, ...settings } = viewOf(record);
  const hash = createHash('sha256').update(JSON.stringify(settings)).digest('base64url');
  return `"${hash.slice(0, 22)}"`;
}

/** @throws ProblemError 404 */
export function requireFeed(record: FeedRecord | undefined, feed: string): FeedRecord {
  if (record !== undefined) return record;
  throw new ProblemError(404, `No feed ${feed} is registered: register it with POST /v1/feeds.`);
}
