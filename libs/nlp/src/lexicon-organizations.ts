import { wordSet } from './lexicon-words.ts';

/** Capitalised words that open the name of an organisation. */
export const organizationHeads = wordSet(`
kementerian kemenko badan lembaga dinas komisi komite dewan majelis mahkamah universitas institut
politeknik akademi sekolah stikes stie iain uin uii sma sman smk smkn smp smpn sd sdn mts man madrasah
yayasan partai bank pt cv perum koperasi asosiasi ikatan persatuan perhimpunan himpunan federasi
konfederasi serikat aliansi forum front gerakan laskar polda polres polresta polrestabes polsek
kepolisian kodam kodim korem koramil lanud lanal kejaksaan kejari kejati pengadilan pn pemkot pemkab
pemprov pemda pemerintah satpol rumah rs rsud rsup rsu rsia puskesmas rspad lapas rutan direktorat ditjen
kedutaan kedubes konsulat kbri kjri fraksi dprd dpd dpc dpw dpp kpud bpbd bnnp bnnk kanwil fakultas
timnas inspektorat balai pusat ditreskrimum ditreskrimsus ditresnarkoba satreskrim satresnarkoba
university ministry department institute bank bureau federation association
`);

/** Heads that a second word must follow before they open a name ("Rumah Sakit", "Balai Besar"). */
export const headContinuations: Readonly<Record<string, ReadonlySet<string>>> = {
  rumah: wordSet('sakit tahanan'),
  balai: wordSet('besar pengawas pelestarian konservasi taman'),
  pusat: wordSet('studi penelitian pengendalian pelayanan kajian investigasi vulkanologi'),
  pemerintah: wordSet('kota kabupaten provinsi daerah'),
  kedutaan: wordSet('besar'),
  satpol: wordSet('pp'),
  pengadilan: wordSet('negeri tinggi agama tipikor militer tata niaga'),
  kejaksaan: wordSet('negeri tinggi'),
  kepolisian: wordSet('daerah resor sektor resort'),
  direktorat: wordSet('jenderal reserse lalu tindak kriminal'),
  sekolah: wordSet('tinggi menengah dasar luar'),
  university: wordSet('of'),
  ministry: wordSet('of'),
  department: wordSet('of'),
  institute: wordSet('of for'),
  bureau: wordSet('of'),
  federation: wordSet('of'),
  association: wordSet('of'),
};

/** Heads whose names go on over "dan", "untuk", "of" and commas. */
export const longNameHeads = wordSet(`
kementerian badan lembaga dinas komisi komite dewan direktorat ditjen fakultas institut majelis sekolah
pusat forum asosiasi ikatan university ministry department institute bureau federation association
`);

/** Heads that are named after people ("Universitas Ahmad Dahlan"): a person's name may follow. */
export const personNamedHeads = wordSet(`
universitas institut politeknik akademi sekolah yayasan rumah rs rsud rsup rsu rsia rspad sma smk smp sd
uin iain lanud pt
`);

/** Words that close the name of an organisation. */
export const organizationTails = wordSet(`
fc united tbk inc ltd corp corporation group holdings university college institute foundation council
ministry association federation committee authority department police
`);

/** Lower-case words that say that the capitalised words after them are an organisation. */
export const organizationDescriptors: readonly string[] = [
  'kantor berita',
  'media pemerintah',
  'media milik pemerintah',
  'kelompok tentara bayaran',
  'kelompok militan',
  'kelompok bersenjata',
  'kelompok teroris',
  'kelompok milisi',
  'tentara bayaran',
  'perusahaan teknologi',
  'perusahaan rintisan',
  'perusahaan minyak',
  'perusahaan tambang',
  'perusahaan asuransi',
  'perusahaan otomotif',
  'maskapai penerbangan',
  'maskapai',
  'stasiun televisi',
  'stasiun tv',
  'surat kabar',
  'harian',
  'majalah',
  'situs berita',
  'portal berita',
  'lembaga survei',
  'lembaga swadaya masyarakat',
  'organisasi nirlaba',
  'raksasa teknologi',
  'produsen mobil',
  'produsen ponsel',
  'news agency',
  'news website',
  'newspaper',
  'broadcaster',
  'mercenary group',
  'militant group',
  'rebel group',
  'technology company',
  'state media',
];
