import fc from 'fast-check';
import { idempotencyKey } from './idempotency-key.ts';

describe('an Idempotency-Key', () => {
  it('is the same in quotation marks and without', () => {
    const id = '8e03978e-40d5-43dd-bc93-6894a57f9324';
    expect(idempotencyKey(`"${id}"`)).toBe(id);
    expect(idempotencyKey(` ${id} `)).toBe(id);
    expect(idempotencyKey(undefined)).toBeUndefined();
  });

  it('may hold any printable ASCII in quotation marks', () => {
    const printable = fc.string({
      unit: fc.constantFrom(...ascii()),
      minLength: 1,
      maxLength: 255,
    });
    fc.assert(
      fc.property(printable, (text) => {
        const header = `"${text.replace(/["\\]/g, '\\$&')}"`;
        expect(idempotencyKey(header)).toBe(text);
      }),
    );
  });

  it('is refused by its name, and nothing else happens, whatever else it is', () => {
    const refused = ['', '""', '"', '"a', 'a"', 'a b', 'a,b', '"a", "b"', 'ä', '"\\x"', 'a\\b'];
    for (const header of [...refused, 'x'.repeat(256), `"${'x'.repeat(256)}"`, '"\u0007"']) {
      expect(() => idempotencyKey(header)).toThrow(/Idempotency-Key must be one string/);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => {
        try {
          idempotencyKey(header);
        } catch (error) {
          expect(error).toMatchObject({ status: 400 });
        }
      }),
    );
  });
});

const ascii = () => Array.from({ length: 0x7f - 0x20 }, (_, n) => String.fromCharCode(0x20 + n));
