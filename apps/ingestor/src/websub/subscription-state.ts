import { LINE_LENGTH_MAX } from '@warta/contracts';
import type { WebSubSubscription } from '@warta/contracts';

/** Asked for; the hub decides. Long enough that a week of outage loses no subscription. */
export const LEASE_WANTED_SECONDS = 10 * 24 * 3_600;
/** A hub that says none, or nonsense. */
const LEASE_ASSUMED_SECONDS = 24 * 3_600;
const LEASE_SECONDS_MAX = 366 * 24 * 3_600;

/** Between two requests for one subscription, at least. */
const RENEWAL_EVERY_MS_MIN = 1_000;
/** When the lease is over and the hub does not answer: until it does. */
const RENEWAL_AFTER_END_EVERY_MS = 10 * 60_000;

/** What a hub asks at the callback. W3C WebSub, 5.2 and 5.3. */
export interface HubQuestion {
  mode: 'subscribe' | 'unsubscribe' | 'denied';
  topic: string;
  leaseSeconds?: number | undefined;
  reason?: string | undefined;
}

/**
 * What becomes of a subscription when its hub asks; undefined when that is none of ours: another
 * topic, or something we have not asked for. A renewal is asked for while it is active.
 */
export function answered(
  subscription: WebSubSubscription,
  question: HubQuestion,
  nowMs: number,
): WebSubSubscription | undefined {
  const { state, topic } = subscription;
  if (question.topic !== topic) return undefined;
  const isWanted = state === 'pending' || state === 'active';
  const { leaseUntil: _leaseUntil, reason: _reason, ...kept } = subscription;
  switch (question.mode) {
    case 'subscribe': {
      const leaseMs = leaseSecondsOf(question.leaseSeconds) * 1_000;
      const leaseUntil = new Date(nowMs + leaseMs).toISOString();
      return isWanted ? { ...kept, state: 'active', leaseUntil } : undefined;
    }
    case 'unsubscribe':
      return state === 'ended' ? subscription : undefined;
    case 'denied': {
      const reason = lineOf(question.reason ?? 'the hub gives no reason');
      return isWanted ? { ...kept, state: 'denied', reason } : undefined;
    }
  }
}

/** Cut where it is too long, without half a character at its end. */
const lineOf = (text: string) => text.slice(0, LINE_LENGTH_MAX).replace(/[\ud800-\udbff]$/, '');

function leaseSecondsOf(given: number | undefined): number {
  if (given === undefined || !(given > 0)) return LEASE_ASSUMED_SECONDS;
  return Math.min(given, LEASE_SECONDS_MAX);
}

/**
 * Whether an active subscription is to be asked for again: when a third of the time from the last
 * request to the end of the lease is left. A request without answer moves that point, so that the
 * next come after a third of what is then left, ever closer; and after the end, now and then.
 */
export function isRenewalDue(subscription: WebSubSubscription, nowMs: number): boolean {
  const { state, leaseUntil, requestedAt } = subscription;
  if (state !== 'active' || leaseUntil === undefined) return false;
  const requestedMs = Date.parse(requestedAt);
  const endMs = Date.parse(leaseUntil);
  const sinceMs = nowMs - requestedMs;
  if (nowMs >= endMs) return sinceMs >= RENEWAL_AFTER_END_EVERY_MS || requestedMs < endMs;
  return sinceMs >= RENEWAL_EVERY_MS_MIN && endMs - nowMs <= (endMs - requestedMs) / 3;
}
