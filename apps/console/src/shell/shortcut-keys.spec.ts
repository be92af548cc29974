import { ShortcutKeys } from './shortcut-keys.ts';

const known = ['/', '?', 'j', 'g s', 'g e', 's'];
const plain = { ctrlKey: false, metaKey: false, altKey: false };

function typed(keys: string[], everyMs = 100): (string | undefined)[] {
  const shortcuts = new ShortcutKeys();
  return keys.map((key, index) => shortcuts.press({ ...plain, key }, known, index * everyMs));
}

describe('shortcuts', () => {
  it('of one key come at once, and those of two with the second', () => {
    expect(typed(['/', 'g', 's', 'j'])).toEqual(['/', undefined, 'g s', 'j']);
  });

  it('begin anew after a key that leads nowhere', () => {
    expect(typed(['g', 'g', 'e'])).toEqual([undefined, undefined, 'g e']);
    expect(typed(['g', 'x', 's'])).toEqual([undefined, undefined, 's']);
    expect(typed(['g', 'j'])).toEqual([undefined, 'j']);
  });

  it('forget a first key that nothing follows', () => {
    expect(typed(['g', 's'], 2_000)).toEqual([undefined, 's']);
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])('leave keys with %s to the browser', (modifier) => {
    const shortcuts = new ShortcutKeys();
    expect(shortcuts.press({ ...plain, key: 'j', [modifier]: true }, known, 0)).toBeUndefined();
  });
});
