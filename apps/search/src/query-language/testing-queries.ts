import fc from 'fast-check';

/** Pieces that mean something to the grammar, and some that should not. */
const pieces = [
  ...[
    'a',
    'Korut',
    'Korea',
    'Utara',
    'harga beras',
    'kor*',
    'korup*',
    '-impor',
    'e-mail',
    '😀',
    'é',
  ],
  ...['AND', 'OR', 'NOT', 'DAN', 'ATAU', 'BUKAN', 'NEAR/3', 'NEAR/0', 'NEAR/', 'NEAR/99', '-'],
  ...[
    '(',
    ')',
    '"',
    '“',
    '”',
    '"frasa"',
    '"Korea Utara"',
    '*',
    ':',
    '\\',
    '/',
    '.',
    '..',
    '\u0000',
  ],
  ...['title:', 'person:', 'org:', 'place:', 'event:', 'entity:', 'speaker:', 'quote:', 'section:'],
  ...[
    'feed:antara',
    'feed:',
    'lang:id',
    'lang:',
    'date:2023',
    'date:2023-06..',
    'date:',
    '2023-13',
  ],
  ...[
    'date:last7d',
    'date:today',
    'date:kemarin..',
    'date:2023..thisweek',
    'date:last9999y',
    'date:0000',
    'date:9999-12-31',
    'title:(',
    'quote:(',
    'foo:bar',
  ],
  ...[
    '_exists_:x',
    '{"match_all":{}}',
    '<script>',
    "' OR 1=1 --",
    '\ud800',
    '日本語',
    'a/b/c',
    '&&',
    '||',
  ],
];

/** Texts that look like queries: many parse, many nearly do. */
export const queryText = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', ' ', '')), {
    minLength: 1,
    maxLength: 16,
  })
  .map((parts) => parts.map(([piece, space]) => piece + space).join(''));

/** Ids of as many entities as a test wants. */
export const entityId = (at: number) =>
  `0190b0a4-5c1e-5a3f-8f52-${at.toString(16).padStart(12, '0')}`;
