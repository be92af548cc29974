import { wordSet } from './lexicon-words.ts';

/** Words that open an office: what follows is its field, a country or body, and then a person. */
export const roleHeads = wordSet(`
presiden perdana menteri pemimpin gubernur bupati wali walikota raja ratu sultan kaisar pangeran
kanselir uskup ketua kepala direktur komisaris sekretaris sekjen sekda bendahara juru jubir
koordinator anggota panglima kapolri kapolda kapolres kapolresta kapolrestabes kapolsek kasat
kasatreskrim kabid kabag kasubdit kadis kadiv kapuspen kadispen danrem dandim danramil pangdam kajari
kajati kasi kanit jaksa hakim pengacara kuasa rektor dekan guru dosen profesor peneliti pengamat pakar
ahli analis ekonom psikolog dokter aktivis artis aktor aktris penyanyi musisi sutradara penulis
produser presenter komedian pelatih kapten gelandang striker bek kiper penyerang pemain pebulutangkis
pembalap petinju atlet legenda menko menkeu mendagri menlu menhan menkes menag mensos menhub mentan
mendag menperin mendikbud menristekdikti menkominfo menpora menaker menteri-menteri menkopolhukam
menko-polhukam menkumham menkum mensesneg seskab menpan menpanrb menparekraf menpar wapres wamen wagub
wabup camat lurah kades ceo coo cfo cto founder manajer manager gm pendiri pemilik humas
kabareskrim kadivhumas karopenmas wakapolri wakapolda wakapolres kasal kasau kasad ksal ksau ksad
ketum waketum wasekjen caleg capres cawapres cagub cawagub terdakwa tersangka terpidana korban saksi
mantan eks calon wakil plt pelaksana penjabat almarhum almarhumah utusan dubes konsul konjen
president minister governor mayor chief secretary director chairman chairwoman chairperson chancellor
premier spokesman spokeswoman spokesperson senator congressman congresswoman ambassador king queen
prince princess bishop archbishop judge justice prosecutor inspector detective commissioner
superintendent councillor professor manager coach captain analyst economist lawyer attorney founder
commander leader head former vice deputy prime foreign defence defense finance interior
`);

/** Offices that go with a place or a field, never with an unknown firm: the rest is the person. */
export const placeRoleHeads = wordSet(`
presiden perdana menteri gubernur bupati wali walikota raja ratu sultan kapolri kapolda kapolres
kapolresta kapolrestabes kapolsek menko menkeu mendagri menlu menhan menkes menag mensos menhub mentan
mendag menperin mendikbud menkominfo menpora menaker menkumham menristekdikti menko-polhukam
menkopolhukam mensesneg seskab wapres wagub wabup camat lurah kades panglima kabareskrim penyanyi
artis aktor aktris pembalap petinju penulis sutradara president prime governor mayor senator king queen
prince judge spokesman spokeswoman
`);

/** Words inside an office between its head and the person. */
export const roleFields = wordSet(`
umum utama jenderal eksekutif luar negeri dalam keuangan pertahanan kesehatan agama sosial perhubungan
pertanian perdagangan perindustrian pendidikan kebudayaan dan koordinator bidang politik hukum keamanan
ham pekerjaan perumahan rakyat lingkungan hidup kehutanan kelautan perikanan pemuda olahraga riset
teknologi tinggi energi sumber daya mineral bumn komunikasi informatika agraria tata ruang desa
pembangunan daerah tertinggal transmigrasi pariwisata ekonomi kreatif koperasi ukm ketenagakerjaan
perekonomian kemaritiman maritim investasi manusia sekretaris negara kabinet aparatur reformasi
birokrasi harian tugas muda divisi hubungan masyarakat humas pusat wilayah cabang operasi operasional
pemasaran komersial teknik perencanaan pengembangan pengawasan penyidikan penindakan pencegahan
reserse kriminal lalu lintas narkoba satuan unit seksi subdirektorat bagian biro kota kabupaten
provinsi bicara kampanye tim pemenangan nasional badan pengurus besar pemerintah militer tentara
kepolisian polisi staf khusus ahli presiden wakil menteri gubernur bupati wali ketua kepala direktur
direktorat anggota dewan fraksi komisi komite dewan pembina penasihat pimpinan pelaksana jaksa agung
tertinggi mahkamah konstitusi pengadilan kejaksaan umum ri besar perempuan putra sekolah dasar menengah
rumah sakit warta minister prime of state foreign affairs defence defense finance interior health trade
justice general executive officer operating vice deputy chief secretary president director police the
for and national security council metro jaya polhukam publik hubungan internal eksternal
`);

/** Forms of address and ranks: they make the next name a person and are no office by themselves. */
export const honorifics = wordSet(`
pak bapak bpk bu ibu bang mas mbak kak adik kakak mbah om tante haji hajah h hj kh k.h kyai kiai ustaz
ustadz ustad ustazah habib gus tuan nyonya sdr sdri dr drs dra ir prof profesor raden rm tengku teuku
tuanku datuk dato datuk datin tun jenderal letjen letnan mayjen mayor brigjen brigadir kolonel letkol
kapten sersan kopral laksamana laksda laksma marsekal marsda marsma irjen komjen kombes kompol akbp akp
iptu ipda aiptu aipda bripka brigpol briptu bripda pol polisi komisaris inspektur ajun kh
mr mrs ms miss sir lord lady dame rev fr st sgt lt col gen
`);

/** Verbs of lower-case titles that only count as an office directly before a capital. */
export const roleQualifiers = wordSet('mantan eks calon bekas former ex acting');
