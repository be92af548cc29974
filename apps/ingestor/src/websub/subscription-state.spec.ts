import type { WebSubSubscription } from '@warta/contracts';
import fc from 'fast-check';
import { answered, isRenewalDue } from './subscription-state.ts';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const TOPIC = 'https://news.example/feed';
const at = (ms: number) => new Date(NOW + ms).toISOString();

const subscription = (more: Partial<WebSubSubscription> = {}): WebSubSubscription => ({
  hub: 'https://hub.example/',
  topic: TOPIC,
  token: 'x3Vb7Yt0qLm9sKd2RfGh1w',
  state: 'pending',
  secret: { secretId: 'abcd', sealed: 'v1.x', createdAt: at(0) },
  requestedAt: at(0),
  ...more,
});

describe('what a hub asks', () => {
  it('is agreed to when it is ours, with the lease it gives', () => {
    const active = answered(
      subscription(),
      { mode: 'subscribe', topic: TOPIC, leaseSeconds: 60 },
      NOW,
    );
    expect(active).toMatchObject({ state: 'active', leaseUntil: at(60_000) });
    const again = answered(
      active ?? subscription(),
      { mode: 'subscribe', topic: TOPIC, leaseSeconds: 90 },
      NOW,
    );
    expect(again).toMatchObject({ state: 'active', leaseUntil: at(90_000) });
  });

  it.each([
    ['another topic', 'pending', 'subscribe', `${TOPIC}?other`],
    ['a subscription that was ended', 'ended', 'subscribe', TOPIC],
    ['a subscription that was denied', 'denied', 'subscribe', TOPIC],
    ['an end nobody asked for', 'active', 'unsubscribe', TOPIC],
    ['an end of another topic', 'ended', 'unsubscribe', `${TOPIC}#x`],
    ['a denial of another topic', 'active', 'denied', `${TOPIC}/`],
  ] as const)('of %s is not agreed to', (_what, state, mode, topic) => {
    expect(answered(subscription({ state }), { mode, topic }, NOW)).toBeUndefined();
  });

  it('to end what we ended is agreed to; a denial ends it and says why', () => {
    const ended = subscription({ state: 'ended' });
    expect(answered(ended, { mode: 'unsubscribe', topic: TOPIC }, NOW)).toEqual(ended);
    const denied = { mode: 'denied', topic: TOPIC, reason: 'not for you' } as const;
    const active = subscription({ state: 'active', leaseUntil: at(60_000) });
    expect(answered(active, denied, NOW)).toMatchObject({ state: 'denied', reason: 'not for you' });
    expect(answered(active, denied, NOW)).not.toHaveProperty('leaseUntil');
    const long = { ...denied, reason: `${'x'.repeat(499)}📰` };
    expect(answered(active, long, NOW)?.reason).toBe('x'.repeat(499));
  });

  it.each([undefined, 0, -5, Number.NaN, 1e15])('with a lease of %s has a sane one', (lease) => {
    const question = { mode: 'subscribe', topic: TOPIC, leaseSeconds: lease } as const;
    const { leaseUntil = '' } = answered(subscription(), question, NOW) ?? {};
    const days = (Date.parse(leaseUntil) - NOW) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(1);
    expect(days).toBeLessThanOrEqual(366);
  });
});

describe('a renewal', () => {
  const active = (requestedMs: number, endMs: number) =>
    subscription({ state: 'active', requestedAt: at(requestedMs), leaseUntil: at(endMs) });

  it('comes when a third of the lease is left, and not before', () => {
    expect(isRenewalDue(active(0, 9_000_000), NOW + 5_999_000)).toBe(false);
    expect(isRenewalDue(active(0, 9_000_000), NOW + 6_000_000)).toBe(true);
  });

  it('that is not answered is repeated before the end, and now and then after it', () => {
    expect(isRenewalDue(active(6_000_000, 9_000_000), NOW + 7_000_000)).toBe(false);
    expect(isRenewalDue(active(6_000_000, 9_000_000), NOW + 8_000_000)).toBe(true);
    expect(isRenewalDue(active(8_990_000, 9_000_000), NOW + 9_000_000)).toBe(true);
    expect(isRenewalDue(active(9_000_000, 9_000_000), NOW + 9_500_000)).toBe(false);
    expect(isRenewalDue(active(9_000_000, 9_000_000), NOW + 9_600_000)).toBe(true);
  });

  it.each(['pending', 'denied', 'ended'] as const)('is never due while %s', (state) => {
    const one = subscription({ state, leaseUntil: at(1) });
    expect(isRenewalDue(one, NOW + 1e9)).toBe(false);
  });

  it('of any lease comes before its end, and a silent hub is asked a bounded number of times', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 1_000_000 }), (leaseSeconds) => {
        const endMs = leaseSeconds * 1_000;
        let requestedMs = 0;
        const requests: number[] = [];
        for (let step = 0; step <= 2_000; step += 1) {
          const nowMs = (endMs * step) / 2_000;
          if (nowMs >= endMs || !isRenewalDue(active(requestedMs, endMs), NOW + nowMs)) continue;
          requestedMs = nowMs;
          requests.push(nowMs);
        }
        expect(requests.length).toBeGreaterThan(0);
        expect(requests.length).toBeLessThan(20);
        expect(requests[0]).toBeLessThan(endMs);
      }),
    );
  });
});
