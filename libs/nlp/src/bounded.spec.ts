import { existsSync, readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { annotate } from './annotate.ts';
import { bodyCharsMax } from './article-text.ts';

const context = { publishedAt: '2023-06-12T16:00:00+07:00' };
const sample = JSON.parse(
  readFileSync(new URL('../../../samples/kim-putin-pesan.json', import.meta.url), 'utf8'),
) as { title: string; body: string };

/** Processor time, because other tests run beside this one. */
async function cpuMsOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Annotates often enough that the code is compiled and the models are loaded. */
async function warmUp(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await annotate(sample, context);
}

beforeAll(warmUp, 30_000);

describe('a text that was made to do harm', () => {
  /** Nobody waits longer for one article, whatever its feed sends. */
  const hostileMsMax = 1_000;
  /** On a machine where prose of the same length takes most of a second, so many times as long. */
  const timesProse = 2.5;
  let boundMs: number;

  beforeAll(async () => {
    const body = `${sample.body}\n`.repeat(bodyCharsMax / sample.body.length);
    boundMs = Math.max(
      hostileMsMax,
      timesProse * (await cpuMsOf(() => annotate({ body }, context))),
    );
  });

  /** The best of so many counts: a busy machine makes the same work take longer. */
  const rounds = 3;

  const nested = (open: string, close: string, times: number) =>
    `${open.repeat(times)}Kim${close.repeat(times)}`;
  const pieces = [
    '\ud83d',
    '\udc00',
    '\u0000',
    '\u202e',
    '\u2067',
    '\u200d',
    '\u0301',
    'ﷺ',
    'İ',
    '𝔎',
  ];

  test.each([
    ['a word of 1 MB', 'a'.repeat(1_000_000)],
    ['a word of 1 MB in capitals', 'KIM'.repeat(333_333)],
    ['a word of 1 MB with apostrophes', "a'".repeat(500_000)],
    ['a number of 1 MB', '1'.repeat(1_000_000)],
    ['a letter under 1 MB of accents', `e${'\u0301'.repeat(1_000_000)}`],
    ['100,000 nested quotation marks', nested('“', '”', 100_000)],
    ['100,000 nested straight quotation marks', nested('"', '"', 100_000)],
    ['100,000 nested quotations of a word each', nested('“kata ', ' ujar”', 100_000)],
    ['100,000 nested quotations in three kinds of marks', nested('“«"', '"»”', 100_000)],
    ['1 MB of NUL', '\u0000'.repeat(1_000_000)],
    ['1 MB of halves of characters', '\ud83d'.repeat(1_000_000)],
    ['1 MB of turns of direction', '\u202e\u2067\u2069\u202c'.repeat(250_000)],
    [
      'odd characters between letters',
      pieces
        .map((piece) => `a${piece}B `)
        .join('')
        .repeat(20_000),
    ],
  ])(
    'is annotated within a second: %s',
    async (_, body) => {
      let best = Infinity;
      for (let round = 0; round < rounds && best >= boundMs; round += 1) {
        best = Math.min(best, await cpuMsOf(() => annotate({ title: body, body }, context)));
      }
      expect(best).toBeLessThan(boundMs);
    },
    30_000,
  );
});

describe('an ordinary article', () => {
  const articleMsMax = 200;
  const golden = new URL('../../../../shared/golden/kim-putin.txt', import.meta.url);
  const paragraph = existsSync(golden) ? readFileSync(golden, 'utf8') : sample.body;
  const sizes = [2_000, 4_000, 8_000];

  test.each(sizes)('of %i characters takes under 200 ms', async (chars) => {
    const body = paragraph.repeat(Math.ceil(chars / paragraph.length)).slice(0, chars);
    const times: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      times.push(await cpuMsOf(() => annotate({ title: sample.title, body }, context)));
    }
    expect(times.toSorted((a, b) => a - b)[3]).toBeLessThan(articleMsMax);
  });

  test('of ten times the length takes ten times as long, not a hundred', async () => {
    const short = paragraph.repeat(2).slice(0, bodyCharsMax / 40);
    const best = async (body: string) => {
      const times: number[] = [];
      for (let round = 0; round < 4; round += 1) {
        times.push(await cpuMsOf(() => annotate({ body }, context)));
      }
      return Math.min(...times);
    };
    expect(await best(short.repeat(10))).toBeLessThan(25 * (await best(short)));
  });
});

/**
 * Every regular expression that the sources of this library write as a literal, but for lexicons: theirs
 * read the word lists beside them.
 */
function regexesInUse(): [where: string, regex: RegExp][] {
  const folder = new URL('./', import.meta.url);
  return readdirSync(folder)
    .filter((file) => /^(?!lexicon-).*(?<!\.spec)\.ts$/.test(file))
    .flatMap((file) => {
      const source = ts.createSourceFile(
        file,
        readFileSync(new URL(file, folder), 'utf8'),
        ts.ScriptTarget.Latest,
      );
      const found: [string, RegExp][] = [];
      const visit = (node: ts.Node) => {
        if (ts.isRegularExpressionLiteral(node)) {
          const { text } = node;
          const end = text.lastIndexOf('/');
          const flags = new Set([...text.slice(end + 1), 'g']);
          flags.delete('y');
          found.push([`${file} ${text}`, new RegExp(text.slice(1, end), [...flags].join(''))]);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
}

describe('regular expressions', () => {
  const marks = [' ', '\n', 'a', 'A', '1', '.', ',', '"', '“', '”', "'", '-', '(', ')', '/', ':', '<', '[', '\u0301']; // prettier-ignore
  const pairs = marks.flatMap((first) => marks.map((second) => first + second));
  /** First so short that one which doubles with every character comes back. */
  const lengths = [20, 6_000];
  /** A linear scan of 6,000 characters takes a fiftieth of this, a quadratic one four times as long. */
  const scanMsMax = 5;

  function isQuick(regex: RegExp, text: string): boolean {
    for (let round = 0; round < 4; round += 1) {
      const before = performance.now();
      for (const _ of text.matchAll(regex)) continue;
      if (performance.now() - before < scanMsMax) return true;
    }
    return false;
  }

  /** The first pair of characters whose repetition a scan takes long over. */
  function slowPair(regex: RegExp): string | undefined {
    for (const length of lengths) {
      const slow = pairs.find((pair) => !isQuick(regex, `${pair.repeat(length / 2)}\u0001`));
      if (slow !== undefined) return slow;
    }
    return undefined;
  }

  test.each(regexesInUse())('scan in linear time: %s', (_, regex) => {
    expect(slowPair(regex)).toBeUndefined();
  });

  test('that do not are seen', () => {
    expect(slowPair(/ +$/g)).toBe('  ');
    expect(slowPair(/(?:a|a)*b/g)).toBe('aa');
  });
});
