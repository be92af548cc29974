import { readFileSync } from 'node:fs';
import { Annotation, entityTypes } from '@warta/contracts';
import type { ArticleUpdatedV1, LiveArticle } from '@warta/contracts';
import { createDataSource } from '@warta/postgres';
import type { TestSchema } from '@warta/postgres/testing';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { migratedSchema, newId, publish, received, takedown } from '../testing.ts';
import { changeOf } from './article-change.ts';
import { emptyHistory } from './article-order.ts';
import { ArticleStore } from './article.store.postgres.ts';
import { submissionsOf } from './submission.ts';

const RUNS = 50;

const SAMPLE = '../../../../libs/contracts/samples/warta.article.updated.v1/live-proven.json';
const sample = JSON.parse(readFileSync(new URL(SAMPLE, import.meta.url), 'utf8')) as LiveArticle;

describe('an annotation in Postgres', () => {
  let schema: TestSchema;
  let dataSource: DataSource;
  let store: ArticleStore;

  beforeAll(async () => {
    schema = await migratedSchema();
    dataSource = createDataSource(schema.settings);
    await dataSource.initialize();
    store = new ArticleStore(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await schema.drop();
  });

  /** What is published of an article after it got this text with this annotation. */
  async function stored(
    event: Parameters<typeof received>[0],
    annotation?: Annotation,
    offset = 1,
  ): Promise<ArticleUpdatedV1 | undefined> {
    const submissions = submissionsOf([received(event, offset)]);
    const {
      states: [state],
    } = await store.change(submissions, event.kind === 'takedown', (known) =>
      submissions.flatMap(({ id, feed, arrived }) => {
        const change = changeOf(
          known.get(id) ?? { id, feed, rev: 0, history: emptyHistory },
          arrived,
        );
        return change ? [{ change, ...(annotation && { annotation }) }] : [];
      }),
    );
    return state;
  }
  const annotationOf = (state: ArticleUpdatedV1 | undefined) =>
    state?.status === 'live' ? state.annotation : undefined;

  it('comes back with every field that the contract has', async () => {
    // Corrections come from people: no extractor finds them, and they are not stored with it.
    const { corrections: _, ...found } = Annotation.shape;
    expect(fieldsIn(sample.annotation)).toEqual(fieldsOf(z.object(found)));
    const state = await stored(publish(newId(), sample.content), sample.annotation);
    expect(annotationOf(state)).toEqual(sample.annotation);
  });

  it('comes back as it was, whatever it is', async () => {
    const check = async (annotation: Annotation) => {
      const state = await stored(publish(newId(), 'Isi.'), annotation);
      expect(annotationOf(state)).toEqual(annotation);
    };
    await fc.assert(fc.asyncProperty(someAnnotation, check), { numRuns: RUNS });
  });

  it('of a corrected text has nothing left of the one before, nor has any row', async () => {
    const id = newId();
    const found = { ...sample.annotation, models: ['kanari-1'] };
    await stored(publish(id, sample.content, { version: 1 }), found, 1);
    expect(await tablesWith('kanari', id)).toEqual(['revision']);
    const { extractor, version, language } = sample.annotation;
    const bare = { extractor, version, language, entities: [], quotes: [], dates: [], flags: [] };
    const state = await stored(publish(id, 'Lain.', { version: 2 }), bare, 2);
    expect(annotationOf(state)).toEqual(bare);
    expect(await tablesWith('kanari', id)).toEqual([]);
  });

  it('is erased whole by a takedown', async () => {
    const id = newId();
    const { entities, quotes, ...rest } = sample.annotation;
    const marked = <Found extends object>(found: Found) => ({
      ...found,
      by: 'kanari',
      linkedBy: 'kanari',
    });
    const secret = {
      ...rest,
      byline: 'kanari',
      entities: entities.map(marked),
      quotes: quotes.map(marked),
    };
    await stored(publish(id, sample.content), secret, 1);
    expect(await tablesWith('kanari', id)).toEqual(['mention', 'quote', 'revision']);
    await stored(takedown(id), undefined, 2);
    expect(await tablesWith('', id)).toEqual([]);
  });

  it('written before there was room for the rest is published as it was', async () => {
    const id = newId();
    const push = publish(id, sample.content);
    await stored(push, sample.annotation);
    await schema.observer.query('update mention set more = null where article_id = $1', [id]);
    await schema.observer.query('update quote set more = null where article_id = $1', [id]);
    await schema.observer.query(
      'update revision set annotation_more = null where article_id = $1',
      [id],
    );
    const annotation = annotationOf(await stored(push));
    expect(Annotation.parse(annotation)).toEqual(annotation);
    expect(annotation).not.toHaveProperty('amounts');
    expect(annotation?.entities[0]?.mentions[0]).toEqual({ field: 'title', start: 25, end: 31 });
    const [speaker] = annotation?.quotes.map(({ by: _by, ...quote }) => quote) ?? [];
    expect(speaker).toMatchObject({ speaker: 'Sri Mulyani', cue: 'berkata', direct: false });
  });

  /** The tables in which something of this article has this text. */
  async function tablesWith(text: string, id: string): Promise<string[]> {
    const found: string[] = [];
    for (const table of ['mention', 'quote', 'revision']) {
      const rows = await schema.observer.query(
        `select 1 from ${table} as one
         where article_id = $1 and to_jsonb(one)::text like '%' || $2 || '%'`,
        [id, text],
      );
      if (rows.length > 0) found.push(table);
    }
    return found;
  }
});

/** The path of every field that a schema has, arrays and optional ones included. */
function fieldsOf(schema: unknown, path = ''): string[] {
  if (schema instanceof z.ZodOptional) return fieldsOf(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element, path);
  if (!(schema instanceof z.ZodObject)) return [path];
  return Object.entries(schema.shape)
    .flatMap(([name, inner]) => fieldsOf(inner, `${path}/${name}`))
    .sort();
}

/** The path of every field that a value has. */
function fieldsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    return [...new Set(value.flatMap((inner) => fieldsIn(inner, path)))].sort();
  }
  if (typeof value !== 'object' || value === null) return [path];
  const found = Object.entries(value).flatMap(([name, inner]) =>
    fieldsIn(inner, `${path}/${name}`),
  );
  return [...new Set(found)].sort();
}

/** What Postgres can hold, and JSON without loss. */
const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 20 })
  .map((any) => any.replaceAll('\u0000', '0'));
const offset = fc.nat(200_000);
const by = fc.constantFrom('tagger-id-1', 'rule:cue-after-quote');
const field = fc.constantFrom('title' as const, 'body' as const);
const number = fc.double({ noDefaultInfinity: true, noNaN: true }).map((any) => any + 0);

const mention = fc.record(
  { field, start: offset, end: offset, by },
  { requiredKeys: ['field', 'start', 'end'] },
);
const entity = fc
  .record(
    {
      id: fc.uuid(),
      type: fc.constantFrom(...entityTypes),
      name: text,
      wikidata: fc.constant('Q1'),
      linkedBy: by,
      place: fc.record(
        {
          latitude: fc.double({ min: -90, max: 90, noNaN: true }).map((any) => any + 0),
          longitude: fc.double({ min: -180, max: 180, noNaN: true }).map((any) => any + 0),
          country: fc.constant('ID'),
        },
        { requiredKeys: ['latitude', 'longitude'] },
      ),
      role: text,
      aliases: fc.array(text, { minLength: 1 }),
      salience: fc.constantFrom('main' as const, 'passing' as const),
      mentions: fc.array(mention, { minLength: 1 }),
    },
    { requiredKeys: ['id', 'type', 'name', 'aliases', 'salience', 'mentions'] },
  )
  // As annotations have them: the title comes before the body.
  .map((any) => ({
    ...any,
    mentions: any.mentions.toSorted(
      (a, b) => Number(a.field === 'body') - Number(b.field === 'body'),
    ),
  }));
const quote = fc.record(
  {
    text,
    field: fc.constant('body' as const),
    start: offset,
    end: offset,
    cue: text,
    direct: fc.boolean(),
    indirect: fc.boolean(),
    speakerEntityId: fc.uuid(),
    speaker: text,
    speakerMention: mention,
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    by,
  },
  { requiredKeys: ['text', 'field', 'start', 'end', 'cue', 'direct', 'confidence'] },
);
const found = { text, field, start: offset, end: offset };
const someAnnotation: fc.Arbitrary<Annotation> = fc.record(
  {
    extractor: text,
    version: text,
    language: fc.constantFrom('id', 'en', 'und'),
    entities: fc.uniqueArray(entity, { selector: ({ id }) => id, maxLength: 5 }),
    quotes: fc.array(quote, { maxLength: 4 }),
    dates: fc.array(
      fc.record(
        {
          ...found,
          value: fc.constantFrom('2023', '2023-06-12T14:30+07:00'),
          flagged: fc.constant('future' as const),
          by,
        },
        { requiredKeys: ['text', 'field', 'start', 'end', 'value'] },
      ),
    ),
    amounts: fc.array(
      fc.record(
        {
          ...found,
          kind: fc.constantFrom('money' as const, 'count' as const),
          value: number,
          unit: fc.constant('IDR'),
          counts: text,
          flagged: fc.constant('implausible' as const),
          by,
        },
        { requiredKeys: ['text', 'field', 'start', 'end', 'kind', 'value'] },
      ),
    ),
    furniture: fc.array(fc.record({ ...found, kind: fc.constant('read-also' as const) })),
    byline: text,
    attribution: fc.array(text),
    models: fc.array(by),
    flags: fc.array(text),
  },
  { requiredKeys: ['extractor', 'version', 'language', 'entities', 'quotes', 'dates', 'flags'] },
);
