import type { Prominence } from './salience.ts';
import { judgeSalience } from './salience.ts';

const leadEnd = 100;

/** Mentions in the body at these offsets, and perhaps one in the title. */
const named = (starts: number[], more: { title?: boolean; quotes?: number } = {}): Prominence => ({
  mentions: [
    ...(more.title ? [{ field: 'title' as const, start: 0, end: 3 }] : []),
    ...starts.map((start) => ({ field: 'body' as const, start, end: start + 3 })),
  ],
  quotesSpoken: more.quotes ?? 0,
});

describe('salience', () => {
  test('what the headline names is what the article is about', () => {
    expect(judgeSalience([named([], { title: true }), named([300])], leadEnd)).toEqual([
      'main',
      'passing',
    ]);
  });

  test('the first paragraph counts for what comes again, not for a source named once', () => {
    expect(judgeSalience([named([10, 300]), named([20])], leadEnd)).toEqual(['main', 'passing']);
  });

  test('a spokesman is no subject, however often he is quoted', () => {
    const subject = named([10, 200, 300, 400, 500, 600, 700, 800], { title: true });
    expect(judgeSalience([subject, named([350], { quotes: 10 })], leadEnd)).toEqual([
      'main',
      'passing',
    ]);
  });

  test('beside a very prominent one only the nearly as prominent are main', () => {
    const first = named(Array.from({ length: 20 }, (_, index) => index * 50));
    const second = named([10, 200, 300, 400, 500, 600, 700, 800]);
    const third = named([10, 200, 300, 400]);
    expect(judgeSalience([first, second, third], leadEnd)).toEqual(['main', 'main', 'passing']);
  });

  test('nobody is main in a text that names everyone once', () => {
    expect(judgeSalience([named([200]), named([300])], leadEnd)).toEqual(['passing', 'passing']);
    expect(judgeSalience([], leadEnd)).toEqual([]);
  });
});
