import { pino } from 'pino';
import { LeaseRenewal } from './lease-renewal.ts';

const leases = (hub: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    feed: `${hub}-${n}`,
    hub: `https://${hub}.example/`,
  }));

/** What is begun until no look begins more; only hubs that answer ever end. */
async function renewedOf(due: { feed: string; hub: string }[], hanging: readonly string[]) {
  const begun: string[] = [];
  const done = new Set<string>();
  const renewal = new LeaseRenewal({
    due: () => due.filter(({ feed }) => !done.has(feed)),
    renew: async (feed) => {
      begun.push(feed);
      if (hanging.some((hub) => feed.startsWith(hub))) await new Promise(() => {});
      done.add(feed);
    },
    logger: pino({ level: 'silent' }),
  });
  for (let before = -1; before !== begun.length;) {
    before = begun.length;
    renewal.look();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { begun, done };
}

describe('leases that are due', () => {
  it('are all asked for, each once at a time', async () => {
    const { begun, done } = await renewedOf([...leases('a', 30), ...leases('b', 30)], []);
    expect([begun.length, done.size]).toEqual([60, 60]);
  });

  it('do not wait for a hub that hangs, which is asked for few of its own at once', async () => {
    const due = [...leases('hangs', 200), ...leases('mute', 200), ...leases('answers', 40)];
    const { begun, done } = await renewedOf(due, ['hangs', 'mute']);
    expect(done.size).toBe(40);
    expect(begun.filter((feed) => feed.startsWith('hangs'))).toHaveLength(4);
  });
});
