import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Command } from 'commander';
import { devSettings } from './dev-settings.ts';
import { addEntity } from './entity-program.ts';

describe('./warta entity', () => {
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '');
    answer.end(JSON.stringify({ data: [], partial: false }));
  });
  let searchUrl: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    searchUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => asked.splice(0));
  afterAll(() => server.close());

  const typed = async (...words: string[]) => {
    const program = new Command('warta').exitOverride();
    addEntity(program, devSettings({}), (command) =>
      command.option('--search-url <url>', '').option('--key <key>', ''),
    );
    const there = ['--search-url', searchUrl, '--key', 'of-a-desk'];
    await program.parseAsync(['entity', ...words, ...there], { from: 'user' });
  };

  it('asks who said what within days of a place', async () => {
    const days = { from: '2026-11-01', to: '2026-12-01', 'time-zone': 'Asia/Jakarta', lang: 'id' };
    const options = Object.entries(days).flatMap(([name, value]) => [`--${name}`, value]);
    await typed('quotes', 'harga', 'beras', '--speaker', 'Bulog', ...options);
    const { pathname, searchParams } = new URL(asked[0] ?? '', searchUrl);
    expect(pathname).toBe('/v1/quotes');
    const { 'time-zone': timeZone, ...rest } = days;
    expect(Object.fromEntries(searchParams)).toEqual({
      ...{ q: 'harga beras', speaker: 'Bulog', ...rest, timeZone },
    });
  });

  it('says how an id is found, and asks nothing, when a correction names an entity otherwise', async () => {
    const id = '12ef6b4e-7109-55fb-8e0a-44a9202d8a41';
    const reason = ['--reason', 'the same'];
    await expect(typed('merge', 'Korut', id, ...reason)).rejects.toThrow('entity find Korut');
    await expect(typed('merge', id, 'Korut', ...reason)).rejects.toThrow('entity find Korut');
    await expect(typed('block', 'Korut', ...reason)).rejects.toThrow('entity find Korut');
    expect(asked).toEqual([]);
  });
});
