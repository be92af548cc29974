const en = {
  loading: 'Copies of one text',
  title: (count: number, shown: string) =>
    count === 1 ? 'One article tells this' : `${shown} articles tell this`,
  outlets: (count: number, shown: string) =>
    count === 1 ? 'From one outlet' : `From ${shown} outlets`,
  intro: 'In the order of time. The others are compared with the one that arrived first.',
  alone: 'This article has no copies.',
  leads: 'Arrived first',
  later: (delay: string) => `${delay} later`,
  first: 'first',
  atOnce: 'at the same time',
  similarity: (share: string) => `${share} the same`,
  exact: 'word for word',
  readAtSource: 'Read at the source',
  more: 'Show more',
  partial: 'A part of the index did not answer: some may be missing.',
};

const id: typeof en = {
  loading: 'Salinan satu teks',
  title: (_count, shown) => `${shown} artikel memuat ini`,
  outlets: (_count, shown) => `Dari ${shown} media`,
  intro: 'Menurut urutan waktu. Yang lain dibandingkan dengan yang tiba pertama.',
  alone: 'Artikel ini tidak punya salinan.',
  leads: 'Tiba pertama',
  later: (delay) => `${delay} kemudian`,
  first: 'pertama',
  atOnce: 'pada saat yang sama',
  similarity: (share) => `${share} sama`,
  exact: 'kata demi kata',
  readAtSource: 'Baca di sumbernya',
  more: 'Tampilkan lagi',
  partial: 'Sebagian indeks tidak menjawab: mungkin ada yang kurang.',
};

export const duplicatesTexts = { en, id };
