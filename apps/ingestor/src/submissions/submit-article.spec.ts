import { createHash } from 'node:crypto';
import { ArticleSubmitted, PushArticle } from '@warta/contracts';
import { decodeEvent, encodeEvent } from '@warta/messaging';
import fc from 'fast-check';
import { restoreArticle } from './restore-article.ts';
import { withdrawArticle } from './withdraw-article.ts';
import { submitArticle } from './submit-article.ts';
import type { Submission } from './submission.ts';

const submission: Submission = {
  feed: 'harian-contoh',
  receivedAt: new Date('2026-11-23T08:00:00Z'),
  submittedBy: 'k7f2m9x4',
};

const text = (maxLength: number) =>
  fc.string({ unit: 'binary', maxLength }).filter((one) => !one.includes('\u0000'));
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const anyPush = fc
  .record({
    id: text(50).filter((id) => id !== ''),
    url: optional(fc.webUrl({ withFragments: true, withQueryParameters: true })),
    title: optional(text(80).filter((title) => title !== '')),
    publishedAt: optional(instant),
    updatedAt: optional(instant),
    version: optional(fc.nat()),
    language: optional(fc.constantFrom('id', 'en-GB')),
    byline: optional(text(40)),
    section: optional(text(40)),
    extras: optional(fc.dictionary(fc.constantFrom('a', 'b', 'ç'), fc.jsonValue({ maxDepth: 3 }))),
    content: fc.oneof(
      fc.record({ body: text(400) }),
      fc.record({ bodyHtml: fc.array(text(40)).map((lines) => `<p>${lines.join('</p><p>')}</p>`) }),
    ),
  })
  .map(({ content, ...push }) => JSON.parse(JSON.stringify({ ...push, ...content })) as unknown);

describe('submitting an article', () => {
  it('turns every valid push into an event that the other side reads back unchanged', () => {
    fc.assert(
      fc.property(anyPush, (given) => {
        const push = PushArticle.safeParse(given);
        fc.pre(push.success);
        const event = submitArticle(push.data, submission);
        const record = encodeEvent(ArticleSubmitted, event, { source: '/test' });
        const headers = Object.fromEntries(
          Object.entries(record.headers).map(([name, value]) => [name, Buffer.from(value)]),
        );
        const read = decodeEvent(ArticleSubmitted, {
          ...record,
          key: Buffer.from(record.key),
          headers,
        });
        expect(read.event).toEqual(event);
        expect(read.key).toBe(event.articleId);
      }),
    );
  });

  it('makes the same event of the same push, but for when it came', () => {
    const push = PushArticle.parse({ id: '1', bodyHtml: '<p>Halo</p>', extras: { b: 1, a: [2] } });
    const later = { ...submission, receivedAt: new Date('2026-11-23T09:00:00Z') };
    expect({ ...submitArticle(push, later), receivedAt: '' }).toEqual({
      ...submitArticle(push, submission),
      receivedAt: '',
    });
  });

  it('keeps what the publisher said, and adds nothing that was not said', () => {
    const push = PushArticle.parse({
      id: '1',
      url: 'https://example.org/a?utm_source=x',
      body: 'Teks',
      version: 3,
      publishedAt: '2026-11-23T08:55:00+07:00',
    });
    const event = submitArticle(push, submission);
    expect(event).toEqual({
      kind: 'publish',
      articleId: expect.any(String),
      feed: 'harian-contoh',
      sourceId: '1',
      url: 'https://example.org/a?utm_source=x',
      receivedAt: '2026-11-23T08:00:00.000Z',
      submittedBy: 'k7f2m9x4',
      version: 3,
      publishedAt: '2026-11-23T08:55:00+07:00',
      content: { body: 'Teks' },
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(Object.keys(event)).not.toContain('updatedAt');
  });
});

describe('submitting a version that is not to be shown', () => {
  const said = { id: '1', url: 'https://example.org/a', version: 3, body: 'Teks' };

  it('holds a withheld one back, with its stamps and without its text', () => {
    const event = submitArticle(PushArticle.parse({ ...said, status: 'withheld' }), submission);
    expect(event).toMatchObject({ kind: 'withhold', sourceId: '1', url: said.url, version: 3 });
    expect(JSON.stringify(event)).not.toContain('Teks');
    expect(() => ArticleSubmitted.schema.parse(event)).not.toThrow();
  });

  it('takes down a canceled one, of the same article', () => {
    const event = submitArticle(PushArticle.parse({ ...said, status: 'canceled' }), submission);
    expect(event).toMatchObject({ kind: 'takedown', sourceId: '1' });
    expect(event.articleId).toBe(submitArticle(PushArticle.parse(said), submission).articleId);
    expect(() => ArticleSubmitted.schema.parse(event)).not.toThrow();
  });

  it.each(['withheld', 'canceled'])('says why, of a %s one, what its editors wrote', (status) => {
    const pushed = (editorialNote: unknown) =>
      submitArticle(PushArticle.parse({ ...said, status, extras: { editorialNote } }), submission);
    expect(pushed('Salah lokasi')).toMatchObject({ reason: 'Salah lokasi' });
    const long = pushed('Salah.\n😀'.repeat(200));
    expect(() => ArticleSubmitted.schema.parse(long)).not.toThrow();
    expect(long).toMatchObject({ reason: expect.stringMatching(/^Salah\. 😀Salah\. .*…$/u) });
    for (const none of ['', ' \n', 1, ['x'], null]) {
      expect(pushed(none)).not.toHaveProperty('reason');
    }
  });

  it('carries an embargo, and the format it was read from, to who publishes it', () => {
    const embargoUntil = '2030-01-01T00:00:00+07:00';
    const push = PushArticle.parse({ ...said, embargoUntil });
    expect(submitArticle(push, submission, { format: 'rss' })).toMatchObject({
      kind: 'publish',
      embargoUntil,
      format: 'rss',
    });
  });
});

describe('the hash of what a push says', () => {
  const push = (more: Record<string, unknown>) =>
    PushArticle.parse({ id: '1', body: 'Teks', publishedAt: '2026-11-23T08:55:00+07:00', ...more });
  const hashOf = (more: Record<string, unknown>) => {
    const event = submitArticle(push(more), submission);
    return event.kind === 'publish' ? event.contentHash : undefined;
  };

  it('is another one of a text whose embargo is set, moved or lifted', () => {
    const embargoes = [undefined, '2030-01-01T00:00:00Z', '2030-01-01T00:00:01Z'];
    const hashes = embargoes.map((embargoUntil) => hashOf({ embargoUntil }));
    expect(new Set(hashes).size).toBe(embargoes.length);
    expect(hashOf({ embargoUntil: embargoes[1] })).toBe(hashes[1]);
  });

  it('is, without an embargo, the one that it was before there were any', () => {
    const said = '{"content":{"body":"Teks"},"publishedAt":"2026-11-23T08:55:00+07:00"}';
    expect(hashOf({})).toBe(createHash('sha256').update(said).digest('hex'));
  });

  it('is of no concern of the stamps: the same under a higher version is the same', () => {
    expect(hashOf({ version: 2, updatedAt: '2026-11-23T09:00:00Z' })).toBe(hashOf({}));
  });
});

describe('withdrawing an article and restoring it', () => {
  it('names the article that a push under the same id or URL made', () => {
    for (const name of [{ id: '1' }, { url: 'https://example.org/a' }]) {
      const push = PushArticle.parse({ ...name, body: 'Teks' });
      for (const [kind, eventOf] of [
        ['takedown', withdrawArticle] as const,
        ['restore', restoreArticle] as const,
      ]) {
        const event = eventOf({ ...name, reason: 'wrong' }, submission);
        expect(event).toMatchObject({ kind, reason: 'wrong', submittedBy: 'k7f2m9x4' });
        expect(event.articleId).toBe(submitArticle(push, submission).articleId);
        expect(() => ArticleSubmitted.schema.parse(event)).not.toThrow();
      }
    }
  });
});
