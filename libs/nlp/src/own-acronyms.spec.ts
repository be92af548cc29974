import { annotate } from './annotate.ts';

async function namesOf(body: string): Promise<string[]> {
  const { entities } = await annotate({ title: 'berita hari ini', body }, {});
  return entities.map(({ name }) => name);
}

test('letters that the article spells out otherwise are not the body we know by them', async () => {
  const industry =
    'Lahan itu adalah hutan tanaman industri (HTI). Izin HTI dicabut pemerintah tahun lalu.';
  expect(await namesOf(industry)).not.toContain('Hizbut Tahrir Indonesia');
  const tax = 'Warga membayar pajak bumi dan bangunan (PBB) di Jakarta. Tarif PBB naik tahun ini.';
  expect(await namesOf(tax)).not.toContain('PBB');
  const paid = 'Warga diminta membayar PBB di Jakarta. Menurut dia, PBB harus lunas bulan ini.';
  expect(await namesOf(paid)).not.toContain('PBB');
});

test('letters that the article spells out as ours are ours', async () => {
  const nations =
    'Perserikatan Bangsa-Bangsa (PBB) bersidang di New York. Menurut PBB, sidang itu penting.';
  expect(await namesOf(nations)).toContain('PBB');
  const court = 'Sidang Mahkamah Konstitusi (MK) ditunda. Menurut MK, berkas belum lengkap.';
  expect(await namesOf(court)).toContain('Mahkamah Konstitusi');
});
