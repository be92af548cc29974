import { pino } from 'pino';
import { AlertReader } from './alert-reader.store.postgres.ts';
import { AlertStreams, STREAMS_MAX, STREAMS_PER_TEAM_MAX } from './alert-streams.ts';
import type { AlertListener } from './alert-streams.ts';

const listenerOf = (team: string | undefined): AlertListener => ({
  team,
  send: () => {},
  endWith: () => {},
  drained: async () => {},
  isEnded: false,
});

describe('streams of alerts', () => {
  it('leave room for other teams, whatever one team opens', async () => {
    // A database in which nothing ever happens.
    const reader = new AlertReader({ query: async () => [] } as never);
    const streams = new AlertStreams(reader, pino({ level: 'silent' }));
    const leave = streams.join(listenerOf('desk'), 0);
    for (let at = 1; at < STREAMS_PER_TEAM_MAX; at += 1) streams.join(listenerOf('desk'), 0);
    expect(streams.isFullFor('desk')).toBe(true);
    expect([streams.isFullFor('pasar'), streams.isFullFor(undefined)]).toEqual([false, false]);
    leave();
    expect(streams.isFullFor('desk')).toBe(false);
    for (let at = streams.size; at < STREAMS_MAX; at += 1) streams.join(listenerOf(`t${at}`), 0);
    expect(streams.isFullFor('pasar')).toBe(true);
    await streams.stop();
  });
});
