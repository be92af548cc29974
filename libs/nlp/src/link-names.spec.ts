import type { AnnotatedEntity } from '@warta/contracts';
import { annotate } from './annotate.ts';

/** With a title: a sentence by itself is read otherwise. */
async function entityOf(body: string, alias: string): Promise<AnnotatedEntity | undefined> {
  const { entities } = await annotate({ title: 'berita hari ini', body }, {});
  return entities.find(({ aliases }) => aliases.includes(alias));
}

test('a known place carries where it lies, and how it was known', async () => {
  expect(await entityOf('Hujan turun di Moskow kemarin.', 'Moskow')).toMatchObject({
    wikidata: 'Q649',
    linkedBy: 'alias',
    place: { country: 'RU' },
  });
  const aceh = await entityOf('Gempa terjadi di Aceh kemarin.', 'Aceh');
  expect(aceh).toMatchObject({ wikidata: 'Q1823', place: { country: 'ID' } });
  expect(aceh?.place?.latitude).toBeCloseTo(4.6, 0);
});

test('the word before a name says which of two places is meant', async () => {
  const regency = await entityOf('Bupati Bogor datang ke kabupaten Bogor kemarin.', 'Bogor');
  const city = await entityOf('Hujan turun di kota Bogor kemarin.', 'Bogor');
  expect(city?.wikidata).toBe('Q10393');
  expect(regency?.wikidata).toBe('Q10363');
  const province = await entityOf('Ia bertemu Gubernur Jambi kemarin.', 'Jambi');
  expect(province?.wikidata).toBe('Q2051');
});

test('a village is not the town of the same name', async () => {
  const village = await entityOf('Warga desa Semarang mengungsi ke balai kemarin.', 'Semarang');
  expect(village).toBeDefined();
  expect(village?.wikidata).toBeUndefined();
  expect(village?.place).toBeUndefined();
});

test('a district is known by the province that the article names, and only then', async () => {
  const body = 'Banjir merendam Kecamatan Bojongsoang kemarin.';
  const alone = await entityOf(body, 'Kecamatan Bojongsoang');
  expect(alone).toBeDefined();
  expect(alone?.linkedBy).toBeUndefined();
  const supported = await entityOf(
    `${body} Pemerintah Jawa Barat mengirim bantuan ke sana.`,
    'Kecamatan Bojongsoang',
  );
  expect(supported).toMatchObject({ name: 'Bojongsoang', linkedBy: 'context' });
});

test('a quarter with the name of a foreign city is not that city', async () => {
  const quarter = await entityOf(
    'Acara digelar di kawasan Casablanca, Jakarta Selatan, kemarin.',
    'Casablanca',
  );
  expect(quarter).toBeDefined();
  expect(quarter?.wikidata).toBeUndefined();
  const city = await entityOf('Ia terbang ke Casablanca kemarin.', 'Casablanca');
  expect(city?.wikidata).toBe('Q7903');
});

test('a known person’s single name yields to the longer name of the article', async () => {
  const { entities } = await annotate(
    {
      title: 'Megawati Hangestri menang',
      body: 'Pemain voli Megawati Hangestri menang di Jakarta. "Saya senang," kata Megawati.',
    },
    {},
  );
  const persons = entities.filter(({ type }) => type === 'PERSON');
  expect(persons.map(({ name, wikidata }) => ({ name, wikidata }))).toEqual([
    { name: 'Megawati Hangestri', wikidata: undefined },
  ]);
});

test('a market of a continent is that continent', async () => {
  const europe = await entityOf('Produk itu dijual di pasar Eropa sejak kemarin.', 'Eropa');
  expect(europe?.wikidata).toBe('Q46');
});

test('a language is no country', async () => {
  const body = 'Ia fasih berbahasa Inggris dan pernah tinggal di Inggris selama dua tahun.';
  const country = await entityOf(body, 'Inggris');
  expect(country?.mentions).toHaveLength(1);
  expect(country?.mentions[0]?.start).toBe(body.lastIndexOf('Inggris'));
});

test('the capital of a country is not a city of its name', async () => {
  const { entities } = await annotate(
    { title: 'berita hari ini', body: 'Lokasi Ibu Kota RI berada di Kalimantan Timur.' },
    {},
  );
  const country = entities.find(({ wikidata }) => wikidata === 'Q252');
  expect(country?.aliases).toEqual(['RI']);
});

test('among provinces a name is that of the province', async () => {
  const list = 'Kabut asap menyelimuti Riau, Jambi, dan Sumatera Selatan sejak kemarin.';
  expect((await entityOf(list, 'Jambi'))?.wikidata).toBe('Q2051');
  const city = await entityOf('Hujan turun di kota Jambi kemarin.', 'Jambi');
  expect(city?.wikidata).toBe('Q7578');
});

test('small letters are no acronym where the article has capitals', async () => {
  const { entities } = await annotate(
    {
      title: 'berita hari ini',
      body: 'Istri berhak atas mu asyarah yang baik, kata Budi Santoso.',
    },
    {},
  );
  expect(entities.map(({ name }) => name)).not.toContain('Manchester United');
});

test('one id for a place, whichever of its names is printed', async () => {
  const long = await entityOf('Ia lahir di Kabupaten Sleman tahun lalu.', 'Kabupaten Sleman');
  const short = await entityOf('Ia lahir di Sleman tahun lalu.', 'Sleman');
  expect(long?.id).toBeDefined();
  expect(long?.id).toBe(short?.id);
});

test('a legal form and accents hide nobody', async () => {
  const bank = await entityOf('Laba PT Bank Mandiri Tbk naik kemarin.', 'PT Bank Mandiri Tbk');
  expect(bank?.linkedBy).toBe('alias');
});

test('the article’s own short form is said to be so', async () => {
  const body =
    'Dewan Keamanan PBB (DKPBB) bersidang di New York. Menurut DKPBB, sidang itu selesai kemarin.';
  const council = await entityOf(body, 'DKPBB');
  expect(council).toMatchObject({ wikidata: 'Q37470', aliases: ['Dewan Keamanan PBB', 'DKPBB'] });
});
