import { WartaError } from '@warta/client';
import { faultOf, splitAt } from './query-fault.ts';

const refused = (pointer: string, detail: string, status = 400) =>
  new WartaError({ type: 'about:blank', title: 'Bad', status, errors: [{ pointer, detail }] });

describe('a fault of a query', () => {
  it('is told with the character it is at', () => {
    const error = refused('?q', 'at column 6: expected a word after AND');
    expect(faultOf(error)).toEqual({ says: 'expected a word after AND', column: 6 });
  });

  it('is told in the language of the service, with the character it names', () => {
    expect(faultOf(refused('?q', 'pada kolom 9: diharapkan ) untuk ( pada kolom 1'))).toEqual({
      says: 'diharapkan ) untuk ( pada kolom 1',
      column: 9,
    });
    const errors = [{ pointer: '?q', detail: 'memerlukan sebuah nama', column: 3 }];
    const error = new WartaError({ type: 'about:blank', title: 'Bad', status: 400, errors });
    expect(faultOf(error)).toEqual({ says: 'memerlukan sebuah nama', column: 3 });
  });

  it('may have no place, and is no other trouble', () => {
    expect(faultOf(refused('?q', 'is too long'))).toEqual({
      says: 'is too long',
      column: undefined,
    });
    expect(faultOf(refused('?from', 'is no date'))).toBeUndefined();
    expect(faultOf(refused('?q', 'at column 1: x', 503))).toBeUndefined();
    expect(faultOf(new Error('column 1'))).toBeUndefined();
  });

  it.each([
    ['a AND', 6, ['a AND', '', '']],
    ['(a', 1, ['', '(', 'a']],
    ['🙂 )', 3, ['🙂 ', ')', '']],
    ['a', 99, ['a', '', '']],
  ])('of %s at %s is shown there', (q, column, expected) => {
    expect(splitAt(q, column)).toEqual(expected);
  });
});
