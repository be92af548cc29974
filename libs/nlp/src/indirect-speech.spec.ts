import { annotate } from './annotate.ts';

/** Reported speech as "speaker | cue | content"; a dash where nobody is named. */
async function reported(body: string, language = 'id'): Promise<string[]> {
  const { quotes, entities } = await annotate({ body }, { declaredLanguage: language });
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  for (const { text, start, end } of quotes) expect(body.slice(start, end)).toBe(text);
  return quotes
    .filter(({ indirect }) => indirect)
    .map(({ speakerEntityId, cue, text }) => {
      return `${names.get(speakerEntityId ?? '') ?? '-'} | ${cue} | ${text}`;
    });
}

test.each([
  [
    'Menteri Keuangan Sri Mulyani mengatakan bahwa anggaran negara cukup aman.',
    'Sri Mulyani Indrawati | mengatakan | anggaran negara cukup aman',
  ],
  [
    'Gubernur Jawa Tengah Ganjar Pranowo menuturkan, warga sudah mengungsi sejak pagi.',
    'Ganjar Pranowo | menuturkan | warga sudah mengungsi sejak pagi',
  ],
  [
    'Ganjar Pranowo mengatakan kepada wartawan di Semarang bahwa jalan itu akan dibuka.',
    'Ganjar Pranowo | mengatakan | jalan itu akan dibuka',
  ],
  [
    'Menurut Ganjar Pranowo, harga beras sudah turun di semua daerah.',
    'Ganjar Pranowo | Menurut | harga beras sudah turun di semua daerah',
  ],
  [
    'Harga beras sudah turun di semua daerah, kata Ganjar Pranowo, Senin (16/9).',
    'Ganjar Pranowo | kata | Harga beras sudah turun di semua daerah',
  ],
  [
    'Selain itu, kata Ganjar Pranowo, stok di gudang masih cukup.',
    'Ganjar Pranowo | kata | stok di gudang masih cukup',
  ],
  [
    'Lebih lanjut Ganjar Pranowo menjelaskan, stok di gudang masih cukup.',
    'Ganjar Pranowo | menjelaskan | stok di gudang masih cukup',
  ],
  [
    'Ganjar Pranowo mengungkapkan untuk beras juga terjadi penurunan harga.',
    'Ganjar Pranowo | mengungkapkan | untuk beras juga terjadi penurunan harga',
  ],
  [
    'Ganjar Pranowo menyampaikan, pemerintah akan menambah stok beras.',
    'Ganjar Pranowo | menyampaikan | pemerintah akan menambah stok beras',
  ],
  [
    'Ganjar Pranowo mengatakan, stok di gudang masih cukup."Warga harus tenang," ujarnya.',
    'Ganjar Pranowo | mengatakan | stok di gudang masih cukup',
  ],
  [
    'Diakui Ganjar Pranowo, stok di gudang tinggal sedikit.',
    'Ganjar Pranowo | Diakui | stok di gudang tinggal sedikit',
  ],
])('is found with who says it: %s', async (body, expected) => {
  expect(await reported(body)).toEqual([expected]);
});

test.each([
  [
    'Joe Biden said the bridge will open on Monday.',
    'Joe Biden | said | the bridge will open on Monday',
  ],
  [
    'Joe Biden told reporters on Sunday that the bridge will open soon.',
    'Joe Biden | told | the bridge will open soon',
  ],
  [
    'The bridge will open to all traffic on Monday, Joe Biden said.',
    'Joe Biden | said | The bridge will open to all traffic on Monday',
  ],
  [
    'According to Joe Biden, the bridge will open on Monday.',
    'Joe Biden | According | the bridge will open on Monday',
  ],
])('is found in English: %s', async (body, expected) => {
  expect(await reported(body, 'en')).toEqual([expected]);
});

test.each([
  ['what goes on behind the verb', 'Joe Biden said in a statement on Monday.'],
  ['everything somebody says', 'Everything Joe Biden says about the bridge was true until now.'],
  ['a denial', 'Joe Biden did not say that the bridge will open soon.'],
])('is not, in English, %s', async (_, body) => {
  expect(await reported(body, 'en')).toEqual([]);
});

test('"ia" and -nya are who spoke last', async () => {
  const body =
    'Ganjar Pranowo mengatakan bahwa jalan itu akan dibuka. Ia mengaku belum tahu biayanya.\n' +
    'Warga diminta bersabar sampai akhir bulan, ujarnya. Menurutnya, semua akan siap.';
  expect(await reported(body)).toEqual([
    'Ganjar Pranowo | mengatakan | jalan itu akan dibuka',
    'Ganjar Pranowo | mengaku | belum tahu biayanya',
    'Ganjar Pranowo | ujarnya | Warga diminta bersabar sampai akhir bulan',
    'Ganjar Pranowo | Menurutnya | semua akan siap',
  ]);
});

test.each([
  [
    'an office before the verb',
    '"Harga beras turun," kata Menteri Perdagangan Budi Santoso.\nMendag menjelaskan, stok masih cukup.',
  ],
  [
    'a description before the verb',
    '"Harga beras turun," kata Budi Santoso.\nPolitikus berusia 40 tahun itu mengaku sudah lama menunggu.',
  ],
  [
    'a clause between name and verb',
    'Budi Santoso yang ditemui di Jakarta mengatakan stok beras masih cukup.',
  ],
])('%s is whom it means', async (_, body) => {
  for (const quote of await reported(body)) expect(quote).toMatch(/^Budi Santoso \|/);
  expect(await reported(body)).toHaveLength(1);
});

test('somebody without a name is nobody in particular', async () => {
  const body = 'Seorang saksi mengatakan bahwa bus itu melaju kencang sebelum terguling.';
  expect(await reported(body)).toEqual([
    '- | mengatakan | bus itu melaju kencang sebelum terguling',
  ]);
});

test.each([
  [
    'Harga bensin eceran akan naik dalam beberapa hari, kata para analis.',
    '- | kata | Harga bensin eceran akan naik dalam beberapa hari',
  ],
  [
    'Ganjar Pranowo mengatakan itu tidak berarti apa-apa baginya.',
    'Ganjar Pranowo | mengatakan | itu tidak berarti apa-apa baginya',
  ],
])('is found to its ends: %s', async (body, expected) => {
  expect(await reported(body)).toEqual([expected]);
});

test.each([
  ['a thing for an object', 'Ganjar Pranowo mengakui kehebatan tim lawan pada laga tadi malam.'],
  ['what is only named', 'Ganjar Pranowo menyampaikan hal itu kepada wartawan di Semarang.'],
  ['a denial of speech', 'Ganjar Pranowo tidak mengatakan bahwa jalan itu akan dibuka.'],
  ['a paper', 'Data itu menyebutkan bahwa angka kemiskinan turun dari tahun lalu.'],
  ['what a thing shows', 'Kemenangan itu menegaskan bahwa tim tersebut sudah sangat kuat.'],
  ['a plan', 'Menurut rencana, jalan itu akan dibuka pada bulan depan.'],
  ['words that are quoted', 'Ganjar Pranowo mengatakan, "Jalan itu akan dibuka bulan depan."'],
])('is not %s', async (_, body) => {
  expect(await reported(body)).toEqual([]);
});
