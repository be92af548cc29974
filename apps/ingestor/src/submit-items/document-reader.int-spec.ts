import { Registry } from 'prom-client';
import type { ProblemError } from '@warta/service';
import { PushRates } from '../limit-rates/push-rates.ts';
import type { Submissions } from '../submissions/submissions.ts';
import { DocumentReader } from './document-reader.ts';
import { ItemIntake } from './item-intake.ts';
import type { SubmittedDocument } from './read-items.ts';

const document = (text: string, contentType = 'application/xml'): SubmittedDocument => ({
  bytes: Buffer.from(text),
  contentType,
  headers: {},
  submission: { feed: 'f', receivedAt: new Date('2026-11-23T08:00:00Z'), submittedBy: 'k' },
  rules: undefined,
});

describe('reading documents', () => {
  let reader: DocumentReader;
  beforeAll(() => (reader = new DocumentReader(new Registry())));
  afterAll(() => reader.stop());

  it('comes to the same in a worker and here', async () => {
    const text = JSON.stringify([
      { id: '1', title: 'Judul', body: 'Teks', publishedAt: '2026-11-23T08:00:00Z' },
      { id: '2' },
      { id: '3', bodyHtml: '<p>Satu</p><p>Dua</p>', extras: { a: [1, { b: null }] } },
    ]);
    const here = await reader.read(document(text, 'application/json'));
    const inWorker = await reader.read(
      document(`${text}${' '.repeat(70_000)}`, 'application/json'),
    );
    expect(inWorker).toEqual(here);
    expect(here).toMatchObject({ items: [{ event: { sourceId: '1' } }, { errors: [{}] }, {}] });
  });

  it('refuses what no format is, and hostile XML, without leaving the worker', async () => {
    const entity = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>';
    expect(await reader.read(document(entity))).toMatchObject({
      refused: { status: 422, detail: expect.stringContaining('DOCTYPE') },
    });
    expect(await reader.read(document('id=1', 'application/x-www-form-urlencoded'))).toMatchObject({
      refused: { status: 415 },
    });
  });
});

describe('a document around a page', () => {
  it('is not read on the event loop, however small and whatever its media type', async () => {
    const reader = new DocumentReader(new Registry(), {
      workerFile: new URL('./misbehaving.worker.ts', import.meta.url),
    });
    try {
      const event = { specversion: '1.0', id: '1', source: '/', type: 'x', data: '<div>' };
      // What the stand-in says, whatever it is given.
      for (const text of [JSON.stringify(event), `[${JSON.stringify(event)}]`]) {
        expect(await reader.read(document(text, 'application/json'))).toMatchObject({
          format: 'test',
        });
      }
      expect(await reader.read(document('{"id":"1","body":""}', 'application/json'))).toMatchObject(
        { format: 'warta-json' },
      );
    } finally {
      await reader.stop();
    }
  });
});

const READING_MS_MAX = 1_500;

describe('a document that misbehaves', () => {
  let reader: DocumentReader;
  beforeAll(() => {
    reader = new DocumentReader(new Registry(), {
      workerFile: new URL('./misbehaving.worker.ts', import.meta.url),
      readingMsMax: READING_MS_MAX,
    });
  });
  afterAll(() => reader.stop());

  const harmless = () =>
    expect(reader.read(document('fine'))).resolves.toMatchObject({ items: [] });

  it('is ended when it takes too long, while the event loop goes on', async () => {
    await harmless();
    let longestGapMs = 0;
    let beat = performance.now();
    const heart = setInterval(() => {
      longestGapMs = Math.max(longestGapMs, performance.now() - beat);
      beat = performance.now();
    }, 10);
    // 503 where other programs left the worker less than half of the time.
    await expect(reader.read(document('never ends'))).rejects.toMatchObject({
      message: expect.stringMatching(/too long|too busy/),
    });
    clearInterval(heart);
    // Not while it was read, whatever else the machine had to do.
    expect(longestGapMs).toBeLessThan(READING_MS_MAX);
    await harmless();
  });

  it('costs its own feed a quarter of its minute, and another feed no turn', async () => {
    const quotas = { keyArticlesPerMinute: 100, feedArticlesPerMinute: 20 };
    // What is read is not stored here.
    const submissions = undefined as unknown as Submissions;
    const intake = new ItemIntake({ reader, rates: new PushRates(quotas), submissions });
    const ended: string[] = [];
    const read = async (name: string, text: string) => {
      const [feed = ''] = name;
      const submission = { feed, receivedAt: new Date(), submittedBy: 'k' };
      const sent = { bytes: Buffer.from(text), contentType: 'application/xml', headers: {} };
      const outcome = await intake
        .read({ document: sent, submission, record: undefined })
        .catch((error: unknown) => error as ProblemError);
      ended.push(name);
      return outcome;
    };
    const [stopped] = await Promise.all([
      read('a1', 'never ends'),
      read('a2', 'fine'),
      read('b1', 'fine'),
    ]);
    expect(ended).toEqual(['a1', 'b1', 'a2']);
    const { status, headers } = stopped as ProblemError;
    // 503 where other programs left the worker less than half of the time: then it is not to blame.
    const left = { 422: 'r=14', 503: 'r=18' }[status];
    expect(headers['ratelimit']).toContain(`"feed";${left};`);
  });

  it('is ended when it takes too much memory', async () => {
    await expect(reader.read(document('takes all memory'))).rejects.toMatchObject({
      message: expect.stringMatching(/too much memory|too long|too busy/),
    });
    await harmless();
  });

  it('leaves the others theirs when it kills its worker, or throws', async () => {
    await expect(reader.read(document('dies'))).rejects.toThrow();
    await harmless();
    await expect(reader.read(document('throws'))).rejects.toThrow('a bug');
    await harmless();
  });

  it('is not waited for by more than there is room for: they get 503', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 25 }, () => reader.read(document('waits'))),
    );
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(25 - 17);
    for (const one of refused) {
      expect(one).toMatchObject({ reason: { status: 503, headers: { 'retry-after': '2' } } });
    }
    await harmless();
  });
});
