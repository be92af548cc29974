/** Six kinds of questions, with several of each so that no cache answers them all. */
export const benchQueries: readonly { title: string; paths: readonly string[] }[] = [
  {
    title: 'one word',
    paths: ['polisi', 'harga', 'gempa', 'pertandingan', 'sekolah'].map(byWords),
  },
  {
    title: 'a phrase',
    paths: ['"kepala daerah"', '"rumah sakit"', '"tahun lalu"', '"kata dia"'].map(byWords),
  },
  {
    title: 'boolean with fields',
    paths: [
      '(polisi OR jaksa) korupsi -narkoba',
      'title:harga (beras OR minyak) NOT impor',
      '(mahasiswa OR pelajar) demonstrasi date:2020..',
    ].map(byWords),
  },
  {
    title: 'a person and a place',
    paths: [
      'person:"Joko Widodo" place:Jakarta',
      'person:"Prabowo Subianto"',
      'place:Indonesia org:KPK',
    ].map(byWords),
  },
  {
    title: 'prefix and NEAR',
    paths: ['pemerin* (daerah NEAR/5 pusat)', 'ekono* pasar', 'presiden NEAR/3 menteri'].map(
      byWords,
    ),
  },
  {
    title: 'a word with all facets',
    paths: ['polisi', 'harga', 'gempa'].map(
      (word) => `${byWords(word)}&facets=feed,language,person,organization,place,section,day`,
    ),
  },
];

function byWords(q: string): string {
  return `/v1/articles?q=${encodeURIComponent(q)}`;
}
