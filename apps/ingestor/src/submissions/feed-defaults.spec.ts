import { EXTRAS_LENGTH_MAX } from '@warta/contracts';
import fc from 'fast-check';
import { withDefaults, withoutJunkLines } from './feed-defaults.ts';

describe('the defaults of a feed', () => {
  const defaults = { language: 'id', section: 'Ekonomi', priority: 5 };

  it('fill in what the push does not say, and nothing else', () => {
    expect(withDefaults({ title: 'T' }, defaults)).toEqual({
      title: 'T',
      byline: undefined,
      language: 'id',
      section: 'Ekonomi',
      extras: { priority: 5 },
    });
    const said = { language: 'en', section: 'Sports', extras: { priority: 1, desk: 'x' } };
    expect(withDefaults(said, defaults)).toMatchObject(said);
    expect(withDefaults({ title: 'T' }).extras).toBeUndefined();
  });

  it('never make a push invalid', () => {
    const extras = { note: 'x'.repeat(EXTRAS_LENGTH_MAX - '{"note":""}'.length) };
    expect(withDefaults({ extras }, defaults).extras).toEqual(extras);
  });
});

describe('lines of the house', () => {
  const junk = ['Baca juga:', 'ADVERTISEMENT'];

  it('are left out where they stand alone, with the empty lines around them', () => {
    const text = 'Satu.\n\n  Baca juga: yang lain\n\nDua, ADVERTISEMENT.\nADVERTISEMENT\n\nTiga.';
    expect(withoutJunkLines(text, junk)).toBe('Satu.\n\nDua, ADVERTISEMENT.\n\nTiga.');
  });

  it('that are all of a text stay: then the rule is wrong', () => {
    expect(withoutJunkLines('Baca juga: a\nADVERTISEMENT', junk)).toBe(
      'Baca juga: a\nADVERTISEMENT',
    );
  });

  it('change nothing in a text without them, and nothing more the second time', () => {
    const line = fc.constantFrom('', 'Satu.', 'Baca juga: x', ' ADVERTISEMENT', 'Dua');
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const once = withoutJunkLines(text, junk);
        expect(withoutJunkLines(once, junk)).toBe(once);
        if (!lines.some((one) => /^ ?(Baca|ADV)/.test(one))) expect(once).toBe(text);
      }),
    );
  });
});
