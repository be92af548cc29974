import { readFileSync } from 'node:fs';
import { EXTRACTOR, EXTRACTOR_VERSION } from '@warta/nlp';
import { leftOutOf, mayReplace } from './quality-page.ts';

const page = readFileSync(new URL('../../../docs/quality.md', import.meta.url), 'utf8');

test('docs/quality.md was measured on this version of the extractor: npm run bench:nlp', () => {
  const [, measured] = /^Made for extractor `([^`]+)`/m.exec(page) ?? [];
  expect(measured).toBe(`${EXTRACTOR} ${EXTRACTOR_VERSION}`);
});

describe('a page', () => {
  const partial = 'x\nLeft out: the marked articles of `last`; CoNLL-2003 test.\ny\n';

  it('says what its run could not measure', () => {
    expect(leftOutOf(partial)).toEqual(['the marked articles of `last`', 'CoNLL-2003 test']);
    expect(leftOutOf('x\ny\n')).toEqual([]);
  });

  it('is not replaced by a run that measured less', () => {
    expect(mayReplace('whole', ['CoNLL-2003 test'])).toBe(false);
    expect(mayReplace(partial, ['CoNLL-2003 test', 'WikiGold'])).toBe(false);
  });

  it('is replaced by a run that measured as much or more, and written where there was none', () => {
    expect(mayReplace(partial, ['CoNLL-2003 test'])).toBe(true);
    expect(mayReplace('whole', [])).toBe(true);
    expect(mayReplace(undefined, ['CoNLL-2003 test'])).toBe(true);
  });
});
