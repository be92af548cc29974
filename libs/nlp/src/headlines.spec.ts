import type { Annotation } from '@warta/contracts';
import { annotate } from './annotate.ts';

/** Headlines as newsrooms write them, each with the lead that tells who is meant. */
const articles: [title: string, people: string[], body: string][] = [
  [
    'Jokowi bertemu Prabowo di Istana Bogor',
    ['Joko Widodo', 'Prabowo Subianto'],
    'Presiden Joko Widodo bertemu Prabowo Subianto di Istana Bogor, Jumat. Jokowi dan Prabowo berbicara satu jam.',
  ],
  [
    'Menteri Susi minta nelayan tidak takut',
    ['Susi Pudjiastuti'],
    'Menteri Kelautan dan Perikanan Susi Pudjiastuti meminta nelayan tidak takut. Hal itu dikatakan Susi di Jakarta.',
  ],
  [
    'Anies tanggapi kritik Ridwan Kamil soal sampah',
    ['Anies Baswedan', 'Ridwan Kamil'],
    'Gubernur DKI Jakarta Anies Baswedan menanggapi kritik Gubernur Jawa Barat Ridwan Kamil. Anies mengatakan sampah itu dari hulu.',
  ],
  [
    'Cristiano Ronaldo cetak dua gol untuk Juventus',
    ['Cristiano Ronaldo'],
    'Cristiano Ronaldo mencetak dua gol saat Juventus menang atas Torino di Turin.',
  ],
  [
    'Kim Jong Un kirim pesan kepada Vladimir Putin',
    ['Kim Jong Un', 'Vladimir Putin'],
    'Pemimpin Korea Utara Kim Jong Un mengirim pesan kepada Presiden Rusia Vladimir Putin.',
  ],
  [
    'Raisa dan Isyana Sarasvati rilis lagu baru',
    ['Isyana Sarasvati', 'Raisa Andriana'],
    'Penyanyi Raisa Andriana dan Isyana Sarasvati merilis lagu baru di Jakarta.',
  ],
];

const letterCases: Record<string, (title: string) => string> = {
  'as printed': (title) => title,
  'title case': (title) => title.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()),
  'upper case': (title) => title.toUpperCase(),
  'lower case': (title) => title.toLowerCase(),
};

function peopleInTitle({ entities }: Annotation): string[] {
  return entities
    .filter(({ type, mentions }) => type === 'PERSON' && mentions.some(inTitle))
    .map(({ name }) => name)
    .toSorted();
}

function inTitle({ field }: { field: string }): boolean {
  return field === 'title';
}

describe.each(Object.entries(letterCases))('a headline in %s', (_, change) => {
  test.each(articles)('names the same people: %s', async (title, people, body) => {
    expect(peopleInTitle(await annotate({ title: change(title), body }, {}))).toEqual(people);
  });
});
