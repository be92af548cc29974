const en = {
  title: 'What stands out',
  show: 'Show what stands out',
  hide: 'Hide what stands out',
  is: 'More often here than in all other news. Choose one to narrow the search.',
  names: 'Names that stand out',
  words: 'Words that stand out',
  share: (some: string, all: string) => `in ${some} of its ${all} articles`,
  none: 'Nothing is here more often than elsewhere.',
};

const id: typeof en = {
  title: 'Yang menonjol',
  show: 'Tampilkan yang menonjol',
  hide: 'Sembunyikan yang menonjol',
  is: 'Lebih sering di sini daripada di semua berita lain. Pilih satu untuk mempersempit.',
  names: 'Nama yang menonjol',
  words: 'Kata yang menonjol',
  share: (some, all) => `dalam ${some} dari ${all} artikelnya`,
  none: 'Tidak ada yang lebih sering di sini daripada di tempat lain.',
};

export const standingTexts = { en, id };
