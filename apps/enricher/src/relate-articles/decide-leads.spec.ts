import fc from 'fast-check';
import { compareOrder, decideLeads, storyLikeness, wouldFollow } from './decide-leads.ts';
import { storyPrintOf, WINDOW_MS } from './story-print.ts';
import type { StoryPrint } from './story-print.ts';

const NOON_MS = Date.parse('2026-11-23T12:00:00Z');
const DAY_MS = 86_400_000;

/** A text of 100 words, of which some are replaced: 4 shingles of 97 each. */
function text(story: number, replaced = 0): string {
  return Array.from({ length: 100 }, (_, at) =>
    at % 10 === 5 && at < 10 * replaced ? `ganti${at}` : `cerita${story}kata${at}`,
  ).join(' ');
}

type Given = {
  id: string;
  body: string;
  afterMs?: number;
  feed?: string;
  url?: string;
  at?: string;
};

function print({ id, body, afterMs = 0, feed = `feed-${id}`, url, at }: Given): StoryPrint {
  const made = storyPrintOf({
    articleId: id,
    feed,
    contentHash: `hash-${id}`,
    content: { title: `Judul ${id}`, body },
    ...(url === undefined ? {} : { url }),
    ...(at === undefined ? {} : { publishedAt: at }),
    arrivalMs: NOON_MS + afterMs,
  });
  if (made === undefined) throw new Error('a text without words');
  return made;
}

describe('two articles', () => {
  const original = print({ id: 'a', body: text(1) });

  it('are one story when their texts are the same but for case and layout', () => {
    const copy = print({ id: 'b', body: text(1).toUpperCase().replaceAll(' ', '\n') });
    expect(storyLikeness(original, copy)).toEqual({ similarity: 1, kind: 'exact' });
  });

  it('are one story from four fifths of the shingles on, and not below', () => {
    const edited = print({ id: 'b', body: text(1, 2) });
    expect(storyLikeness(original, edited)).toEqual({ similarity: 0.8476, kind: 'near' });
    expect(storyLikeness(original, print({ id: 'b', body: text(1, 3) }))).toBeUndefined();
  });

  it('are two stories when a week or more lies between them, by when they were published', () => {
    const published = (at: string) => print({ id: 'b', body: text(1), at });
    expect(storyLikeness(original, published('2026-11-16T12:00:00Z'))).toBeDefined();
    expect(storyLikeness(original, published('2026-11-16T11:59:59Z'))).toBeUndefined();
  });

  it('are not set apart by a publisher whose clock is in the future', () => {
    expect(storyLikeness(original, print({ id: 'b', body: text(1), at: '2031-01-01T00:00:00Z' }))).toBeDefined(); // prettier-ignore
  });

  it('of two feeds that name one page are one story when half of the shorter one is in the other', () => {
    const url = 'https://news.example/a/';
    const amp = 'http://amp.news.example/a?utm_source=x';
    const page = print({ id: 'a', body: text(1), url });
    const teaser = text(1).split(' ').slice(0, 50).join(' ');
    expect(storyLikeness(page, print({ id: 'b', body: teaser, url: amp }))).toMatchObject({ kind: 'near' }); // prettier-ignore
    expect(storyLikeness(page, print({ id: 'b', body: teaser }))).toBeUndefined();
    expect(storyLikeness(page, print({ id: 'b', body: text(2), url: amp }))).toBeUndefined();
    // A feed that gives two articles one address means two articles.
    expect(storyLikeness(page, print({ id: 'b', body: teaser, url: amp, feed: 'feed-a' }))).toBeUndefined(); // prettier-ignore
  });

  it('of five words are one story only when they name one page, of six by being the same', () => {
    const pair = (body: string, url?: string): [StoryPrint, StoryPrint] => {
      const [one, other] = ['satu', 'dua'].map(
        (id) =>
        storyPrintOf({ articleId: id, feed: id, contentHash: '', content: { body }, arrivalMs: NOON_MS, ...(url && { url }) }), // prettier-ignore
      );
      return [one as StoryPrint, other as StoryPrint];
    };
    const exact = { similarity: 1, kind: 'exact' };
    expect(storyLikeness(...pair('Breaking news'))).toBeUndefined();
    expect(storyLikeness(...pair('Breaking news breaking news breaking news'))).toBeUndefined();
    expect(storyLikeness(...pair('Ikuti perkembangannya hanya di sini'))).toBeUndefined();
    expect(storyLikeness(...pair('Breaking news', 'https://news.example/a'))).toEqual(exact);
    expect(storyLikeness(...pair('Gempa M 6,1 guncang Maluku'))).toEqual(exact);
  });

  it('of ten words each are compared with their headlines', () => {
    const flash = (title: string) =>
      storyPrintOf({ articleId: title, feed: 'f', contentHash: '', content: { title, body: 'Baca selengkapnya di sini.' }, arrivalMs: NOON_MS }); // prettier-ignore
    const [one, other] = [flash('Gempa di Maluku'), flash('Harga emas naik')];
    expect(one && other && storyLikeness(one, other)).toBeUndefined();
  });
});

describe('who leads', () => {
  it('is whoever arrived first, and nobody follows a follower', () => {
    // b is like a, c is like b but not like a.
    const a = print({ id: 'a', body: text(1) });
    const b = print({ id: 'b', body: text(1, 2), afterMs: 1 });
    const c = print({ id: 'c', body: text(1, 4), afterMs: 2 });
    expect(storyLikeness(b, c)).toBeDefined();
    expect(storyLikeness(a, c)).toBeUndefined();
    const relations = decideLeads([c, b, a], []);
    expect(relations.get('b')).toMatchObject({ leadId: 'a', kind: 'near' });
    expect([...relations.keys()]).toEqual(['b']);
    expect(decideLeads([b, c], []).get('c')).toMatchObject({ leadId: 'b' });
  });

  const someSet = fc
    .array(
      fc.record({
        story: fc.integer({ min: 1, max: 2 }),
        replaced: fc.integer({ min: 0, max: 5 }),
        afterMs: fc.integer({ min: 0, max: 6 }).map((steps) => steps * 2 * DAY_MS),
      }),
      { minLength: 1, maxLength: 10 },
    )
    .map((list) =>
      list.map(({ story, replaced, afterMs }, at) =>
        print({ id: `a${at}`, body: text(story, replaced), afterMs }),
      ),
    );

  it('is a function of the set, and each follower is like its lead, which leads and was first', () => {
    fc.assert(
      fc.property(someSet, fc.infiniteStream(fc.nat()), (prints, dice) => {
        const relations = decideLeads(prints, []);
        const shuffled = [...prints].sort(() => (dice.next().value ?? 0) % 3 - 1); // prettier-ignore
        expect(decideLeads(shuffled, [])).toEqual(relations);
        const byId = new Map(prints.map((one) => [one.articleId, one]));
        for (const one of prints) {
          const lead = byId.get(relations.get(one.articleId)?.leadId ?? '');
          if (lead === undefined) continue;
          expect(relations.has(lead.articleId)).toBe(false);
          expect(compareOrder(lead, one)).toBeLessThan(0);
          expect(Math.abs(lead.atMs - one.atMs)).toBeLessThanOrEqual(WINDOW_MS);
          expect(storyLikeness(one, lead)).toBeDefined();
        }
      }),
      { seed: 5 },
    );
  });

  it('is the same whether decided at once or one after the other, as they arrive', () => {
    fc.assert(
      fc.property(someSet, (prints) => {
        const leads: StoryPrint[] = [];
        const relations = new Map();
        for (const one of [...prints].sort(compareOrder)) {
          const relation = decideLeads([one], leads).get(one.articleId);
          if (relation === undefined) leads.push(one);
          else relations.set(one.articleId, relation);
        }
        expect(relations).toEqual(decideLeads(prints, []));
      }),
      { seed: 5 },
    );
  });

  it('names all later articles that would follow a lead that came late', () => {
    const late = print({ id: 'a', body: text(1) });
    const alone = print({ id: 'b', body: text(1, 1), afterMs: 1 });
    const followsLater = { ...print({ id: 'c', body: text(1), afterMs: 3 }), lead: { articleId: 'b', arrivalMs: NOON_MS + 1 } }; // prettier-ignore
    const followsEarlier = { ...print({ id: 'd', body: text(1), afterMs: 3 }), lead: { articleId: 'z', arrivalMs: NOON_MS - 1 } }; // prettier-ignore
    const other = print({ id: 'e', body: text(2), afterMs: 1 });
    const before = print({ id: 'f', body: text(1), afterMs: -1 });
    const named = wouldFollow([late], [alone, followsLater, followsEarlier, other, before]);
    expect(named.map(({ articleId }) => articleId)).toEqual(['b', 'c']);
  });
});
