const counted = (count: string) => (count === '1' ? '1 article' : `${count} articles`);

const en = {
  title: 'Corrections',
  intro:
    'Tell Warta what it got wrong. Searches follow at once, the articles one after the other; anything can be undone.',
  kinds: {
    merge: 'The same as another …',
    split: 'Some names mean somebody else …',
    retype: 'Of another type …',
    'alias-add': 'Add a name …',
    'alias-remove': 'Take a name away …',
    block: 'No entity at all …',
  },
  titles: {
    merge: (name: string) => `${name} is the same as another`,
    split: (name: string) => `Some names of ${name} mean somebody else`,
    retype: (name: string) => `${name} is of another type`,
    'alias-add': (name: string) => `Another name for ${name}`,
    'alias-remove': (name: string) => `A name that is not ${name}`,
    block: (name: string) => `${name} is no entity`,
  },
  changes: {
    merge: (articles: string) =>
      `All mentions of both count as one. Its ${counted(articles)}, or those of the other, will be published again.`,
    split: (articles: string) =>
      `Where an article prints one of the chosen names, it means the other. Up to ${counted(articles)} will be published again.`,
    retype: (articles: string) => `Its type changes in ${counted(articles)}.`,
    'alias-add': (_articles: string) =>
      'Whoever articles call so is this entity; its name finds it at once.',
    'alias-remove': (articles: string) =>
      `Whoever is called so is somebody else of that name. Up to ${counted(articles)} will be published again.`,
    block: (articles: string) =>
      `Its mentions are no longer marked in ${counted(articles)}, and it is neither suggested nor counted.`,
  },
  other: 'The other entity',
  otherHint: 'Type the beginning of its name and choose it.',
  otherNone: 'Nothing is called so.',
  otherKnown: 'A known entity, if they mean one',
  keeps: 'Whose name and type stay?',
  typeField: 'What it is',
  aliasField: 'Name',
  namesField: 'Names that mean somebody else',
  newName: 'What the other is called',
  reason: 'Why? Colleagues see it in the list.',
  articles: counted,
  lacks: {
    other: 'Choose the other entity from the suggestions.',
    type: 'Choose a type that it does not have yet.',
    alias: 'Say which name.',
    names: 'Choose at least one name.',
    newName: 'Say how the other is called, or choose a known entity.',
    reason: 'Say why.',
  },
  send: 'Correct',
  sending: 'Correcting …',
  cancel: 'Cancel',
  mayNot:
    'This key may not correct entities: it lacks the scope entities:correct. An administrator makes a key that has it with “./warta keys create”.',
  corrected: (affected: string) =>
    affected === '1'
      ? 'Corrected. It concerns 1 article.'
      : `Corrected. It concerns ${counted(affected)}.`,
  listTitle: 'What was corrected',
  none: 'Nothing was corrected here.',
  says: {
    merge: (name: string, into: string) => `${name} is ${into}`,
    split: (name: string, names: string, newName: string) => `${names}: not ${name} but ${newName}`,
    retype: (name: string, type: string) => `${name} is of the type: ${type}`,
    'alias-add': (name: string, alias: string) => `${alias} is a name of ${name}`,
    'alias-remove': (name: string, alias: string) => `${alias} is not a name of ${name}`,
    block: (name: string) => `${name} is no entity`,
  },
  by: (who: string, when: string) => `${who}, ${when}`,
  undoneBy: (who: string, when: string) => `Undone by ${who}, ${when}`,
  undone: 'undone',
  progress: (done: string, affected: string) =>
    `${done} of ${counted(affected)} ${affected === '1' ? 'follows' : 'follow'}`,
  done: (affected: string) =>
    affected === '1' ? 'The 1 article follows' : `All ${affected} articles follow`,
  doneNone: 'No article is concerned',
  undo: 'Undo',
  undoOf: (what: string) => `Undo: ${what}`,
  undoTitle: 'Undo this correction',
  undoWhat: 'It counts as never made; the articles follow. It stays in the list.',
  undoneNow: 'Undone.',
  more: 'Show more',
};

const id: typeof en = {
  title: 'Koreksi',
  intro:
    'Beri tahu Warta apa yang salah dibacanya. Pencarian langsung mengikuti, artikel menyusul satu per satu; semuanya bisa dibatalkan.',
  kinds: {
    merge: 'Sama dengan yang lain …',
    split: 'Beberapa nama merujuk ke yang lain …',
    retype: 'Berjenis lain …',
    'alias-add': 'Tambahkan nama …',
    'alias-remove': 'Cabut nama …',
    block: 'Bukan entitas …',
  },
  titles: {
    merge: (name) => `${name} sama dengan yang lain`,
    split: (name) => `Beberapa nama ${name} merujuk ke yang lain`,
    retype: (name) => `${name} berjenis lain`,
    'alias-add': (name) => `Nama lain untuk ${name}`,
    'alias-remove': (name) => `Nama yang bukan ${name}`,
    block: (name) => `${name} bukan entitas`,
  },
  changes: {
    merge: (articles) =>
      `Semua penyebutan keduanya dihitung sebagai satu. ${articles} artikelnya atau artikel yang lain diterbitkan ulang.`,
    split: (articles) =>
      `Bila artikel memuat salah satu nama terpilih, yang dimaksud adalah yang lain. Paling banyak ${articles} artikel diterbitkan ulang.`,
    retype: (articles) => `Jenisnya berubah dalam ${articles} artikel.`,
    'alias-add': (_articles) =>
      'Siapa pun yang disebut begitu adalah entitas ini; namanya langsung menemukannya.',
    'alias-remove': (articles) =>
      `Siapa pun yang disebut begitu adalah pihak lain dengan nama itu. Paling banyak ${articles} artikel diterbitkan ulang.`,
    block: (articles) =>
      `Penyebutannya tidak lagi ditandai dalam ${articles} artikel, dan tidak lagi disarankan maupun dihitung.`,
  },
  other: 'Entitas yang lain',
  otherHint: 'Ketik awal namanya lalu pilih.',
  otherNone: 'Tidak ada yang bernama begitu.',
  otherKnown: 'Entitas yang sudah dikenal, bila itu yang dimaksud',
  keeps: 'Nama dan jenis siapa yang dipakai?',
  typeField: 'Jenisnya',
  aliasField: 'Nama',
  namesField: 'Nama yang merujuk ke pihak lain',
  newName: 'Nama pihak lain itu',
  reason: 'Mengapa? Rekan melihatnya dalam daftar.',
  articles: (count) => `${count} artikel`,
  lacks: {
    other: 'Pilih entitas yang lain dari saran.',
    type: 'Pilih jenis yang belum dimilikinya.',
    alias: 'Sebutkan namanya.',
    names: 'Pilih paling sedikit satu nama.',
    newName: 'Sebutkan nama pihak lain itu, atau pilih entitas yang dikenal.',
    reason: 'Sebutkan alasannya.',
  },
  send: 'Koreksi',
  sending: 'Mengoreksi …',
  cancel: 'Batal',
  mayNot:
    'Kunci ini tidak boleh mengoreksi entitas: cakupan entities:correct tidak ada. Administrator membuat kunci dengan cakupan itu lewat “./warta keys create”.',
  corrected: (affected) => `Dikoreksi. Menyangkut ${affected} artikel.`,
  listTitle: 'Yang telah dikoreksi',
  none: 'Belum ada koreksi di sini.',
  says: {
    merge: (name, into) => `${name} adalah ${into}`,
    split: (name, names, newName) => `${names}: bukan ${name} melainkan ${newName}`,
    retype: (name, type) => `${name} berjenis: ${type}`,
    'alias-add': (name, alias) => `${alias} adalah nama ${name}`,
    'alias-remove': (name, alias) => `${alias} bukan nama ${name}`,
    block: (name) => `${name} bukan entitas`,
  },
  by: (who, when) => `oleh ${who}, ${when}`,
  undoneBy: (who, when) => `Dibatalkan oleh ${who}, ${when}`,
  undone: 'dibatalkan',
  progress: (done, affected) => `${done} dari ${affected} artikel sudah mengikuti`,
  done: (affected) => `Semua ${affected} artikel sudah mengikuti`,
  doneNone: 'Tidak ada artikel yang terkait',
  undo: 'Batalkan',
  undoOf: (what) => `Batalkan: ${what}`,
  undoTitle: 'Batalkan koreksi ini',
  undoWhat: 'Dianggap tak pernah dibuat; artikel mengikuti. Tetap ada dalam daftar.',
  undoneNow: 'Sudah dibatalkan.',
  more: 'Tampilkan lagi',
};

export type CorrectionsTexts = typeof en;
export const correctionsTexts = { en, id };
