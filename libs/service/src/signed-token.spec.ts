import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { z } from 'zod';
import { SignedTokens } from './signed-token.ts';

const schema = z.strictObject({ parcel: z.string(), weight: z.int().optional() });
const definition = { purpose: 'parcel-1', schema, lengthMax: 400 };
const [newKey, oldKey] = [randomBytes(32), randomBytes(32)] as const;
const tokens = new SignedTokens(definition, [newKey]);

describe('a signed token', () => {
  it('gives back what was signed, in characters that need no escaping anywhere', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.integer(),
        (parcel, weight) => {
          const token = tokens.sign({ parcel, weight });
          expect(token).toMatch(/^[A-Za-z0-9_.-]+$/);
          expect(tokens.verify(token)).toEqual({ parcel, weight });
        },
      ),
      { seed: 5, numRuns: 100 },
    );
  });

  it('that somebody changed in any one character is none', () => {
    const token = tokens.sign({ parcel: 'a', weight: 3 });
    for (let at = 0; at < token.length; at += 1) {
      for (const other of ['A', 'B', '_', '.', '=']) {
        if (token[at] === other) continue;
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        expect(tokens.verify(changed)).toBeUndefined();
      }
    }
  });

  it('counts while its key is among ours, and for its own purpose only', () => {
    const token = new SignedTokens(definition, [oldKey]).sign({ parcel: 'a' });
    expect(new SignedTokens(definition, [newKey, oldKey]).verify(token)).toEqual({ parcel: 'a' });
    expect(tokens.verify(token)).toBeUndefined();
    const elsewhere = new SignedTokens({ ...definition, purpose: 'parcel-2' }, [oldKey]);
    expect(elsewhere.verify(token)).toBeUndefined();
  });

  it('of another shape, too long or no token at all is refused quietly', () => {
    const loose = new SignedTokens({ ...definition, schema: z.looseObject({}) }, [newKey]);
    const longer = new SignedTokens({ ...definition, lengthMax: 10_000 }, [newKey]);
    const refused = [
      loose.sign({ parcel: 7 }),
      longer.sign({ parcel: 'x'.repeat(1_000) }),
      '',
      '.',
      'a.b',
      'x'.repeat(1_000_000),
    ];
    for (const token of refused) expect(tokens.verify(token)).toBeUndefined();
    expect(() => tokens.sign({ parcel: 'x'.repeat(1_000) })).toThrow(/characters/);
  });
});
