import fc from 'fast-check';
import {
  JSON_DEPTH_MAX,
  parseStrictJson,
  parseStrictJsonElements,
  StrictJsonError,
} from './strict-json.ts';

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

  it('names a field of any length by its beginning', () => {
    const { pointer } = refusalOf(`{"${'k'.repeat(900_000)}":{"constructor":1}}`);
    expect(pointer).toMatch(/^\/k{200}…\/constructor$/);
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
    // JSON.parse would need 330 MiB; what else the process does meanwhile needs some too.
    const before = process.memoryUsage().rss;
    refusalOf(text);
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * MiB);
  });
});

describe('reading the elements of an array strictly', () => {
  const bad = [
    ['a name twice', '{"id":"b1","id":"b2"}', '/id'],
    ['a name twice, and more of the kind', '{"a":{"id":1,"id":[{"x":1,"x":2}]},"a":3}', '/a/id'],
    ['a forbidden name', '{"extras":{"__proto__":{"x":1}}}', '/extras/__proto__'],
    ['too many digits', '{"id":12345678901234567890}', '/id'],
    ['too large a number', '[1, 1e400]', '/1'],
    ['nothing but one', '-1e400', ''],
    ['too much depth', `{"x":${'['.repeat(40)}"]"${']'.repeat(40)},"x":1}`, `/x${'/0'.repeat(30)}`],
  ] as const;

  it.each(bad)('refuses alone one with %s, wherever it stands', (_name, element, pointer) => {
    const good = ['{"id":"a1","t":"],[{\\""}', '[[1,2],{"id":"a1"}]', '"x"', '7', 'null'];
    for (let place = 0; place <= good.length; place += 1) {
      const text = `\n[ ${good.toSpliced(place, 0, ` ${element} `).join(' ,\n')} ] `;
      const { value, refused } = parseStrictJsonElements(text);
      const others = good.map((one): unknown => JSON.parse(one));
      expect(value).toEqual(others.toSpliced(place, 0, null));
      expect([...refused.keys()]).toEqual([place]);
      expect(refused.get(place)?.pointer).toBe(`/${place}${pointer}`);
    }
  });

  it('refuses each that is wrong, and reads as parseStrictJson when none is', () => {
    const text = `[${bad.map(([, element]) => element).join(',')},1]`;
    expect([...parseStrictJsonElements(text).refused.keys()]).toEqual(bad.map((_, at) => at));
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(3), (value, space) => {
        fc.pre(!forbidden.test(JSON.stringify(value)));
        const read = parseStrictJsonElements(spaced(value, space));
        expect(read).toEqual({ value: parseStrictJson(spaced(value, space)), refused: new Map() });
      }),
    );
  });

  it.each([
    ['no array', '{"a":1,"a":2}', '/a'],
    ['an array beside something else', '[{"a":1,"a":2}],[]', ''],
    ['an array that does not end', '[1,{"a":1,"a":2}', ''],
    ['an array with another one that is no JSON', '[{"a":1,"a":2},{]', ''],
    ['a number alone', '1e400', ''],
    ['the same mistake again and again', `[${'{"a":1,"a":2},'.repeat(300_000)}1]`, '/1000/a'],
  ])('refuses all of %s', (_name, text, pointer) => {
    const started = process.cpuUsage();
    const reading = () => parseStrictJsonElements(text);
    expect(reading).toThrow(StrictJsonError);
    expect(reading).toThrow(expect.objectContaining({ pointer }));
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(5 * HOSTILE_MS_MAX);
  });

  it('tells where the syntax breaks as if nothing had been left out', () => {
    const { message } = refusalOf('[{"a":1,"c":2}, {"b" 1}]');
    expect(message).toContain('position 21');
    expect(() => parseStrictJsonElements('[{"a":1,"a":2}, {"b" 1}]')).toThrow(message);
  });

  it.each([
    ['brackets in refused elements', `[${`{"a":1,"a":${'['.repeat(4_000)}},`.repeat(900)}1]`],
    ['closing brackets', `[{"a":1,"a":2}${']'.repeat(4_000_000)}`],
    ['one element without end', `[{"a":1,"a":"${'x'.repeat(4_000_000)}`],
    ['numbers', `[{"a":1,"a":[${'1e400,'.repeat(700_000)}1]}]`],
  ])('takes time by the length alone of %s', (_name, text) => {
    const started = process.cpuUsage();
    try {
      parseStrictJsonElements(text);
    } catch (error) {
      expect(error).toBeInstanceOf(StrictJsonError);
    }
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(10 * HOSTILE_MS_MAX);
  });
});

function names(count: number): string {
  return Array.from({ length: count }, (_, at) => `"n${at}":1`).join(',');
}
