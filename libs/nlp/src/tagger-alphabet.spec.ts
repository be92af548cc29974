import { charsPerWord, TaggerAlphabet } from './tagger-alphabet.ts';

const words = `presiden joko widodo 000,0 0 ma'ruf kim u.s , é`.split(' ');
const chars = [...`abdefijklmnopqrstuwABJKMPU'’.,0123456789é-`];
const alphabet = new TaggerAlphabet({
  tags: ['O'],
  conventions: { articles: 0 },
  transitions: [[0], [0]],
  words: ['<pad>', '<unknown>', ...words],
  chars: ['<pad>', '<unknown>', ...chars],
});

/**
 * What `Alphabet(words, chars).encode(window)` of tools/train-tagger/tagger_model.py gives: a model reads
 * the numbers it was trained on, or it finds other names and nobody is told. Trailing zeros are left out.
 */
const encodedByTraining = [
  {
    window:
      'Presiden Joko Widodo dan Ma’ruf , 123,4 U.S McCartney é 7 ( Kementerianpendayagunaanaparaturnegara'.split(
        ' ',
      ),
    words: [2, 3, 4, 1, 7, 10, 5, 9, 1, 11, 6, 1, 1],
    shapes: [29, 29, 29, 27, 29, 26, 25, 28, 31, 27, 25, 26, 29],
    chars: [
      [26, 16, 5, 17, 7, 4, 5, 12],
      [23, 13, 9, 13],
      [1, 7, 4, 13, 4, 13],
      [4, 2, 12],
      [25, 2, 29, 16, 19, 6],
      [31],
      [33, 34, 35, 31, 36],
      [27, 30, 1],
      [25, 1, 1, 2, 16, 18, 12, 5, 1],
      [42],
      [39],
      [1],
      [24, 5, 11, 5, 12, 18, 5, 16, 19, 16, 12, 5, 1, 2, 16, 2],
    ],
  },
  {
    window: 'KIM JONG-UN Mc 😀'.split(' '),
    words: [8, 1, 1, 1],
    shapes: [28, 28, 29, 26],
    chars: [[24, 1, 25], [23, 1, 1, 1, 43, 27, 1], [25, 1], [1]],
  },
  {
    window: 'Kim Tiba Di Jakarta'.split(' '),
    words: [8, 1, 1, 1],
    shapes: [29, 29, 29, 29],
    chars: [
      [24, 7, 11],
      [1, 7, 3, 2],
      [1, 7],
      [23, 2, 9, 2, 16, 18, 2],
    ],
  },
  {
    window: 'kim tiba di jakarta'.split(' '),
    words: [8, 1, 1, 1],
    shapes: [3, 3, 3, 3],
    chars: [
      [9, 7, 11],
      [18, 7, 3, 2],
      [4, 7],
      [8, 2, 9, 2, 16, 18, 2],
    ],
  },
];

test.each(encodedByTraining)('a window is encoded as training encoded it: $window', (example) => {
  const encoded = alphabet.encode(example.window);
  expect([...encoded.words].map(Number)).toEqual(example.words);
  expect([...encoded.shapes].map(Number)).toEqual(example.shapes);
  const padded = example.chars.flatMap((row) => [
    ...row,
    ...new Array<number>(charsPerWord - row.length).fill(0),
  ]);
  expect([...encoded.chars].map(Number)).toEqual(padded);
});
