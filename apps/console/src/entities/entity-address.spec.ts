import fc from 'fast-check';
import {
  entityTypes,
  findFromAddress,
  findToAddress,
  quotesFromAddress,
  quotesToAddress,
  spanFromAddress,
  spanParameters,
  spanToAddress,
} from './entity-address.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const date = fc.option(
  fc.constantFrom('2026-11-23', '2026-11-23T08:00:00Z', '2024-02-29T08:00:00.5+07:00'),
  { nil: undefined },
);
const span = { from: date, to: date };
const through = (parameters: URLSearchParams) => new URLSearchParams(parameters.toString());

describe('addresses of entities and quotes', () => {
  it('hold all that is asked, through any browser', () => {
    const type = fc.option(fc.constantFrom(...entityTypes), { nil: undefined });
    fc.assert(
      fc.property(
        fc.record({ q: text, type }),
        fc.record(span),
        fc.record({ speaker: text, about: text, q: text, ...span }),
        (find, days, quotes) => {
          expect(findFromAddress(through(findToAddress(find)))).toEqual(find);
          expect(spanFromAddress(through(spanToAddress(days)))).toEqual(days);
          expect(quotesFromAddress(through(quotesToAddress(quotes)))).toEqual(quotes);
        },
      ),
      { seed: 6 },
    );
  });

  it('lead somewhere whatever is written into them', () => {
    const parameters = new URLSearchParams('q=x&type=GOD&from=yesterday&to=2026-13-40');
    expect(findFromAddress(parameters)).toEqual({ q: 'x', type: undefined });
    expect(spanFromAddress(parameters)).toEqual({ from: undefined, to: undefined });
    const long = new URLSearchParams({ q: 'x'.repeat(9_999), speaker: 'y'.repeat(9_999) });
    expect(quotesFromAddress(long).q).toHaveLength(512);
    expect(quotesFromAddress(long).speaker).toHaveLength(200);
  });

  it('ask for days as they begin where the browser is', () => {
    const { from } = spanParameters({ from: '2026-11-23', to: undefined });
    expect(new Date(from ?? '').getHours()).toBe(0);
    expect(spanParameters({ from: undefined, to: undefined })).toEqual({});
  });
});
