import { Annotation } from '@warta/contracts';
import type { CorrectionChange, EntityCorrectionV1, Quote } from '@warta/contracts';
import fc from 'fast-check';
import {
  applyCorrections,
  correctionsInForce,
  nameKeyOfCorrections,
  whereToLook,
} from './corrections.ts';
import { entityId } from './entity-id.ts';

const uuid = (n: number): string =>
  `0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a0${String(n).padStart(2, '0')}`;
const [KORUT, UTARA, KIM, OTHER, NEW] = [1, 2, 3, 4, 5].map(uuid) as [
  string,
  string,
  string,
  string,
  string,
];

/** Prints the forms one after the other, each as a mention of its entity. */
function textOf(printed: readonly (readonly [id: string, form: string, inTitle?: boolean])[]) {
  const text = { title: '', body: '' };
  const entities = new Map<string, Annotation['entities'][number]>();
  for (const [id, form, inTitle] of printed) {
    const field = inTitle ? ('title' as const) : ('body' as const);
    const start = text[field].length;
    text[field] += `${form}, `;
    const mention = { field, start, end: start + form.length, by: 'tagger-id-1' };
    const known = entities.get(id);
    if (known === undefined) {
      const facts = { id, type: 'LOCATION' as const, name: form, salience: 'passing' as const };
      entities.set(id, { ...facts, linkedBy: 'alias', aliases: [form], mentions: [mention] });
    } else {
      known.mentions.push(mention);
    }
  }
  for (const entity of entities.values()) {
    entity.mentions.sort((a, b) => Number(a.field === 'body') - Number(b.field === 'body'));
    entity.aliases = [
      ...new Set(entity.mentions.map(({ field, start, end }) => text[field].slice(start, end))),
    ];
  }
  const base = { extractor: 'warta', version: '3.0.0', language: 'id', dates: [], flags: [] };
  const quotes: Quote[] = [];
  const inOrder = [...entities.values()].sort(({ mentions: [a] }, { mentions: [b] }) =>
    a?.field === b?.field ? (a?.start ?? 0) - (b?.start ?? 0) : a?.field === 'title' ? -1 : 1,
  );
  return { text, annotation: { ...base, entities: inOrder, quotes } as Annotation };
}

let count = 0;
function made(
  change: CorrectionChange,
  more: Partial<EntityCorrectionV1> = {},
): EntityCorrectionV1 {
  count += 1;
  const by = { keyId: 'k7f2m9x4', name: 'Meja' };
  const at = new Date(Date.UTC(2026, 10, 23) + count).toISOString();
  return {
    correctionId: uuid(20 + (count % 70)),
    change,
    entityName: 'Korea Utara',
    entityType: 'LOCATION',
    made: { at, by, reason: 'because' },
    ...more,
  };
}

const said = (printed: Parameters<typeof textOf>[0], ...corrections: EntityCorrectionV1[]) => {
  const { text, annotation } = textOf(printed);
  return applyCorrections(annotation, correctionsInForce(corrections), text);
};
const shown = ({ entities }: Annotation) =>
  entities.map(({ id, name, aliases }) => [id, name, aliases]);

describe('corrections', () => {
  it('merge: one entity with all mentions in order, named and typed as the other one', () => {
    const { text, annotation } = textOf([
      [KIM, 'Kim'],
      [KORUT, 'Korut', true],
      [UTARA, 'Korea Utara'],
      [KORUT, 'KORUT'],
    ]);
    const [korut, , utara] = annotation.entities;
    Object.assign(korut ?? {}, { salience: 'main', role: 'negara', type: 'ORGANIZATION' });
    Object.assign(utara ?? {}, { wikidata: 'Q423' });
    const merge = made({ kind: 'merge', entityId: KORUT, intoId: UTARA });
    const corrected = applyCorrections(annotation, correctionsInForce([merge]), text);
    expect(corrected.entities.map(({ id }) => id)).toEqual([UTARA, KIM]);
    expect(corrected.entities[0]).toMatchObject({
      type: 'LOCATION',
      wikidata: 'Q423',
      salience: 'main',
      role: 'negara',
      linkedBy: 'correction',
      aliases: ['Korut', 'Korea Utara', 'KORUT'],
    });
    expect(corrected.corrections).toEqual([merge.correctionId]);
    expect(corrected.entities[1]).toBe(annotation.entities[1]);
  });

  it('merge into somebody whom the article does not name takes name, type and place of the event', () => {
    const place = { latitude: 40, longitude: 127, country: 'KP' };
    const into = { name: 'Korea Utara', type: 'LOCATION' as const, wikidata: 'Q423', place };
    const corrected = said(
      [[KORUT, 'Korut']],
      made({ kind: 'merge', entityId: KORUT, intoId: UTARA, into }),
    );
    expect(corrected.entities).toMatchObject([{ id: UTARA, ...into, aliases: ['Korut'] }]);
  });

  it('merges made in any order end at the last of the chain, and a circle at the later wish', () => {
    const korut = [[KORUT, 'Korut']] as const;
    const ids = (...corrections: EntityCorrectionV1[]) =>
      said(korut, ...corrections).entities.map(({ id }) => id);
    const first = made({ kind: 'merge', entityId: UTARA, intoId: OTHER });
    const second = made({ kind: 'merge', entityId: KORUT, intoId: UTARA });
    expect(ids(first, second)).toEqual([OTHER]);
    const back = made({ kind: 'merge', entityId: OTHER, intoId: KORUT });
    expect(ids(first, second, back)).toEqual([KORUT]);
  });

  it('split: the printed names go to the other entity, quotes with their speaker', () => {
    const { text, annotation } = textOf([
      [KIM, 'Kim Jong Un'],
      [KIM, 'KIM'],
      [KIM, 'Kim Yo Jong'],
    ]);
    const quote = {
      text: 'ya',
      field: 'body' as const,
      start: 0,
      end: 2,
      cue: 'kata',
      direct: true,
      confidence: 1,
    };
    const spoken = ['Kim Yo Jong', 'Kim Jong Un', 'dia'].map((speaker) => ({
      ...quote,
      speaker,
      speakerEntityId: KIM,
    }));
    const change: CorrectionChange = {
      kind: 'split',
      entityId: KIM,
      names: ['kim  yo jong'],
      newId: NEW,
      newName: 'Kim Yo Jong',
      newType: 'PERSON',
    };
    const corrected = applyCorrections(
      { ...annotation, quotes: spoken },
      correctionsInForce([made(change)]),
      text,
    );
    expect(shown(corrected)).toEqual([
      [KIM, 'Kim Jong Un', ['Kim Jong Un', 'KIM']],
      [NEW, 'Kim Yo Jong', ['Kim Yo Jong']],
    ]);
    expect(corrected.quotes.map(({ speakerEntityId: id }) => id)).toEqual([NEW, KIM, KIM]);
  });

  it('block: its mentions are unmarked, and its quotes keep the printed speaker without an id', () => {
    const { text, annotation } = textOf([
      [KORUT, 'Baca Juga'],
      [KIM, 'Kim'],
    ]);
    const quote = {
      text: 'ya',
      field: 'body' as const,
      start: 0,
      end: 2,
      cue: '',
      direct: true,
      confidence: 1,
    };
    const spoken = {
      ...annotation,
      quotes: [{ ...quote, speaker: 'Baca Juga', speakerEntityId: KORUT }],
    };
    const corrected = applyCorrections(
      spoken,
      correctionsInForce([made({ kind: 'block', entityId: KORUT })]),
      text,
    );
    expect(shown(corrected)).toEqual([[KIM, 'Kim', ['Kim']]]);
    expect(corrected.quotes).toEqual([{ ...quote, speaker: 'Baca Juga' }]);
  });

  it('retype: another type, without a place that only a place has, also where a merge makes it', () => {
    const { text, annotation } = textOf([[KORUT, 'Jokowi']]);
    Object.assign(annotation.entities[0] ?? {}, { place: { latitude: 1, longitude: 1 } });
    const retype = made({ kind: 'retype', entityId: KORUT, type: 'PERSON' });
    const corrected = applyCorrections(annotation, correctionsInForce([retype]), text);
    expect(corrected.entities[0]).toMatchObject({ type: 'PERSON', linkedBy: 'correction' });
    expect(corrected.entities[0]).not.toHaveProperty('place');
    const into = { name: 'Korea Utara', type: 'LOCATION' as const };
    const merge = made({ kind: 'merge', entityId: KIM, intoId: KORUT, into });
    expect(said([[KIM, 'Kim']], retype, merge).entities).toMatchObject([
      { id: KORUT, type: 'PERSON' },
    ]);
  });

  it('alias-add: whoever is printed so is this entity, with or without case and accents', () => {
    const add = made({ kind: 'alias-add', entityId: UTARA, alias: 'Kórut' });
    const corrected = said(
      [
        [KORUT, 'KORUT'],
        [KORUT, 'Korsel'],
        [OTHER, 'korut'],
      ],
      add,
    );
    expect(shown(corrected)).toEqual([
      [UTARA, 'Korea Utara', ['KORUT', 'korut']],
      [KORUT, 'KORUT', ['Korsel']],
    ]);
  });

  it('alias-remove: whoever is printed so is one of that name, also after it was merged in', () => {
    const local = entityId({ type: 'LOCATION', name: 'Korut' });
    const remove = made({ kind: 'alias-remove', entityId: UTARA, alias: 'korut' });
    expect(
      shown(
        said(
          [
            [UTARA, 'Korea Utara'],
            [UTARA, 'Korut'],
          ],
          remove,
        ),
      ),
    ).toEqual([
      [UTARA, 'Korea Utara', ['Korea Utara']],
      [local, 'Korut', ['Korut']],
    ]);
    const merge = made({ kind: 'merge', entityId: local, intoId: UTARA });
    const again = made({ kind: 'alias-remove', entityId: UTARA, alias: 'korut' });
    expect(said([[local, 'Korut']], merge, again).entities.map(({ id }) => id)).toEqual([local]);
    const own = said(
      [[local, 'Korut']],
      made({ kind: 'alias-remove', entityId: local, alias: 'Korut' }),
    );
    expect(own.entities[0]?.id).not.toBe(local);
  });
});

const ids = fc.constantFrom(
  KORUT,
  UTARA,
  KIM,
  OTHER,
  NEW,
  entityId({ type: 'LOCATION', name: 'Korut' }),
);
const forms = fc.constantFrom('Korut', 'Korea Utara', 'KORUT', 'Kim', 'Kim Jong Un', 'Moskwa');
const articles = fc
  .array(fc.tuple(ids, forms, fc.boolean()), { minLength: 1, maxLength: 8 })
  .chain((printed) =>
    fc.record({
      printed: fc.constant(printed),
      speakers: fc.array(fc.constantFrom(...printed), { maxLength: 3 }),
    }),
  )
  .map(({ printed, speakers }) => {
    const { text, annotation } = textOf(printed);
    const quote = {
      text: 'ya',
      field: 'body' as const,
      start: 0,
      end: 2,
      cue: '',
      direct: true,
      confidence: 1,
    };
    const quotes = speakers.map(([speakerEntityId, speaker]) => ({
      ...quote,
      speaker,
      speakerEntityId,
    }));
    return { text, annotation: { ...annotation, quotes } };
  });
const type = fc.constantFrom('PERSON' as const, 'LOCATION' as const);
const change = fc.oneof(
  fc.record({ kind: fc.constant('merge' as const), entityId: ids, intoId: ids }),
  fc.record({
    kind: fc.constant('split' as const),
    entityId: ids,
    names: fc.array(forms, { minLength: 1, maxLength: 2 }),
    newId: ids,
    newName: forms,
    newType: type,
  }),
  fc.record({ kind: fc.constant('block' as const), entityId: ids }),
  fc.record({ kind: fc.constant('retype' as const), entityId: ids, type }),
  fc.record({
    kind: fc.constantFrom('alias-add' as const, 'alias-remove' as const),
    entityId: ids,
    alias: forms,
  }),
);
const undoneOrNot = {
  at: '2026-12-01T00:00:00.000Z',
  by: { keyId: 'k7f2m9x4', name: 'Meja' },
  reason: 'no',
};
const lists = fc.array(fc.record({ change, isUndone: fc.boolean() }), { maxLength: 8 }).map((all) =>
  all.map((one, at) =>
    made(one.change, {
      correctionId: uuid(20 + at),
      made: { ...undoneOrNot, at: new Date(Date.UTC(2026, 10, 23) + at).toISOString() },
      ...(one.isUndone && { undone: undoneOrNot }),
    }),
  ),
);

describe('any corrections of any text', () => {
  const each = (check: (one: ReturnType<typeof textOf>, list: EntityCorrectionV1[]) => void) =>
    fc.assert(fc.property(articles, lists, check), { numRuns: 1_000 });

  it('leave offsets and quotes as they were, mentions in order, and no id without its entity', () => {
    each(({ text, annotation }, list) => {
      const corrected = applyCorrections(annotation, correctionsInForce(list), text);
      const { entities, quotes } = Annotation.parse(corrected);
      const known = new Set(entities.map(({ id }) => id));
      expect(known.size).toBe(entities.length);
      for (const { speakerEntityId: id } of quotes)
        if (id !== undefined) expect(known).toContain(id);
      expect(quotes.map(({ speakerEntityId: _, ...rest }) => rest)).toEqual(
        annotation.quotes.map(({ speakerEntityId: _, ...rest }) => rest),
      );
      const places = (all: Annotation['entities']) =>
        all.flatMap(({ mentions }) => mentions.map((one) => JSON.stringify(one))).sort();
      const before = places(annotation.entities);
      const isBlocked = list.some((one) => one.change.kind === 'block' && one.undone === undefined);
      if (isBlocked) expect(before).toEqual(expect.arrayContaining(places(entities)));
      else expect(places(entities)).toEqual(before);
      for (const { aliases, mentions } of entities) {
        const printed = mentions.map(({ field, start, end }) => text[field].slice(start, end));
        expect(aliases).toEqual([...new Set(printed)]);
        const at = mentions.map(({ field, start }) => start + (field === 'body' ? 1_000 : 0));
        expect(at).toEqual([...at].sort((a, b) => a - b));
      }
    });
  });

  it('give the same in whatever order and however often they are delivered; undone is never made', () => {
    fc.assert(
      fc.property(
        articles,
        lists.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list]))),
        ({ text, annotation }, [list, some]) => {
          const frozen = JSON.stringify(annotation);
          const apply = (all: EntityCorrectionV1[]) =>
            applyCorrections(annotation, correctionsInForce(all), text);
          const expected = apply(list);
          const notYetUndone = list.map(({ undone: _, ...one }) => one);
          expect(apply([...some, ...list])).toEqual(expected);
          expect(apply([...notYetUndone, ...list])).toEqual(expected);
          expect(apply([...list, ...notYetUndone])).toEqual(expected);
          expect(apply(list.filter(({ undone }) => undone === undefined))).toEqual(expected);
          expect(JSON.stringify(annotation)).toBe(frozen);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('that an article does not name could be left out, and it names none that is undone', () => {
    each(({ text, annotation }, list) => {
      const apply = (all: EntityCorrectionV1[]) =>
        applyCorrections(annotation, correctionsInForce(all), text);
      const { corrections = [], entities, quotes } = apply(list);
      for (const one of list) {
        if (corrections.includes(one.correctionId)) expect(one.undone).toBeUndefined();
        else
          expect(apply(list.filter((other) => other !== one))).toMatchObject({ entities, quotes });
      }
    });
  });

  it('concern no article that is not looked for', () => {
    each(({ text, annotation }, list) => {
      const { corrections = [] } = applyCorrections(annotation, correctionsInForce(list), text);
      const printed = new Set(
        annotation.entities.flatMap(({ aliases }) => aliases.map(nameKeyOfCorrections)),
      );
      for (const id of corrections) {
        const one = list.find(({ correctionId }) => correctionId === id) as EntityCorrectionV1;
        const look = whereToLook(one, list);
        const isThere =
          annotation.entities.some((entity) => look.entityIds.has(entity.id)) ||
          !look.names.isDisjointFrom(printed);
        expect(isThere).toBe(true);
        if (look.printed.size > 0) expect(look.printed.isDisjointFrom(printed)).toBe(false);
      }
    });
  });

  it('that concern nobody in it leave the annotation itself', () => {
    const { text, annotation } = textOf([[KIM, 'Kim']]);
    const list = correctionsInForce([made({ kind: 'merge', entityId: KORUT, intoId: KIM })]);
    expect(applyCorrections(annotation, list, text)).toBe(annotation);
  });
});
