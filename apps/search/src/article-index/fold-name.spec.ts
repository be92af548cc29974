import fc from 'fast-check';
import { entityIdOfKey, entityNameKey, entityNamePrefix, foldName } from './fold-name.ts';

describe('folding a name', () => {
  it.each([
    ['KOREA  Utara ', 'korea utara'],
    ['Erdoğan', 'erdogan'],
    ['Ma’ruf Amin', 'maruf amin'],
    ["Susi's", 'susi'],
    ['A|B', 'a b'],
    ['ﬁrma', 'firma'],
  ])('%j is %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('makes keys that only this name’s prefix finds, and that give the id back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.uuid(),
        (name, other, id) => {
          const key = entityNameKey(name, id);
          if (key === undefined) return;
          expect(entityIdOfKey(key)).toBe(id);
          expect(key.startsWith(entityNamePrefix(name))).toBe(true);
          expect(key.startsWith(entityNamePrefix(other))).toBe(foldName(other) === foldName(name));
        },
      ),
    );
  });

  it('has no key for names that nobody can ask for', () => {
    expect(entityNameKey(' | ', 'id')).toBeUndefined();
    expect(entityNameKey('x'.repeat(201), 'id')).toBeUndefined();
  });
});
