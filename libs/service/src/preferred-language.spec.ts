import fc from 'fast-check';
import { preferredLanguage } from './preferred-language.ts';
import { ProblemError, problemIn } from './problem-error.ts';

describe('the language of a caller', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['id', 'id'],
    ['ID-id, en;q=0.5', 'id'],
    ['fr, de;q=0.9, id;q=0.2', 'id'],
    ['en;q=0.4, id;q=0.8', 'id'],
    ['id, en', 'id'],
    ['en-GB, id', 'en'],
    ['id;q=0', 'en'],
    ['*', 'en'],
    ['id;q=2', 'en'],
    ['idn', 'en'],
  ])('%j is %s of English and Indonesian', (header, language) => {
    expect(preferredLanguage(header, ['en', 'id'])).toBe(language);
  });

  it('is one of those there are, whatever the header says', () => {
    const header = fc.oneof(fc.string(), fc.stringMatching(/^(id|en|,|;|q=|0|\.|1| |-)*$/));
    fc.assert(
      fc.property(header, (text) => {
        expect(['en', 'id']).toContain(preferredLanguage(text, ['en', 'id']));
      }),
      { seed: 6 },
    );
  });
});

it('decides how a problem is told that has several, and nothing of one that has not', () => {
  const plain = new ProblemError(400, 'No.');
  expect(problemIn(plain, 'id')).toBe(plain);
  const both = new ProblemError(400, 'No.', {
    errors: [{ pointer: '?q', detail: 'no', column: 3 }],
    translations: {
      id: { detail: 'Tidak.', errors: [{ pointer: '?q', detail: 'tidak', column: 3 }] },
    },
  });
  expect(problemIn(both, 'id-ID, en;q=0.1')).toMatchObject({
    status: 400,
    message: 'Tidak.',
    errors: [{ pointer: '?q', detail: 'tidak', column: 3 }],
    headers: { 'content-language': 'id', vary: 'accept-language' },
  });
  expect(problemIn(both, 'fr')).toMatchObject({
    message: 'No.',
    errors: [{ detail: 'no' }],
    headers: { 'content-language': 'en' },
  });
});
