import type { AnnotatedEntity } from '@warta/contracts';
import { annotate } from './annotate.ts';

/** With a title: a sentence by itself is read otherwise. */
async function entitiesOf(body: string): Promise<AnnotatedEntity[]> {
  return (await annotate({ title: 'berita hari ini', body }, {})).entities;
}

test.each([
  ['the initials of a person', 'Ia datang bersama pacarnya berinisial AP (18) di Bandung.'],
  ['initials with an age', 'Polisi menangkap PSG (31) di Bandung kemarin.'],
  ['the mark of an aircraft', 'Pesawat PK-CDC mendarat di Bandung kemarin.'],
  ['a first name that is quoted', '"Ini baik," ucap Sony kepada wartawan di Bandung.'],
  ['a word in small letters', 'Perbandingan itu tidak apple to apple, kata warga Bandung.'],
  ['a word of a driver’s trade', 'Ia menunjuk lokasi grab di Bandung kemarin.'],
  ['a payment that is due', 'Warga Bandung membayar utang saat jatuh tempo kemarin.'],
  ['a singer printed otherwise', 'Penyanyi Kai tampil di Bandung kemarin.'],
  ['a stage name with a dot', 'Konser B.I eks iKON digelar di Bandung kemarin.'],
  ['a drama with a name in letters', 'Drama BIG tayang di Bandung kemarin.'],
])('%s is no body that we know by those letters', async (_, body) => {
  const linked = (await entitiesOf(body)).filter(({ linkedBy }) => linkedBy);
  expect(linked.map(({ name }) => name).filter((name) => name !== 'iKON')).toEqual(['Bandung']);
});

test.each([
  ['Rapat DPR-KPK digelar di Bandung kemarin.', 'Komisi Pemberantasan Korupsi'],
  ['Penangkapan itu dilaporkan AP dari Bandung kemarin.', 'Associated Press'],
  ['Hal itu ditulis Tempo kemarin, kata warga Bandung.', 'Tempo'],
  ['Drama MBC itu tayang di Bandung kemarin.', 'MBC'],
  ['Ia pindah ke Liverpool. Liverpool menang kemarin.', 'Liverpool'],
])('a form that its sentence supports says who is meant: %s', async (body, name) => {
  const found = (await entitiesOf(body)).find((entity) => entity.name === name);
  expect(found?.linkedBy).toBe('alias');
});

test('initials stay those of a person in the rest of the article', async () => {
  const body =
    'Ia datang bersama pelaku berinisial AP (18) di Bandung. Kemudian AP pulang kemarin.';
  expect((await entitiesOf(body)).map(({ wikidata }) => wikidata)).not.toContain('Q40469');
});

test('a form inside a longer name is nobody’s that we know, in the whole article', async () => {
  const body = 'Rexona memperkenalkan Duta Mereknya Chelsea Islan. Chelsea bercerita kemarin.';
  expect((await entitiesOf(body)).map(({ wikidata }) => wikidata)).not.toContain('Q9616');
});

test('what the article spells out as something else is not linked again', async () => {
  const index = await entitiesOf(
    'Indeks Demokrasi Indonesia (IDI) diumumkan di Jakarta. Menurut dia, IDI naik tahun ini.',
  );
  expect(index.filter(({ aliases }) => aliases.includes('IDI'))).toHaveLength(1);
  expect(index.map(({ name }) => name)).not.toContain('Ikatan Dokter Indonesia');
  const report = await entitiesOf(
    'Laporan Keuangan Pemerintah Pusat (LKPP) diperiksa di Jakarta. Opini LKPP tetap sama.',
  );
  expect(report.length).toBeGreaterThan(0);
  expect(report.map(({ name }) => name).join(' ')).not.toContain('Pengadaan');
});
