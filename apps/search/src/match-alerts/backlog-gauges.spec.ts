import { Registry } from 'prom-client';
import { backlogGauges } from './backlog-gauges.ts';

describe('the gauges of what alerts have to catch up with', () => {
  const valuesOf = async (registry: Registry) =>
    (await registry.metrics()).split('\n').filter((line) => /^warta/.test(line));

  it('tell what was last known, and nothing before', async () => {
    const registry = new Registry();
    backlogGauges(registry, async () => ({ missed: 7, passedOver: 3 }));
    expect(await valuesOf(registry)).toEqual([]);
    expect(await valuesOf(registry)).toEqual([
      'warta_alert_missed_waiting 7',
      'warta_alert_passed_over 3',
    ]);
  });

  it('fail no scrape, and hold none up, while Postgres is away', async () => {
    const registry = new Registry();
    backlogGauges(registry, () => Promise.reject(new Error('away')));
    expect(await valuesOf(registry)).toEqual([]);
    const waiting = new Registry();
    backlogGauges(waiting, () => new Promise(() => {}));
    expect(await valuesOf(waiting)).toEqual([]);
  });
});
