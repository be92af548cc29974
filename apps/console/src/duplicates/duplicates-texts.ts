const en = {
  loading: 'Copies of one text',
  title: (count: number) =>
    count === 1 ? 'One article tells this' : `${count} articles tell this`,
  outlets: (count: number) => (count === 1 ? 'from one outlet' : `from ${count} outlets`),
  intro: 'In the order of time. The others are compared with the one that arrived first.',
  alone: 'This article has no copies.',
  leads: 'Arrived first',
  later: (delay: string) => `${delay} later`,
  atOnce: 'at the same time',
  similarity: (share: string) => `${share} the same`,
  exact: 'word for word',
  readAtSource: 'Read at the source',
  more: 'Show more',
  partial: 'A part of the index did not answer: some may be missing.',
};

const id: typeof en = {
  loading: 'Salinan satu teks',
  title: (count) => `${count} artikel memuat ini`,
  outlets: (count) => `dari ${count} media`,
  intro: 'Menurut urutan waktu. Yang lain dibandingkan dengan yang tiba pertama.',
  alone: 'Artikel ini tidak punya salinan.',
  leads: 'Tiba pertama',
  later: (delay) => `${delay} kemudian`,
  atOnce: 'pada saat yang sama',
  similarity: (share) => `${share} sama`,
  exact: 'kata demi kata',
  readAtSource: 'Baca di sumbernya',
  more: 'Tampilkan lagi',
  partial: 'Sebagian indeks tidak menjawab: mungkin ada yang kurang.',
};

export const duplicatesTexts = { en, id };
