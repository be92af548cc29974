import fc from 'fast-check';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import { QuerySyntaxError, TooExpensiveQueryError } from './query-errors.ts';
import {
  CLAUSES_MAX,
  DEPTH_MAX,
  NEAR_OPERANDS_MAX,
  NEAR_WAYS_MAX,
  PREFIXES_MAX,
  WORDS_MAX,
} from './query-limits.ts';
import { queryText } from './testing-queries.ts';

/** What a query means, written in full. */
const readings: [q: string, reading: string][] = [
  ['harga beras', 'harga beras'],
  ['  harga\tberas\n', 'harga beras'],
  ['"harga beras" naik', '"harga beras" naik'],
  ['“harga beras”', '"harga beras"'],
  ['«harga» „beras“', '"harga" "beras"'],
  ['"tidak ditutup', '"tidak ditutup"'],
  ['beras -impor -"harga naik"', 'beras -impor -"harga naik"'],
  ['-(a b) NOT c', '-(a b) -c'],
  ['e-mail a-b', 'e-mail a-b'],
  ['kata"frasa"', 'kata "frasa"'],
  ['a & b !! - -- "" "..."', 'a b'],
  ['😀', '😀'],
  ['a b OR c', '(a b) OR c'],
  ['a OR b AND c', 'a OR (b AND c)'],
  ['a OR b OR c', 'a OR b OR c'],
  ['(a OR b) c', '(a OR b) c'],
  ['((a))', 'a'],
  ['(a b) c', 'a b AND c'],
  ['a AND b', 'a AND b'],
  ['KORUT DAN Korsel ATAU Rusia BUKAN AS', '(KORUT AND Korsel) OR (Rusia -AS)'],
  ['a and b or not c', 'a and b or not c'],
  ['korup* AND "kor*"', 'korup* "kor*"'],
  ['a NEAR/3 b c', '"a" NEAR/3 "b" c'],
  ['a NEAR/0 ("b c" OR d)', '"a" NEAR/0 ("b c" OR "d")'],
  ['a NEAR/3 b NEAR/4 c', '("a" NEAR/3 "b") NEAR/4 "c"'],
  ['koin "NEAR" near NEARBY', 'koin "NEAR" near NEARBY'],
  ['title:beras title:"harga beras" title:(a OR kor*)', ''],
  ['Title: beras', 'title:beras'],
  ['title:(a -b "c d" kata*)', 'title:(a -b "c d" kata*)'],
  ['quote:(adil menang)', 'quote:(adil menang)'],
  ['person:Putin', 'person:"Putin"'],
  ['person:“Kim Jong Un” x', 'person:"Kim Jong Un" x'],
  ['person:(Kim Jong Un OR Putin)', 'person:"Kim Jong Un" OR person:"Putin"'],
  ['-org:(PBB "Bank Dunia")', '-(org:"PBB" org:"Bank Dunia")'],
  ['feed:(Antara OR kompas) lang:ID', '(feed:antara OR feed:kompas) lang:id'],
  ['section:"Olah raga"', 'section:"Olah raga"'],
  ['date:2023', 'date:2023'],
  ['date:2023-06..2023-07', 'date:2023-06..2023-07'],
  ['date:..2023-06 date:2024-02-29..', 'date:..2023-06 date:2024-02-29..'],
  ['date:last7d', 'date:last7d'],
  ['date:Today date:kemarin..hariini', 'date:today date:yesterday..today'],
  ['date:"bulan ini" date:2024..thisyear', 'date:thismonth date:2024..thisyear'],
  ['10:30 https://x.y/?a=b#c foo:bar Catatan:penting', ''],
  ['source: http://source:80/', ''],
];

describe('a query', () => {
  it.each(readings)('%j means %j', (q, reading) => {
    expect(printQuery(parseQuery(q))).toBe(reading === '' ? q : reading);
  });

  it('keeps words side by side together, since they may be one name', () => {
    expect(parseQuery('Kim Jong Un "x" Korea Utara AND Rusia')).toEqual({
      kind: 'and',
      of: [
        { kind: 'words', words: ['Kim', 'Jong', 'Un'] },
        { kind: 'phrase', text: 'x' },
        { kind: 'words', words: ['Korea', 'Utara'] },
        { kind: 'words', words: ['Rusia'] },
      ],
    });
  });

  it('is read as articles are stored, however its letters were typed', () => {
    expect(parseQuery('cafe\u0301s* "ha\u0301rga" har\u00adga')).toEqual(
      parseQuery('caf\u00e9s* "h\u00e1rga" harga'),
    );
    expect(parseQuery('\u200eha\u2060rga\u200f')).toEqual(parseQuery('harga'));
    expect(parseQuery('harga\u200bberas\u200b')).toEqual(parseQuery('harga beras'));
  });

  it('written in full means the same', () => {
    fc.assert(
      fc.property(queryText, (q) => {
        const node = reading(q);
        if (node !== undefined) expect(parseQuery(printQuery(node))).toEqual(node);
      }),
      { numRuns: 500 },
    );
  });
});

const faults: [q: string, column: number, says: RegExp][] = [
  ['', 1, /letter or digit/],
  ['- -- "" !? "..." ()', 1, /letter or digit/],
  ['a AND', 6, /expected a word, a "phrase" or \( after AND/],
  ['a OR OR b', 6, /expected a word, .* after OR/],
  ['AND a', 1, /before AND/],
  ['😀 BUKAN', 8, /after BUKAN/],
  ['NOT NOT a', 5, /after NOT/],
  ['NOT -beras', 5, /after NOT/],
  ['--beras', 2, /after -/],
  ['harga -NOT beras', 8, /after -/],
  ['harga -title:', 14, /right after -title:/],
  ['(a OR', 6, /after OR/],
  ['x (a', 5, /expected \) for the \( at column 3/],
  ['a) b', 2, /no \( for this \)/],
  ['a ()', 4, /after \(/],
  ['a NEAR/x b', 3, /a number from 0 to 50 right after NEAR\//],
  ['a NEAR/51 b', 3, /a number from 0 to 50/],
  ['a NEAR/3', 9, /after NEAR\/3/],
  ['a NEAR/3 (b c)', 11, /both sides of NEAR/],
  ['a NEAR/3 kor*', 10, /NEAR takes whole words/],
  ['a NEAR/3 (b OR kor*)', 16, /NEAR takes whole words/],
  ['a NEAR b', 3, /a number from 0 to 50 right after NEAR\//],
  ['NEAR b', 1, /before NEAR/],
  ['a -NEAR', 4, /after -/],
  ['ko*', 1, /at least 3 letters/],
  ['b a/b*', 3, /one word, and searches take this for 2/],
  ['x Al-Qaeda*', 3, /one word, and searches take this for 2/],
  ['kor*psi', 4, /only at the end/],
  ['person:', 8, /expected a value, .* right after person:/],
  ['place: AND x', 8, /expected a value/],
  ['person:Kim*', 8, /person: takes a value/],
  ['title:-x', 7, /put the - before the field/],
  ['title:(a feed:b)', 10, /no fields/],
  ['a NEAR/3 person:x', 10, /both sides of NEAR/],
  ['x NEAR/3 y AND z NEAR/2 person:q', 25, /both sides of NEAR/],
  ['harga NEAR/3 (beras OR -jagung)', 24, /both sides of NEAR/],
  ['harga NEAR/3 title:beras', 14, /both sides of NEAR/],
  ['a NEAR/3 -b', 10, /put the - before the whole/],
  ['a NEAR/3 (b OR (c OR d e))', 22, /both sides of NEAR/],
  ['persn:Kim', 1, /no field persn:, did you mean person:\?/],
  ['source:antara', 1, /did you mean feed:\?/],
  ['tokoh:"Kim Jong Un"', 1, /did you mean person:\?/],
  ['feed:"a b"', 6, /name of a feed/],
  ['lang:indonesia', 6, /code of a language/],
  ['date:2023-02-30', 6, /expected a date/],
  ['date:lusa', 6, /expected a date/],
  ['date:2023-06-31..', 6, /expected a date/],
  ['date:kemarin..lusa', 6, /expected a date/],
  ['date:..', 6, /expected a value/],
  ['x date:2023-07..2023-06', 8, /end comes after its beginning/],
];

describe('what is no query', () => {
  it.each(faults)('%j is refused at column %d', (q, column, says) => {
    const error = faultOf(q);
    expect(error).toBeInstanceOf(QuerySyntaxError);
    expect([error?.message, (error as QuerySyntaxError).column]).toEqual([
      expect.stringMatching(says),
      column,
    ]);
  });

  it('is told by the column where it lies, and nothing else is ever thrown', () => {
    const strings = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), queryText);
    fc.assert(
      fc.property(strings, (q) => {
        const error = faultOf(q);
        if (error instanceof QuerySyntaxError) {
          expect(error.column).toBeGreaterThanOrEqual(1);
          expect(error.column).toBeLessThanOrEqual([...q].length + 1);
        } else if (error !== undefined) {
          expect(error).toBeInstanceOf(TooExpensiveQueryError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the column of a fault', () => {
  it.each([
    ['e\u0301e\u0301e\u0301 (a', 10, /expected \) for the \( at column 8/],
    ['a\u00adb\u00adc (x OR', 12, /after OR/],
    ['\u200eAND x', 2, /before AND/],
    ['\u1112\u1161\u11ab kor*psi', 8, /only at the end/],
    [`e\u0301 ${'('.repeat(DEPTH_MAX + 1)}a`, 4 + DEPTH_MAX, /10 times/],
    ['e\u0301 😀 persn:Kim', 6, /persn:/],
  ])('is that of what was typed: %j at %d', (q, column, says) => {
    expect(faultOf(q)).toMatchObject({ column, message: expect.stringMatching(says) });
  });

  it('has the same before it, however letters were composed and whatever nobody sees', () => {
    const unseen = fc.constantFrom('', '', '\u00ad', '\u200e', '\u200f\u2060');
    const plain = fc.constantFrom(...'abé(ệ)한글 OR-":*😀ñ');
    const written = fc.array(fc.tuple(plain, fc.boolean(), unseen), { maxLength: 40 });
    let told = 0;
    fc.assert(
      fc.property(written, (letters) => {
        const stored = letters.map(([letter]) => letter).join('');
        const typed = letters
          .map(([letter, isApart, after]) => (isApart ? letter.normalize('NFD') : letter) + after)
          .join('');
        const expected = faultOf(stored);
        const error = faultOf(typed);
        expect(error?.constructor).toBe(expected?.constructor);
        if (!(expected instanceof QuerySyntaxError && error instanceof QuerySyntaxError)) return;
        told += 1;
        const before = ({ column }: QuerySyntaxError, q: string) => [...q].slice(0, column - 1);
        const read = before(error, typed).join('').normalize('NFC');
        if (!/[\p{L}\p{N}]/u.test(stored)) return;
        expect(read.replace(/[\u00ad\u200e\u200f\u2060]/g, '')).toBe(
          before(expected, stored).join(''),
        );
      }),
      { seed: 6, numRuns: 500 },
    );
    expect(told).toBeGreaterThan(100);
  });
});

describe('the limits of a query', () => {
  it('are named when they are passed, and not before', () => {
    const limits: [within: string, beyond: string, says: RegExp][] = [
      ['a '.repeat(WORDS_MAX), 'a/'.repeat(WORDS_MAX + 1), /at most 64 words, has 65/],
      [list(CLAUSES_MAX), list(CLAUSES_MAX + 1), /at most 128 parts, has 129/],
      ['kor* '.repeat(PREFIXES_MAX), 'kor* '.repeat(PREFIXES_MAX + 1), /at most 4 words with a \*/],
      [nested(DEPTH_MAX), nested(DEPTH_MAX + 1), /10 times/],
      ['x'.repeat(2_000), 'x'.repeat(2_001), /at most 2000 characters/],
      [`"${'a '.repeat(32)}"`, `"${'a '.repeat(33)}"`, /a phrase may have 32 words, this has 33/],
    ];
    for (const [within, beyond, says] of limits) {
      expect(faultOf(within)).toBeUndefined();
      expect(faultOf(beyond)?.message).toMatch(says);
    }
  });

  it('bound what is near each other, whatever ways it is written in', () => {
    for (let count = 2; count <= 64; count += 1) {
      const words = Array.from({ length: count }, (_, at) => `w${at}`);
      const chain = faultOf(words.join(' NEAR/50 '));
      if (count <= NEAR_OPERANDS_MAX) expect(chain).toBeUndefined();
      else expect(chain).toMatchObject({ column: words.slice(0, 6).join(' NEAR/50 ').length + 10 });
      const choice = `(${words.join(' OR ')})`;
      const choices = faultOf(`${choice} NEAR/5 ${choice}`);
      if (2 * count > WORDS_MAX) expect(choices).toBeInstanceOf(Error);
      else if (count * count <= NEAR_WAYS_MAX) expect(choices).toBeUndefined();
      else expect(choices).toMatchObject({ column: choice.length + 10 });
    }
  });

  it('keep the longest and deepest query from taking longer than its length asks for', () => {
    const hostile = [
      `${'('.repeat(10)}${'a '.repeat(900)}${')'.repeat(10)}`,
      `${'title:('.repeat(10)}${'a '.repeat(900)}`,
      '"'.repeat(1_999),
      '-'.repeat(1_999),
      '(a) '.repeat(500),
      'a NEAR/1 '.repeat(222),
      '*'.repeat(1_999),
    ];
    for (const q of hostile) {
      faultOf(q);
      const before = process.cpuUsage();
      faultOf(q);
      expect(process.cpuUsage(before).user).toBeLessThan(200_000);
    }
  });
});

const list = (length: number) =>
  `feed:(${Array.from({ length }, (_, at) => `f${at}`).join(' OR ')})`;
const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`;

function reading(q: string) {
  try {
    return parseQuery(q);
  } catch {
    return undefined;
  }
}

function faultOf(q: string): Error | undefined {
  try {
    parseQuery(q);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
