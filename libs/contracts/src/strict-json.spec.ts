import fc from 'fast-check';
import { JSON_DEPTH_MAX, parseStrictJson, StrictJsonError } from './strict-json.ts';

/** Milliseconds when alone; the rest is for a machine with much else to do. */
const HOSTILE_MS_MAX = 200;

function refusalOf(text: string): StrictJsonError {
  try {
    parseStrictJson(text);
  } catch (error) {
    if (error instanceof StrictJsonError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const forbidden = /"(__proto__|constructor|prototype)":/;
const spaced = (value: unknown, space: number) => JSON.stringify(value, null, space);

describe('reading JSON strictly', () => {
  it('reads what JSON.parse reads, however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.nat(3), (value, space) => {
        const text = spaced(value, space);
        fc.pre(!forbidden.test(JSON.stringify(value)));
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses with its named error, and nothing else, whatever the text', () => {
    const pieces = fc.constantFrom(...'{}[]",:\\ \n0159-eE.aun', 'null', '"a":', '"__proto__":');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        try {
          parseStrictJson(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(StrictJsonError);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds a name given twice at any depth, however it is escaped', () => {
    const name = fc.string().filter((text) => !forbidden.test(`"${text}":`));
    const path = fc.array(name, { maxLength: 5 });
    fc.assert(
      fc.property(path, name, (outer, twice) => {
        const escaped = [...Array(twice.length).keys()]
          .map((at) => `\\u${twice.charCodeAt(at).toString(16).padStart(4, '0')}`)
          .join('');
        const inner = `{${JSON.stringify(twice)}: [1, {"x": "}"}], "${escaped}": 2}`;
        const text = outer.reduceRight((all, key) => `{${JSON.stringify(key)}:${all}}`, inner);
        const pointer = [...outer, twice]
          .map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
          .join('');
        expect(refusalOf(text)).toMatchObject({ pointer, detail: 'must not be given twice' });
      }),
    );
  });

  it('takes equal names in different objects, and equal strings that are no names', () => {
    const text = '[{"a":"a","b":["a","a"]},{"a":{"a":1},"b":{"a":2}}]';
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  it.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])(
    'refuses the name %s by its place, and pollutes nothing',
    (name) => {
      const refusal = refusalOf(`{"a/b":[0,{"${name}":{"polluted":true}}]}`);
      expect(refusal.pointer).toMatch(/^\/a~1b\/1\/(__proto__|constructor|prototype)$/);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  );

  it.each([
    ['an id beyond what a double holds', '{"id":9007199254740993}', '/id'],
    ['a long negative one', '[1,-12345678901234567890]', '/1'],
    ['a thousand digits', `{"a":${'9'.repeat(300)}}`, '/a'],
    ['more than the largest double', '{"a":1e400}', '/a'],
  ])('refuses %s', (_name, text, pointer) => {
    expect(refusalOf(text).pointer).toBe(pointer);
  });

  it.each([
    '9007199254740992',
    '123456789012345680000',
    '-0',
    '1e21',
    '-6.1753924115384615',
    '1E-9',
  ])('takes the number %s, which keeps its digits or has none to keep', (text) => {
    expect(parseStrictJson(text)).toBe(JSON.parse(text));
  });

  it('accepts the greatest depth, and says where a deeper one begins', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseStrictJson(nested(JSON_DEPTH_MAX))).toBeDefined();
    expect(refusalOf(nested(JSON_DEPTH_MAX + 1)).pointer).toBe('/0'.repeat(JSON_DEPTH_MAX));
  });

  it('says where JSON breaks without control characters of the text', () => {
    const { message } = refusalOf('{"a": \u001b[31m}');
    expect(message).toMatch(/not JSON/);
    expect(message).not.toContain('\u001b');
  });

  const MiB = 1024 * 1024;
  it.each([
    ['a depth bomb of arrays', '['.repeat(MiB / 2) + ']'.repeat(MiB / 2)],
    ['a depth bomb of objects', '{"a":'.repeat(MiB / 6) + '1' + '}'.repeat(MiB / 6)],
    ['a depth bomb without end', '['.repeat(MiB)],
    ['a name many times', `{${'"a":1,'.repeat(MiB / 6)}"a":1}`],
    ['many names and the last one twice', `{${names(80_000)},"n1":1}`],
    ['a prototype at the end', `[${'0,'.repeat(MiB / 2)}{"__proto__":1}]`],
    ['a number of a million digits', `[${'7'.repeat(MiB)}]`],
    ['a million digits behind an exponent', `[1e${'9'.repeat(MiB)}]`],
    ['backslashes', `["${'\\'.repeat(MiB)}", {"constructor":1}]`],
    ['a string without end', `["${'x'.repeat(MiB)}`],
    ['a NUL between values', `[1,\u0000 ${'2,'.repeat(MiB / 2)}3]`],
    ['two documents', '{}'.repeat(MiB / 2)],
    ['comments', `/*${'*'.repeat(MiB)}*/{}`],
    ['single quotes', `{'a':1,${' '.repeat(MiB)}}`],
  ])('refuses %s quickly', (_name, text) => {
    const started = process.cpuUsage();
    refusalOf(text);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(HOSTILE_MS_MAX);
  });

  it('takes no memory for brackets without end', () => {
    const text = '['.repeat(4 * MiB) + ']'.repeat(4 * MiB);
    const before = process.memoryUsage().rss;
    refusalOf(text);
    expect(process.memoryUsage().rss - before).toBeLessThan(16 * MiB);
  });
});

function names(count: number): string {
  return Array.from({ length: count }, (_, at) => `"n${at}":1`).join(',');
}
