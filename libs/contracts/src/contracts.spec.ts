import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { Access } from './access.v1.ts';
import { ArticleRebuild } from './article-rebuild.v1.ts';
import { ArticleSubmitted } from './article-submitted.v1.ts';
import { ArticleUpdated, type LiveArticle } from './article-updated.v1.ts';
import { defineEvent, deadLetterTopicOf, type EventDefinition } from './define-event.ts';
import { EntityCorrection } from './entity-correction.v1.ts';
import * as contracts from './index.ts';
import { PushArticle } from './push-article.http.ts';
import { SearchFilters } from './search-filters.http.ts';
import { Extras, EXTRAS_DEPTH_MAX, storableText } from './text.ts';

const samplesDir = path.join(import.meta.dirname, '..', 'samples');
const manifest = path.join(samplesDir, 'SHA256SUMS');

type AnyEvent = EventDefinition<unknown>;
const isEvent = (value: unknown): value is AnyEvent =>
  typeof value === 'object' && value !== null && 'topic' in value && 'schema' in value;
const events = Object.values(contracts as Record<string, unknown>).filter(isEvent);

const sampleNames = (topic: string): string[] =>
  readdirSync(path.join(samplesDir, topic)).filter((name) => name.endsWith('.json'));
const readSample = (topic: string, name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(samplesDir, topic, name), 'utf8')) as Record<string, unknown>;

const samples = events.flatMap((event) =>
  sampleNames(event.topic).map((name) => ({ event, name, sample: readSample(event.topic, name) })),
);
const sampleRows = samples.map((one) => ({ ...one, title: `${one.event.topic}/${one.name}` }));

describe('events', () => {
  it('are the five that the services speak, each under a topic of its own', () => {
    expect(events.map(({ topic }) => topic).sort()).toEqual([
      'warta.access.v1',
      'warta.article.rebuild.v1',
      'warta.article.submitted.v1',
      'warta.article.updated.v1',
      'warta.entity.correction.v1',
    ]);
  });

  it.each(events)('$topic: the name says product, event and version', ({ topic }) => {
    expect(topic).toMatch(/^warta(\.[a-z]+)+\.v[1-9]\d*$/);
    expect(deadLetterTopicOf(topic)).toBe(`${topic}.dlq`);
  });

  it.each(events)('$topic: the example is valid, and says nothing the schema drops', (event) => {
    expect(event.schema.parse(event.example)).toEqual(event.example);
  });

  it('keep articles in order by key, and agree on the number of partitions for ever', () => {
    const articleId = '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001';
    expect(ArticleSubmitted.key({ ...ArticleSubmitted.example, articleId })).toBe(articleId);
    expect(ArticleUpdated.key({ ...ArticleUpdated.example, articleId })).toBe(articleId);
    expect(Access.key(Access.example)).toBe('key:k7f2m9x4');
    const { correctionId } = EntityCorrection.example;
    expect(EntityCorrection.key(EntityCorrection.example)).toBe(correctionId);
    const all = [ArticleSubmitted, ArticleUpdated, ArticleRebuild, Access, EntityCorrection];
    expect(all.map((one) => one.partitions)).toEqual([12, 12, 12, 1, 1]);
  });

  it('with an invalid example cannot be defined', () => {
    const example = { ...Access.example, keyId: 'NOT A KEY ID' };
    expect(() => defineEvent({ ...Access, example })).toThrow();
  });
});

describe('frozen samples', () => {
  it('exist for every event, the smallest and the fullest, and for no other topic', () => {
    const folders = readdirSync(samplesDir, { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    expect(folders.map(({ name }) => name).sort()).toEqual(events.map((one) => one.topic).sort());
    for (const { topic } of events) {
      expect(sampleNames(topic).join(' ')).toMatch(/minimal/);
      expect(sampleNames(topic).join(' ')).toMatch(/full/);
    }
  });

  it.each(sampleRows)('$title parses for ever and comes out unchanged', ({ event, sample }) => {
    expect(event.schema.parse(sample)).toEqual(sample);
  });

  it.each(sampleRows)('$title with a field of a later version is still read', (row) => {
    const later = { ...row.sample, addedInALaterVersion: { any: ['thing'] } };
    expect(row.event.schema.parse(later)).toEqual(row.sample);
  });

  it.each(sampleRows)('$title has a key that does not depend on unknown fields', (row) => {
    const key = row.event.key(row.event.schema.parse(row.sample));
    expect(key).toMatch(/^[0-9a-z:-]+$/);
    expect(row.event.key(row.event.schema.parse({ ...row.sample, later: 1 }))).toBe(key);
  });

  it('may be added but never edited or removed: each has the hash it was committed with', () => {
    const committed = readFileSync(manifest, 'utf8').trim().split('\n');
    const present = samples
      .map(({ event, name }) => {
        const bytes = readFileSync(path.join(samplesDir, event.topic, name));
        return `${createHash('sha256').update(bytes).digest('hex')}  ${event.topic}/${name}`;
      })
      .sort((one, other) => (one.slice(66) < other.slice(66) ? -1 : 1));
    // A new sample: add its line to SHA256SUMS. A line that is there already must not change.
    expect(present).toEqual(committed);
  });

  it.each(['live-full.json', 'live-proven.json'])(
    '%s points at the text as printed: every offset of an annotation cuts out what it names',
    (name) => {
      const live = readSample(ArticleUpdated.topic, name) as unknown as LiveArticle;
      const { annotation, content } = live;
      const text = { title: content.title ?? '', body: content.body };
      const { quotes, dates, amounts = [], furniture = [] } = annotation;
      for (const found of [...quotes, ...dates, ...amounts, ...furniture]) {
        expect(text[found.field].slice(found.start, found.end)).toBe(found.text);
      }
      for (const { speaker, speakerMention: at } of quotes) {
        if (at) expect(text[at.field].slice(at.start, at.end)).toBe(speaker);
      }
      for (const { aliases, mentions } of annotation.entities) {
        const printed = mentions.map((one) => text[one.field].slice(one.start, one.end));
        expect([...new Set(printed)]).toEqual(aliases);
      }
    },
  );
});

describe('schemas', () => {
  it.each(events)('$topic: any JSON passes or fails, and never throws', ({ schema }) => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(typeof schema.safeParse(value).success).toBe('boolean');
      }),
    );
  });

  it.each(sampleRows)('$title with any one field replaced passes or fails', (row) => {
    const field = fc.constantFrom(...Object.keys(row.sample));
    fc.assert(
      fc.property(field, fc.jsonValue(), (name, value) => {
        const { success } = row.event.schema.safeParse({ ...row.sample, [name]: value });
        expect(typeof success).toBe('boolean');
      }),
      { numRuns: 50 },
    );
  });

  it.each(sampleRows)('$title without its kind, id or status is refused', (row) => {
    for (const name of ['kind', 'status', 'articleId', 'keyId', 'feed', 'correctionId', 'change']) {
      if (!(name in row.sample)) continue;
      const rest = Object.fromEntries(Object.entries(row.sample).filter(([key]) => key !== name));
      expect(row.event.schema.safeParse(rest).success).toBe(false);
    }
  });
});

describe("a publisher's own fields", () => {
  const nested = (depth: number): unknown =>
    JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`);

  it('nested deeper than any metadata are refused instead of overflowing the stack', () => {
    for (const depth of [EXTRAS_DEPTH_MAX + 1, 3_000, 100_000]) {
      const push = { id: '1', body: 'text', extras: { deep: nested(depth) } };
      expect(PushArticle.safeParse(push).error?.issues.map((issue) => issue.path)).toEqual([
        ['extras', 'deep'],
      ]);
      const content = { body: 'text', extras: { deep: nested(depth) } };
      const event = { ...ArticleSubmitted.example, content };
      expect(ArticleSubmitted.schema.safeParse(event).success).toBe(false);
    }
  });

  it('are any JSON, kept as it came', () => {
    const extras = { deep: nested(EXTRAS_DEPTH_MAX), none: null, list: [1, 'a', { b: false }] };
    expect(Extras.parse(extras)).toEqual(extras);
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        fc.pre(JSON.stringify(value).length < 10_000 && !JSON.stringify(value).includes('u0000'));
        const { success } = Extras.safeParse({ value });
        expect(success).toBe(JSON.stringify(value).isWellFormed());
      }),
    );
  });

  it('with values that JSON has not are refused', () => {
    for (const value of [undefined, Number.NaN, Infinity, 1n, () => 1]) {
      expect(Extras.safeParse({ value }).success).toBe(false);
    }
  });
});

describe('storable text', () => {
  const text = storableText(100);

  it('refuses NUL, which PostgreSQL cannot hold', () => {
    expect(text.safeParse('a\u0000b').success).toBe(false);
  });

  it.each(['\ud83c', 'a\udf3e', '\udf3e\ud83c'])('refuses half of a surrogate pair: %j', (half) => {
    expect(text.safeParse(half).success).toBe(false);
  });

  it('keeps every other text of at most its length as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (value) => {
        fc.pre(!value.includes('\u0000') && value.length <= 100);
        expect(text.parse(value)).toBe(value);
      }),
    );
    expect(text.safeParse('x'.repeat(101)).success).toBe(false);
  });

  it('is UTF-8 there and back again without loss', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        if (!text.safeParse(value).success) return;
        expect(Buffer.from(value, 'utf8').toString('utf8')).toBe(value);
      }),
    );
  });
});

describe('filters of a search', () => {
  it('take the code of a language in capitals, too', () => {
    expect(SearchFilters.parse({ lang: 'ID,en' }).lang).toEqual(['id', 'en']);
  });

  it('say what they expect', () => {
    const faultOf = (filters: object) => SearchFilters.safeParse(filters).error?.issues[0]?.message;
    expect(faultOf({ lang: 'indonesia' })).toContain('such as id or en');
    expect(faultOf({ from: '2026-13-01' })).toContain('such as 2026-11-23');
    expect(faultOf({ to: '2026-11-23T08:00:00' })).toContain('with its zone');
  });
});
