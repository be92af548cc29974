import { quoteBeside } from './quote-steps.ts';

describe('going from quote to quote', () => {
  const [whole, within, inner, last] = [
    { start: 10, end: 90 },
    { start: 10, end: 40 },
    { start: 20, end: 30 },
    { start: 95, end: 99 },
  ] as const;
  const quotes = [last, within, inner, whole];

  it.each([
    [1, [whole, within, inner, last]],
    [-1, [last, inner, within, whole]],
  ] as const)('comes by each once, also those that begin together: %i', (by, order) => {
    const met = [];
    for (let at = quoteBeside(quotes, undefined, by); at; at = quoteBeside(quotes, at, by)) {
      met.push(at);
    }
    expect(met).toEqual(order);
  });

  it('begins anew when what was chosen is no quote of this version', () => {
    expect(quoteBeside(quotes, { start: 10, end: 50 }, 1)).toBe(whole);
    expect(quoteBeside([], { start: 10, end: 50 }, -1)).toBeUndefined();
  });
});
