import { ArticleUpdatedV1 } from '@warta/contracts';
import fc from 'fast-check';
import { canceled, entity, hidden, live } from '../testing.ts';
import { extrasOf, textOf, toDocument } from './article-document.ts';
import type { LiveDocument } from './article-document.ts';
import { printedOfKey } from './entity-fields.ts';

type Entity = ReturnType<typeof entity>;

const documentOf = (state: ArticleUpdatedV1) => toDocument(state) as LiveDocument;

describe('the document of an article', () => {
  it.each([
    ['id', 'id'],
    ['en', 'en'],
    ['fr', 'other'],
    ['und', 'other'],
  ])('puts text in %s under the analysis %s', (language, analysis) => {
    const { title, body } = documentOf(live({ language, title: 'T', body: 'B' }));
    expect(title).toEqual({ [analysis]: 'T' });
    expect(body).toEqual({ [analysis]: 'B' });
    expect([textOf(title), textOf(body), textOf(undefined)]).toEqual(['T', 'B', undefined]);
  });

  it('knows each entity by its ids and all its names, spelling aside', () => {
    const korea = entity('Korea Utara', ['Korut', 'KORUT', 'Korea  Utara'], { wikidata: 'Q423' });
    const document = documentOf(live({ entities: [korea] }));
    expect(document.entityIds).toEqual([korea.id, 'Q423']);
    expect(document.entityNames).toEqual([`korea utara|${korea.id}`, `korut|${korea.id}`]);
    expect(document.entityForms).toEqual([
      `${korea.id}|Korut`,
      `${korea.id}|KORUT`,
      `${korea.id}|Korea Utara`,
    ]);
    expect(document.names).toEqual(['Korea Utara', 'Korut', 'KORUT', 'Korea  Utara']);
    expect(document.entities).toEqual([
      expect.objectContaining({ name: 'Korea Utara', mentions: 3, salience: 'main' }),
    ]);
  });

  it('keeps each role with who has it, and nothing that is too long for a key', () => {
    const kim = entity('Kim', ['Kim', 'K'.repeat(201)], { role: 'Pemimpin\nKorea  Utara' });
    const long = entity('Un', ['Un'], { role: 'x'.repeat(201) });
    const document = documentOf(live({ entities: [kim, long] }));
    expect(document.entityRoles).toEqual([`${kim.id}|Pemimpin Korea Utara`]);
    expect(document.entityRoles?.map(printedOfKey)).toEqual(['Pemimpin Korea Utara']);
    expect(document.entityForms).toEqual([`${kim.id}|Kim`, `${long.id}|Un`]);
  });

  it('files the entities under their types, and the section under one spelling', () => {
    const [kim, un, moscow, worldCup] = (
      [
        ['Kim Jong Un', 'PERSON'],
        ['PBB', 'ORGANIZATION'],
        ['Moskow', 'LOCATION'],
        ['Piala Dunia', 'EVENT'],
      ] as const
    ).map(([name, type]) => entity(name, [name], { type })) as [Entity, Entity, Entity, Entity];
    const content = { section: '  Olah  Raga ' };
    const document = documentOf(live({ entities: [kim, un, moscow, worldCup], content }));
    expect(document).toMatchObject({
      people: [kim.id],
      organizations: [un.id],
      places: [moscow.id],
      events: [worldCup.id],
      sectionKey: 'olah raga',
    });
    expect(documentOf(live({ content: { section: ' \u0301' } })).sectionKey).toBeUndefined();
  });

  it('says which record and which corrections it is made of', () => {
    const updatedFrom = { partition: 3, offset: String(2n ** 60n) };
    const state = live({ correctedThrough: 7 });
    expect(toDocument(state, updatedFrom)).toMatchObject({ updatedFrom, correctedThrough: 7 });
    const corrected = live({ articleId: state.articleId });
    corrected.annotation.corrections = ['0190b0a4-5c1e-7a3f-8f52-7b8f4dd7a0c1'];
    expect(documentOf(corrected).corrections).toEqual(corrected.annotation.corrections);
    expect(toDocument(canceled(state.articleId, 2), updatedFrom)).toMatchObject({ updatedFrom });
  });

  it('of a state that hides the article has neither text nor names nor links', () => {
    const id = '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001';
    const at = '2026-11-24T00:00:00Z';
    const [withheld, held] = ['withheld' as const, 'held' as const];
    const withheldBy = { ...hidden(id, 3, { status: withheld, withheldAt: at }), reason: 'x' };
    for (const [state, instant] of [
      [canceled(id, 3), 'takenDownAt'],
      [hidden(id, 3, { status: held, embargoUntil: at }), 'heldUntil'],
      [ArticleUpdatedV1.parse(withheldBy), 'withheldAt'],
    ] as const) {
      const document = JSON.parse(JSON.stringify(toDocument(state))) as object;
      const fields = ['articleId', 'feed', 'rev', 'status', 'submission', instant];
      expect(Object.keys(document).sort()).toEqual(fields.sort());
    }
  });

  it('carries the push that made it, and the story it belongs to', () => {
    const lead = live({ changedAt: '2026-11-23T02:00:01Z' });
    const duplicateOf = { articleId: lead.articleId, similarity: 0.9, kind: 'near' as const };
    const copy = live({ duplicateOf });
    const { at, partition, offset } = lead.arrival;
    expect(documentOf(lead)).toMatchObject({
      submission: { at, partition, offset },
      changedAt: lead.changedAt,
      duplicateOf: undefined,
      duplicateGroup: lead.articleId,
    });
    expect(documentOf(copy)).toMatchObject({ duplicateOf, duplicateGroup: lead.articleId });
  });

  it('has an instant that Elasticsearch can parse for every instant the contract allows', () => {
    const two = (max: number) =>
      fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));
    const zone = fc.oneof(
      fc.constant('Z'),
      fc
        .tuple(fc.constantFrom('+', '-'), two(23), two(59))
        .map(([sign, h, m]) => `${sign}${h}:${m}`),
    );
    const instant = fc
      .tuple(
        fc.integer({ min: 0, max: 9999 }),
        two(23),
        fc.string({ unit: fc.constantFrom('0', '9'), minLength: 1 }),
        zone,
      )
      .map(
        ([year, h, fraction, at]) =>
          `${String(year).padStart(4, '0')}-12-31T${h}:00:00.${fraction}${at}`,
      );
    fc.assert(
      fc.property(instant, (publishedAt) => {
        const state = ArticleUpdatedV1.parse(live({ publishedAt }));
        const document = documentOf(state);
        expect(document.publishedAt).toBe(publishedAt);
        expect(document.datedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      }),
    );
  });

  it('is dated by its submission when the feed does not say', () => {
    const state = live();
    expect(documentOf(state).datedAt).toBe(new Date(state.arrival.at).toISOString());
  });

  it('keeps the publisher’s own fields as they are', () => {
    const extras = { 'a.b': [1, { c: null }], '': 'x', __proto_: 1 };
    expect(extrasOf(documentOf(live({ content: { extras } })))).toEqual(extras);
    expect(extrasOf(documentOf(live()))).toBeUndefined();
  });
});
