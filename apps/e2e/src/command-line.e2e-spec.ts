import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { freePorts } from '@warta/stack';
import { Warta } from './warta.ts';

/** What a person gets to see who pushes with ./warta: what was done, what was not, and what helps. */

const root = fileURLToPath(new URL('../../../', import.meta.url));

jest.setTimeout(180_000);

describe('./warta', () => {
  let warta: Warta;
  let folder: string;
  /** Signs its pushes; nobody else pushes to it. */
  let signing: string;

  beforeAll(async () => {
    warta = await Warta.open('command-line');
    folder = mkdtempSync(join(tmpdir(), 'warta-e2e-'));
    signing = `${warta.feed}-signing`;
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
    warta.close();
  });

  const file = (name: string, content: unknown) => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  async function run(
    given: string[],
    { key = warta.key, secret = '', input = '', ingestorUrl = warta.environment.ingestorUrl } = {},
  ) {
    const parameters = [
      '--conditions=@warta/source',
      join(root, 'tools/cli/src/main.ts'),
      ...given,
    ];
    const env = {
      ...process.env,
      NO_COLOR: '1',
      WARTA_KEY: key,
      WARTA_FEED_SECRET: secret,
      WARTA_INGESTOR_URL: ingestorUrl,
      WARTA_SEARCH_URL: warta.environment.searchUrl,
    };
    const child = spawn(process.execPath, parameters, { cwd: folder, env, stdio: 'pipe' });
    child.stdin.end(input);
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code, out, err };
  }
  const asAdmin = (given: string[], input?: string) =>
    run(given, { key: warta.environment.adminKey, ...(input === undefined ? {} : { input }) });

  it('brings a restored article back by pushing the same file again', async () => {
    const article = file('back.json', { id: 'back', body: 'Jakarta - Berita yang kembali.' });
    const push = ['push', article, '--feed', warta.feed, '--wait'];
    expect(await run(push)).toMatchObject({ code: 0, out: expect.stringContaining('indexed') });
    const named = [warta.feed, '--id', 'back', '--wait'];
    const taken = await run(['takedown', ...named]);
    expect(taken).toMatchObject({ code: 0, out: expect.stringContaining('taken-down') });
    expect((await asAdmin(['restore', ...named])).code).toBe(0);
    expect(await run(push)).toMatchObject({ code: 0, out: expect.stringContaining('indexed') });
  });

  it('pushes a file again as another type, when its name or content told the wrong one', async () => {
    const page = file('page.csv', '<h1>Harga beras turun</h1><p>Jakarta - Harga beras turun.</p>');
    const push = ['push', page, '--feed', warta.feed];
    const wrong = await run([...push, '--type', 'application/json']);
    expect(wrong).toMatchObject({ code: 4, out: expect.stringContaining('page.csv: 4') });
    const right = await run([...push, '--type', 'text/html']);
    expect(right.out).not.toContain('Idempotency-Key');
  });

  it('tells what became of every file, whatever is wrong with some of them', async () => {
    file('many/a.json', { id: 'a', feed: warta.feed, body: 'Jakarta - Berita pertama.' });
    file('many/b.json', { id: 'b', body: 'Jakarta - Berita tanpa nama feed.' });
    const picture = `\u0089PNG "feed":"${warta.feed}"`;
    for (const name of ['2.png', '3.png', '4.png']) file(`many/pictures/${name}`, picture);
    // Refused after the others, since it takes longer to send, and named before them all the same.
    file('many/pictures/1.png', `${picture}${' '.repeat(3_000_000)}`);
    file('many/large.xml', `<rss feed='"feed":"${warta.feed}"'>${' '.repeat(5_000_000)}</rss>`);
    file('many/.git/HEAD', 'ref: refs/heads/main');
    const { code, out } = await run(['push', 'many']);
    expect(code).toBe(4);
    expect(out).toContain('1 accepted, 6 refused');
    expect(out).toContain('b.json: say which feed it is of');
    expect(out).toContain('large.xml: 5000');
    expect(out).toMatch(/1\.png, \S+2\.png, \S+3\.png and 1 more: 415/);
    expect(out).not.toContain('.git');
  });

  it('takes the same file many times in one folder as that many pushes of one article', async () => {
    const same = { id: 'same', body: 'Jakarta - Berita yang sama.' };
    for (let at = 0; at < 6; at += 1) file(`same/${at}.json`, same);
    expect((await run(['push', 'same', '--feed', warta.feed])).code).toBe(0);
    await warta.observer.settled(60_000);
    const rows = await warta.observer.postgres.articles(warta.feed);
    expect(rows.filter(({ sourceId }) => sourceId === 'same')).toMatchObject([
      { revisionCount: 1 },
    ]);
  });

  it('pushes the samples as they lie there', async () => {
    const samples = await run(['push', join(root, 'samples'), '--feed', warta.feed]);
    expect(samples).toMatchObject({ code: 0, out: expect.stringMatching(/^2 (accepted|corr)/m) });
  });

  it('says at once that nothing runs, with the exit code for it', async () => {
    const article = file('any.json', { id: 'any', body: 'Jakarta - Berita.' });
    const push = ['push', article, '--feed', warta.feed];
    const [port] = await freePorts(1);
    const ingestorUrl = `http://127.0.0.1:${port}`;
    const { code, err } = await run(push, { ingestorUrl });
    expect(code).toBe(3);
    expect(err).toContain(`Nothing answers at ${ingestorUrl}`);
    expect(err).not.toMatch(/again in|\n {4}at /);
  });

  it('signs for a feed that has a secret, with no key, and asks for the secret when it is missing', async () => {
    expect((await asAdmin(['feeds', 'register', signing])).code).toBe(0);
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const rotate = ['feeds', 'rotate-secret', signing, '--secret-file', '-'];
    expect((await asAdmin(rotate, `${secret}\n`)).code).toBe(0);
    const article = file('signed.json', { id: 'signed', body: 'Jakarta - Berita bertanda.' });
    const push = ['push', article, '--feed', signing];
    const unsigned = await asAdmin(push);
    expect(unsigned).toMatchObject({ code: 4, out: expect.stringContaining('WARTA_FEED_SECRET') });
    expect(unsigned.out).not.toContain('WARTA_KEY');
    expect((await run(push, { key: '', secret })).code).toBe(0);
    const takedown = ['takedown', signing, '--id', 'signed ?&#'];
    expect((await run(takedown, { key: '', secret })).code).toBe(0);
  });

  it('names commands, not requests, when something of a feed is missing', async () => {
    const unknown = await asAdmin(['feeds', 'rotate-secret', `${warta.feed}-unknown`]);
    expect(unknown).toMatchObject({
      code: 5,
      err: expect.stringContaining('./warta feeds register'),
    });
    const again = await asAdmin(['feeds', 'register', signing]);
    expect(again).toMatchObject({ code: 4, err: expect.stringContaining('./warta feeds set') });
    const noSecret = await asAdmin(['feeds', 'end-secret', signing, 'aaaa1111']);
    expect(noSecret).toMatchObject({ code: 5, err: expect.stringContaining('no secret aaaa1111') });
    expect([unknown, again, noSecret].map(({ err }) => err).join()).not.toMatch(/POST|PATCH|v1/);
  });
});
