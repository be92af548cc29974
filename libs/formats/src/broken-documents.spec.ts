import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentError } from './draft.ts';
import { readDocument } from './read-document.ts';

const folder = join(import.meta.dirname, '..', 'samples');
const samples = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
const context = { timeZone: 'Asia/Jakarta', headers: {} };

/** Cut out, doubled, overwritten. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc
      .constantFrom('{', '[', '"', '</', '<![CDATA[', 'null', '-1', '[]', '{}', '""', '&amp;')
      .map((text) => Buffer.from(text)),
  ),
});

describe('a document that is damaged on its way', () => {
  it('is read as far as it goes, or refused by name, and nothing else happens', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        (sample, damages) => {
          let bytes = Buffer.from(sample);
          for (const { at, length, bytes: inserted } of damages) {
            const start = Math.floor(at * bytes.length);
            bytes = Buffer.concat([
              bytes.subarray(0, start),
              inserted,
              bytes.subarray(start + length),
            ]);
          }
          try {
            expect(readDocument({ bytes }, context).items).toBeInstanceOf(Array);
          } catch (error) {
            if (!(error instanceof DocumentError)) throw error;
            refused += 1;
          }
        },
      ),
      { numRuns: 1_000 },
    );
    expect(refused).toBeGreaterThan(0);
  });

  it('says wrong things of any type in any place of JSON without harm', () => {
    const json = samples.filter((sample) => sample[0] === 0x7b).map((sample) => sample.toString());
    const values = fc.constantFrom(
      'null',
      '7',
      '-1.5',
      '"x"',
      '""',
      'true',
      '[]',
      '{}',
      '[[]]',
      '[null]',
      '{"@value":{}}',
    );
    fc.assert(
      fc.property(fc.constantFrom(...json), fc.nat(200), values, (text, which, value) => {
        const places = [...text.matchAll(/(?<=": )(?:"[^"]*"|-?[\d.]+|true)/g)];
        const place = places[which % places.length];
        const start = place?.index ?? 0;
        const changed = text.slice(0, start) + value + text.slice(start + (place?.[0].length ?? 0));
        try {
          readDocument({ bytes: Buffer.from(changed) }, context);
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentError);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
