import { Annotation, EntityCorrectionV1 as Schema } from '@warta/contracts';
import type { CorrectionChange, EntityCorrectionV1 } from '@warta/contracts';
import {
  applyCorrections,
  correctionsInForce,
  nameKeyOfCorrections,
  whereToLook,
} from '@warta/nlp/corrections';
import fc from 'fast-check';
import { entityNameKey, foldName } from '../article-index/fold-name.ts';
import { CORRECTIONS_MAX, EntityBook } from './entity-book.ts';
import { foldBuckets } from './fold-buckets.ts';

const id = (nth: number) => `0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a0${(0xe0 + nth).toString(16)}`;
const [a, b, c, d] = [id(0), id(1), id(2), id(3)];
const by = { keyId: 'admin' as const, name: 'admin' };
const atMs = Date.parse('2026-11-23T02:00:00.000Z');
const decision = (second: number) => ({
  at: new Date(atMs + second * 1_000).toISOString(),
  by,
  reason: 'test',
});

function correction(nth: number, change: CorrectionChange, second = nth): EntityCorrectionV1 {
  const correctionId = `0190b0a4-5c1e-7a3f-8f52-${String(nth).padStart(12, '0')}`;
  return Schema.parse({ correctionId, change, entityName: 'x', made: decision(second) });
}

function bookOf(...corrections: EntityCorrectionV1[]): EntityBook {
  const book = new EntityBook();
  for (const [nth, one] of corrections.entries()) book.apply(one, { offset: BigInt(nth) });
  return book;
}

const merge = (entityId: string, intoId: string): CorrectionChange => ({
  kind: 'merge',
  entityId,
  intoId,
});
const undo = (one: EntityCorrectionV1, second = 99): EntityCorrectionV1 => ({
  ...one,
  undone: decision(second),
});

describe('the book of corrections', () => {
  it('makes one entity of a chain of merges, and parts it again where one is undone', () => {
    const [first, second] = [correction(1, merge(a, b)), correction(2, merge(b, c))];
    const book = bookOf(first, second);
    expect([a, b, c].map((one) => book.canonicalOf(one))).toEqual([c, c, c]);
    expect(book.membersOf(a)).toEqual([c, b, a]);
    expect(book.mergeOf(a)?.correctionId).toBe(first.correctionId);
    book.apply(undo(second), { offset: 2n });
    expect([a, b, c].map((one) => book.canonicalOf(one))).toEqual([b, b, c]);
    expect(book.membersOf(c)).toEqual([c]);
    expect(book.list()).toHaveLength(2);
  });

  it('takes the earlier merge back where a later one would close a circle', () => {
    const book = bookOf(correction(1, merge(a, b)), correction(2, merge(b, a)));
    expect([a, b].map((one) => book.canonicalOf(one))).toEqual([a, a]);
    expect(book.mergeOf(a)).toBeUndefined();
  });

  it('blocks all that is one with a blocked entity', () => {
    const book = bookOf(correction(1, merge(a, b)), correction(2, { kind: 'block', entityId: b }));
    expect([a, b, c].map((one) => book.isBlocked(one))).toEqual([true, true, false]);
  });

  it('knows names added and taken away, the later over the earlier, spelling aside', () => {
    const add = correction(1, { kind: 'alias-add', entityId: a, alias: 'Pák  Lurah' });
    const remove = correction(2, { kind: 'alias-remove', entityId: a, alias: 'pak lurah' });
    const book = bookOf(add, correction(3, merge(a, b)));
    expect(book.bearersOf('PAK LURAH')).toEqual([b]);
    expect(book.namesAddedTo(b)).toEqual(['Pák  Lurah']);
    book.apply(remove, { offset: 3n });
    expect(book.bearersOf('pak lurah')).toEqual([]);
    expect(book.isNotCalled(a, 'pak lurah')).toBe(true);
    expect(book.isNotCalled(b, 'pak lurah')).toBe(false);
  });

  it('keeps the type people gave to the entity that stands for all', () => {
    const retype = correction(1, { kind: 'retype', entityId: b, type: 'PERSON' });
    const book = bookOf(retype, correction(2, merge(a, b)));
    expect([book.typeOf(a), book.typeOf(c)]).toEqual(['PERSON', undefined]);
  });

  it('counts a merged entity for the one it is, and a blocked one not at all', () => {
    const buckets = [a, b, c, d].map((one, nth) => ({ id: one, articles: 10 - nth }));
    const book = bookOf(correction(1, merge(b, c)), correction(2, { kind: 'block', entityId: d }));
    expect(foldBuckets(book, buckets)).toEqual([
      { id: c, articles: 17 },
      { id: a, articles: 10 },
    ]);
    expect(foldBuckets(new EntityBook(), buckets)).toEqual(buckets);
    expect(foldBuckets(book, buckets, new Map([[c, 9]]))[1]).toEqual({ id: c, articles: 9 });
  });

  it('knows who was merged, the last first, and no more than are asked for', () => {
    const book = bookOf(correction(1, merge(a, b)), correction(2, merge(c, d)));
    expect(book.mergedLately(10)).toEqual([c, d, a, b]);
    expect(book.mergedLately(3)).toEqual([c, d]);
    expect(new EntityBook().mergedLately(10)).toEqual([]);
    // Merged, itself again by the merge that would close a circle, and merged last of all.
    const twice = [merge(a, b), merge(b, a), merge(c, d), merge(a, c)];
    const again = bookOf(...twice.map((change, nth) => correction(nth, change)));
    expect(again.mergedLately(10)).toEqual([a, d, c, b]);
    expect(again.mergedLately(2)).toEqual([a, d]);
  });

  it('is made in a moment of as many corrections as there may be, whatever they merge and block', () => {
    const ids = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
    const book = new EntityBook();
    const half = CORRECTIONS_MAX / 2;
    for (let nth = 0; nth < half; nth += 1) {
      const made = { change: merge(ids(nth), ids(nth + 1 + (nth % 2))), entityName: 'x' };
      const about = { correctionId: ids(nth), made: decision(nth) };
      book.apply({ ...about, ...made }, { offset: BigInt(nth) });
      const change = { kind: 'block' as const, entityId: ids(half + nth) };
      const blocks = { correctionId: ids(half + nth), made: decision(half + nth) };
      book.apply({ ...blocks, change, entityName: 'x' }, { offset: BigInt(half + nth) });
    }
    // Of the processor's time, since a busy machine has others of its own.
    const start = process.cpuUsage();
    expect(book.membersOf(ids(0)).length).toBeGreaterThan(half / 2);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(2_000);
  });

  it('is not whole until its log was read to the end', () => {
    const book = new EntityBook();
    expect(book.unavailable).toMatch(/not been read to their end/);
    const reader = { caughtUp: false, lastRefreshedAt: undefined };
    book.follow(reader);
    expect(book.unavailable).toMatch(/not been read to their end/);
    book.follow({ ...reader, caughtUp: true });
    expect(book.unavailable).toBeUndefined();
  });

  it('ends in the same view whatever the order of delivery and whatever comes twice', () => {
    const anyId = fc.constantFrom(a, b, c, d);
    const alias = fc.constantFrom('Korut', 'korut', 'Pak Lurah');
    const change: fc.Arbitrary<CorrectionChange> = fc.oneof(
      { weight: 4, arbitrary: fc.tuple(anyId, anyId).map(([from, into]) => merge(from, into)) },
      anyId.map((entityId) => ({ kind: 'block' as const, entityId })),
      fc
        .tuple(anyId, fc.constantFrom('PERSON' as const, 'EVENT' as const))
        .map(([entityId, type]) => ({ kind: 'retype' as const, entityId, type })),
      fc
        .tuple(fc.constantFrom('alias-add' as const, 'alias-remove' as const), anyId, alias)
        .map(([kind, entityId, name]) => ({ kind, entityId, alias: name })),
      fc.tuple(anyId, anyId, alias).map(([entityId, newId, newName]) => {
        const names = ['Korut'];
        return {
          kind: 'split' as const,
          entityId,
          names,
          newId,
          newName,
          newType: 'PERSON' as const,
        };
      }),
    );
    const log = fc
      .array(fc.record({ change, second: fc.nat(5), isUndone: fc.boolean() }), { maxLength: 12 })
      .map((all) =>
        all.flatMap(({ change: what, second, isUndone }, nth) => {
          const made = correction(nth, what, second);
          return isUndone ? [made, undo(made)] : [made];
        }),
      );
    const deliveries = log.chain((events) => {
      const logged = events.map((event, nth) => ({ event, offset: BigInt(nth) }));
      const again = logged.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...logged));
      return again.chain((more) =>
        fc.record({
          logged: fc.constant(logged),
          delivered: fc.shuffledSubarray([...logged, ...more], {
            minLength: logged.length + more.length,
          }),
        }),
      );
    });
    fc.assert(
      fc.property(deliveries, ({ logged, delivered }) => {
        const [ordered, shuffled] = [new EntityBook(), new EntityBook()];
        for (const { event, offset } of logged) ordered.apply(event, { offset });
        for (const { event, offset } of delivered) shuffled.apply(event, { offset });
        expect(everythingOf(shuffled)).toEqual(everythingOf(ordered));
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('the book and the articles', () => {
  it('agree on who is who, whatever merges and blocks people made', () => {
    const anyId = fc.constantFrom(a, b, c, d);
    const change: fc.Arbitrary<CorrectionChange> = fc.oneof(
      { weight: 5, arbitrary: fc.tuple(anyId, anyId).map(([from, into]) => merge(from, into)) },
      anyId.map((entityId) => ({ kind: 'block' as const, entityId })),
    );
    const body = 'A B C D';
    const annotation = Annotation.parse({
      ...{ extractor: 'test', version: '1', language: 'id', quotes: [], dates: [], flags: [] },
      entities: [a, b, c, d].map((one, nth) => ({
        id: one,
        type: 'PERSON',
        name: body[2 * nth],
        aliases: [body[2 * nth]],
        salience: 'passing',
        mentions: [{ field: 'body', start: 2 * nth, end: 2 * nth + 1 }],
      })),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const corrections = changes.map((what, nth) => correction(nth, what));
        const book = bookOf(...corrections);
        const corrected = applyCorrections(annotation, correctionsInForce(corrections), { body });
        const bearerOf = (nth: number) =>
          corrected.entities.find(({ mentions }) =>
            mentions.some(({ start }) => start === 2 * nth),
          );
        for (const [nth, one] of [a, b, c, d].entries()) {
          const found = book.isBlocked(one) ? undefined : book.canonicalOf(one);
          expect(bearerOf(nth)?.id).toBe(found);
        }
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('the spellings of a name', () => {
  const name = fc
    .array(fc.constantFrom(..."kpKé.-‘'’`s 4ßİ|,\u0301ﬁ"), { minLength: 1, maxLength: 6 })
    .map((all) => all.join(''))
    .filter((one) => /[\p{L}\p{N}]/u.test(one));

  it('are the same to the index, the book and the articles', () => {
    const pairs = fc.oneof(
      fc.tuple(name, name),
      name.map((one) => [one, one.toUpperCase().replaceAll('.', '')] as const),
    );
    let same = 0;
    fc.assert(
      fc.property(pairs, fc.boolean(), ([alias, printed], isSplit) => {
        const add = { kind: 'alias-add' as const, entityId: a, alias };
        const split = { kind: 'split' as const, entityId: b, names: [alias], newId: a };
        const change = isSplit ? { ...split, newName: 'N', newType: 'PERSON' as const } : add;
        const annotation = Annotation.parse({
          ...{ extractor: 'test', version: '1', language: 'id', quotes: [], dates: [], flags: [] },
          entities: [
            {
              ...{ id: b, type: 'PERSON', name: printed, aliases: [printed], salience: 'passing' },
              mentions: [{ field: 'body', start: 0, end: printed.length }],
            },
          ],
        });
        const made = correction(1, change);
        const after = applyCorrections(annotation, correctionsInForce([made]), { body: printed });
        const isMeant = after.entities[0]?.id === a;
        same += Number(isMeant);
        expect(foldName(alias) === foldName(printed)).toBe(isMeant);
        expect(entityNameKey(alias, b) === entityNameKey(printed, b)).toBe(isMeant);
        const found = bookOf(correction(1, add)).bearersOf(printed);
        expect(found).toEqual(isMeant ? [a] : []);
        const looked = whereToLook(made, [made]);
        const asked = isSplit ? looked.printed : looked.names;
        expect(asked.has(nameKeyOfCorrections(printed))).toBe(isMeant);
      }),
      { seed: 6, numRuns: 500 },
    );
    expect(same).toBeGreaterThan(100);
  });

  it.each([
    ['K.P.K.', 'kpk'],
    ['Kim Jong-un', 'KIM JONG UN'],
    ['PT. Telkom', 'PT Telkom'],
    ['Ma‘ruf', "Ma'ruf"],
    ["Ma'ruf Amin", 'Maruf Amin'],
    ['Qur’an', 'Quran'],
    ["Jum'at", 'JUMAT'],
    ['Ba´asyir', 'Baasyir'],
  ])('%j is %j', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
    expect(foldName(one)).not.toBe('');
  });
});

/** Walks every chain of merges: it would not return from a circle. */
function everythingOf(book: EntityBook) {
  return [a, b, c, d].map((one) => ({
    canonical: book.canonicalOf(one),
    members: [...book.membersOf(one)].sort(),
    isBlocked: book.isBlocked(one),
    type: book.typeOf(one),
    names: [...book.namesAddedTo(one)].sort(),
    isNotKorut: book.isNotCalled(one, 'korut'),
    split: book.splitOf(one),
    list: book.list(),
  }));
}
