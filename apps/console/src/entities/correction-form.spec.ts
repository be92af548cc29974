import { correctionKinds, correctionOf, emptyCorrection, lackingIn } from './correction-form.ts';

const entity = { id: 'this', type: 'PERSON' } as const;
const other = { id: 'other', name: 'Other' };
const reason = ' They are one. ';

describe('a correction in its form', () => {
  it('is not sent while anything is lacking, and says what', () => {
    const lacking = correctionKinds.map((kind) => lackingIn(emptyCorrection(kind), entity));
    expect(lacking).toEqual([
      ['other', 'reason'],
      ['names', 'newName', 'reason'],
      ['type', 'reason'],
      ['alias', 'reason'],
      ['alias', 'reason'],
      ['reason'],
    ]);
    for (const kind of correctionKinds) {
      expect(correctionOf(emptyCorrection(kind), entity)).toBeUndefined();
    }
  });

  it('merges in the direction of whose name stays', () => {
    const form = { ...emptyCorrection('merge'), other, reason };
    expect(correctionOf(form, entity)).toEqual({
      change: { kind: 'merge', entityId: 'this', intoId: 'other' },
      reason: 'They are one.',
    });
    expect(correctionOf({ ...form, keeps: 'this' }, entity)?.change).toEqual({
      kind: 'merge',
      entityId: 'other',
      intoId: 'this',
    });
  });

  it('merges nothing with itself and retypes nothing to what it is', () => {
    const self = { id: 'this', name: 'This' };
    const merge = { ...emptyCorrection('merge'), other: self, reason };
    expect(lackingIn(merge, entity)).toEqual(['other']);
    const retype = { ...emptyCorrection('retype'), type: 'PERSON', reason } as const;
    expect(lackingIn(retype, entity)).toEqual(['type']);
    expect(correctionOf({ ...retype, type: 'EVENT' }, entity)?.change).toEqual({
      kind: 'retype',
      entityId: 'this',
      type: 'EVENT',
    });
  });

  it('gives split names to somebody new or to somebody known', () => {
    const form = { ...emptyCorrection('split'), names: ['A'], newName: ' B ', reason };
    const split = { kind: 'split', entityId: 'this', names: ['A'] };
    expect(correctionOf(form, entity)?.change).toEqual({ ...split, newName: 'B' });
    expect(correctionOf({ ...form, other }, entity)?.change).toEqual({ ...split, newId: 'other' });
  });

  it('names an alias without the spaces around it', () => {
    const form = { ...emptyCorrection('alias-add'), alias: ' Korut ', reason };
    const change = { kind: 'alias-add', entityId: 'this', alias: 'Korut' };
    expect(correctionOf(form, entity)?.change).toEqual(change);
  });
});
