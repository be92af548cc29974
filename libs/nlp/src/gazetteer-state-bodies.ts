/**
 * Indonesian ministries, agencies, courts, police, armed forces and parties: Wikidata id, name,
 * other names. Own table. Row syntax: see gazetteer-row.ts.
 */
export const stateBodyRows = `
|Komisi Pemberantasan Korupsi|KPK;Komisi Pemberantasan Tindak Pidana Korupsi;Corruption Eradication Commission
|Dewan Perwakilan Rakyat|DPR;DPR RI;DPR-RI;Dewan Perwakilan Rakyat Republik Indonesia;House of Representatives of Indonesia
|Dewan Perwakilan Daerah|DPD;DPD RI
|Majelis Permusyawaratan Rakyat|MPR;MPR RI;MPR-RI
|Dewan Perwakilan Rakyat Daerah|DPRD
|Mahkamah Agung|MA;Mahkamah Agung RI
|Mahkamah Konstitusi|MK
|Komisi Yudisial|KY
|Badan Pemeriksa Keuangan|BPK;BPK RI
|Komisi Pemilihan Umum|KPU;KPU RI;Komisi Pemilihan Umum RI
|Badan Pengawas Pemilu|Bawaslu;Bawaslu RI;Badan Pengawas Pemilihan Umum
|Dewan Kehormatan Penyelenggara Pemilu|DKPP
Q3103954|Polri|Kepolisian Republik Indonesia;Kepolisian Negara Republik Indonesia;Kepolisian RI
|Mabes Polri|Markas Besar Polri
|Bareskrim Polri|Bareskrim;Badan Reserse Kriminal Polri;Bareskrim Mabes Polri
|Densus 88|Densus 88 Antiteror;Detasemen Khusus 88;Densus 88 Antiteror Polri
|Brimob|Korps Brimob;Brigade Mobil
|Korlantas Polri|Korlantas
|Polda Metro Jaya|Polda Metro
|Divisi Propam Polri|Divpropam Polri
|Tentara Nasional Indonesia|TNI
|TNI Angkatan Darat|TNI AD;TNI-AD;TNIAD
|TNI Angkatan Laut|TNI AL;TNI-AL
|TNI Angkatan Udara|TNI AU;TNI-AU
|Mabes TNI|Markas Besar TNI
|Kopassus|Komando Pasukan Khusus
|Kostrad|Komando Cadangan Strategis Angkatan Darat
|Badan Intelijen Negara|BIN
|Kejaksaan Agung|Kejagung;Kejaksaan Agung RI
|Badan Nasional Penanggulangan Bencana|BNPB
|Badan Meteorologi, Klimatologi, dan Geofisika|BMKG;Badan Meteorologi Klimatologi dan Geofisika;Badan Meteorologi, Klimatologi dan Geofisika
|Basarnas|Badan SAR Nasional;Badan Nasional Pencarian dan Pertolongan
|Badan Pusat Statistik|BPS;Statistics Indonesia
|Badan Narkotika Nasional|BNN
|Badan Nasional Penanggulangan Terorisme|BNPT
|Badan Pengawas Obat dan Makanan|BPOM;Badan POM
|Badan Koordinasi Penanaman Modal|BKPM
|Badan Perencanaan Pembangunan Nasional|Bappenas
|Badan Kepegawaian Negara|BKN
|Badan Siber dan Sandi Negara|BSSN
|Badan Riset dan Inovasi Nasional|BRIN
|Badan Keamanan Laut|Bakamla
|Badan Pertanahan Nasional|BPN
|Badan Pembinaan Ideologi Pancasila|BPIP
|Badan Pengkajian dan Penerapan Teknologi|BPPT
|Lembaga Ilmu Pengetahuan Indonesia|LIPI
|Lembaga Penerbangan dan Antariksa Nasional|LAPAN
|Lembaga Perlindungan Saksi dan Korban|LPSK
|Lembaga Penjamin Simpanan|LPS
|Lembaga Ketahanan Nasional|Lemhannas
|Perum Bulog|Bulog
|Otoritas Jasa Keuangan|OJK
|Bank Indonesia|BI
|Bursa Efek Indonesia|BEI
|Pusat Pelaporan dan Analisis Transaksi Keuangan|PPATK
|Komisi Pengawas Persaingan Usaha|KPPU
|Komisi Nasional Hak Asasi Manusia|Komnas HAM
|Komisi Nasional Perempuan|Komnas Perempuan
|Komisi Perlindungan Anak Indonesia|KPAI
|Komisi Nasional Keselamatan Transportasi|KNKT
|Komisi Penyiaran Indonesia|KPI
|Ombudsman Republik Indonesia|Ombudsman RI;Ombudsman
|Dewan Pers|
|Majelis Ulama Indonesia|MUI
|Nahdlatul Ulama|NU
|Pengurus Besar Nahdlatul Ulama|PBNU
Q1951917|Muhammadiyah|PP Muhammadiyah;Pimpinan Pusat Muhammadiyah
|Front Pembela Islam|FPI
|Hizbut Tahrir Indonesia|HTI
|Ikatan Dokter Indonesia|IDI
Q3003251|Palang Merah Indonesia|PMI
|Komite Olahraga Nasional Indonesia|KONI
|PSSI|Persatuan Sepak Bola Seluruh Indonesia
|PBSI|Persatuan Bulutangkis Seluruh Indonesia
|Indonesia Corruption Watch|ICW
|KontraS|Komisi untuk Orang Hilang dan Korban Tindak Kekerasan
|YLBHI|Yayasan Lembaga Bantuan Hukum Indonesia
|Walhi|Wahana Lingkungan Hidup Indonesia
|Kadin|Kamar Dagang dan Industri Indonesia;Kadin Indonesia
|Apindo|Asosiasi Pengusaha Indonesia
|Gaikindo|Gabungan Industri Kendaraan Bermotor Indonesia
|BPJS Kesehatan|
|BPJS Ketenagakerjaan|
|Kementerian Keuangan|Kemenkeu
|Kementerian Dalam Negeri|Kemendagri
|Kementerian Luar Negeri|Kemlu;Kemenlu
|Kementerian Pertahanan|Kemhan;Kemenhan
Q12490745|Kementerian Kesehatan|Kemenkes;Kementerian Kesehatan RI
|Kementerian Agama|Kemenag
|Kementerian Sosial|Kemensos
|Kementerian Perhubungan|Kemenhub
|Kementerian Pertanian|Kementan
|Kementerian Perdagangan|Kemendag
|Kementerian Perindustrian|Kemenperin
|Kementerian Pendidikan dan Kebudayaan|Kemendikbud;Kemdikbud;Kemendikbudristek
|Kementerian Riset, Teknologi, dan Pendidikan Tinggi|Kemenristekdikti
|Kementerian Energi dan Sumber Daya Mineral|Kementerian ESDM
|Kementerian Komunikasi dan Informatika|Kominfo;Kemenkominfo;Kemkominfo
|Kementerian Lingkungan Hidup dan Kehutanan|KLHK
|Kementerian Kelautan dan Perikanan|KKP
|Kementerian Pekerjaan Umum dan Perumahan Rakyat|Kementerian PUPR;PUPR
|Kementerian Ketenagakerjaan|Kemnaker;Kemenaker
|Kementerian Pariwisata|Kemenpar
|Kementerian Pemuda dan Olahraga|Kemenpora
|Kementerian BUMN|Kementerian Badan Usaha Milik Negara
|Kementerian Hukum dan HAM|Kemenkumham;Kementerian Hukum dan Hak Asasi Manusia
|Kementerian Koperasi dan UKM|Kemenkop UKM
|Kementerian PAN-RB|Kemenpan RB;KemenPAN-RB;Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi
|Kementerian Sekretariat Negara|Kemensetneg;Setneg
|Kementerian Koordinator Bidang Perekonomian|Kemenko Perekonomian
|Kementerian Koordinator Bidang Kemaritiman|Kemenko Kemaritiman;Kemenko Maritim
|Kantor Staf Presiden|KSP;Kantor Staf Kepresidenan
|Pemprov DKI Jakarta|Pemprov DKI;Pemerintah Provinsi DKI Jakarta
|Partai Demokrasi Indonesia Perjuangan|PDI Perjuangan;PDI-P;PDIP;PDI P
|Partai Golkar|Golkar
|Partai Gerindra|Gerindra;Partai Gerakan Indonesia Raya
|Partai Demokrat|
|Partai NasDem|NasDem;Nasdem
|Partai Kebangkitan Bangsa|PKB
|Partai Keadilan Sejahtera|PKS
|Partai Amanat Nasional|PAN
|Partai Persatuan Pembangunan|PPP
|Partai Hanura|Hanura
|Partai Solidaritas Indonesia|PSI
|Partai Perindo|Perindo
|Partai Bulan Bintang|
|Partai Berkarya|
|Partai Komunis Indonesia|PKI
|Komisi I DPR|Komisi I DPR RI
|Komisi II DPR|Komisi II DPR RI
|Komisi III DPR|Komisi III DPR RI;Komisi Hukum DPR
|Komisi IV DPR|Komisi IV DPR RI
|Komisi V DPR|Komisi V DPR RI
|Komisi VI DPR|Komisi VI DPR RI
|Komisi VII DPR|Komisi VII DPR RI
|Komisi VIII DPR|Komisi VIII DPR RI
|Komisi IX DPR|Komisi IX DPR RI
|Komisi X DPR|Komisi X DPR RI
|Komisi XI DPR|Komisi XI DPR RI
|Badan Legislasi DPR|Baleg DPR;Badan Legislasi DPR RI
|Badan Anggaran DPR|Banggar DPR
|DPRD DKI Jakarta|DPRD DKI;DPRD Provinsi DKI Jakarta
|Dinas Perhubungan DKI Jakarta|Dishub DKI;Dishub DKI Jakarta;Dinas Perhubungan DKI
|Dinas Bina Marga DKI Jakarta|Dinas Bina Marga DKI
|Bea Cukai|Bea dan Cukai;Direktorat Jenderal Bea dan Cukai;Ditjen Bea Cukai;Ditjen Bea dan Cukai
|Direktorat Jenderal Pajak|Ditjen Pajak;DJP
|Direktorat Jenderal Imigrasi|Ditjen Imigrasi
|Direktorat Jenderal Perhubungan Udara|Ditjen Perhubungan Udara
|Badan Pengatur Jalan Tol|BPJT
|Badan Pengawasan Keuangan dan Pembangunan|BPKP
|SKK Migas|Satuan Kerja Khusus Pelaksana Kegiatan Usaha Hulu Minyak dan Gas Bumi
|BPH Migas|
|Badan Restorasi Gambut|BRG
|Badan Informasi Geospasial|BIG
|Badan Tenaga Nuklir Nasional|Batan
|Arsip Nasional Republik Indonesia|ANRI
|Badan Kependudukan dan Keluarga Berencana Nasional|BKKBN
|Badan Nasional Pengelola Perbatasan|BNPP
|Badan Perlindungan Konsumen Nasional|BPKN
|BP2MI|Badan Pelindungan Pekerja Migran Indonesia;BNP2TKI
|Badan Amil Zakat Nasional|Baznas
|Dewan Pertimbangan Presiden|Wantimpres
|Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah|LKPP
|Komisi Informasi Pusat|
|Komisi Kejaksaan|
|Komisi Kepolisian Nasional|Kompolnas
|Staf Presiden|
|Setkab|Sekretariat Kabinet
|Kementerian Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi|Kemendes PDTT;Kementerian Desa
|Kementerian Agraria dan Tata Ruang|Kementerian ATR;Kementerian ATR/BPN;ATR/BPN
|Kementerian Pemberdayaan Perempuan dan Perlindungan Anak|Kementerian PPPA;KemenPPPA;KPPPA
|Kementerian Koordinator Bidang Politik, Hukum, dan Keamanan|Kemenko Polhukam
|Kementerian Koordinator Bidang Pembangunan Manusia dan Kebudayaan|Kemenko PMK
|Kementerian Pariwisata dan Ekonomi Kreatif|Kemenparekraf
|Kementerian Investasi|Kementerian Investasi/BKPM
|Kementerian Riset dan Teknologi|Kemenristek
|Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi|Kementerian Pendidikan, Kebudayaan, Riset dan Teknologi
|Polda Jawa Barat|Polda Jabar;Kepolisian Daerah Jawa Barat
|Polda Jawa Tengah|Polda Jateng;Kepolisian Daerah Jawa Tengah
|Polda Jawa Timur|Polda Jatim;Kepolisian Daerah Jawa Timur
|Polda DI Yogyakarta|Polda DIY
|Polda Banten|
|Polda Bali|
|Polda Papua|
|Polda Papua Barat|
|Polda Sumatera Utara|Polda Sumut
|Polda Sumatera Barat|Polda Sumbar
|Polda Sumatera Selatan|Polda Sumsel;Kepolisian Daerah Sumatera Selatan
|Polda Riau|
|Polda Kepulauan Riau|Polda Kepri
|Polda Lampung|
|Polda Jambi|
|Polda Aceh|
|Polda Kalimantan Barat|Polda Kalbar
|Polda Kalimantan Timur|Polda Kaltim
|Polda Kalimantan Tengah|Polda Kalteng
|Polda Kalimantan Selatan|Polda Kalsel
|Polda Sulawesi Selatan|Polda Sulsel
|Polda Sulawesi Tengah|Polda Sulteng
|Polda Sulawesi Utara|Polda Sulut
|Polda Sulawesi Tenggara|Polda Sultra
|Polda Maluku|
|Polda NTB|Polda Nusa Tenggara Barat
|Polda NTT|Polda Nusa Tenggara Timur
|Ditlantas Polda Metro Jaya|Direktorat Lalu Lintas Polda Metro Jaya
|Divisi Humas Polri|Divhumas Polri
|Kejaksaan Tinggi DKI Jakarta|Kejati DKI Jakarta
|Pengadilan Negeri Jakarta Selatan|PN Jakarta Selatan;PN Jaksel
|Pengadilan Negeri Jakarta Pusat|PN Jakarta Pusat;PN Jakpus
|Pengadilan Tipikor Jakarta|Pengadilan Tindak Pidana Korupsi Jakarta
|RSPAD Gatot Soebroto|RSPAD Gatot Subroto;RSPAD;Rumah Sakit Pusat Angkatan Darat;Rumah Sakit Pusat Angkatan Darat Gatot Soebroto
|RSCM|Rumah Sakit Cipto Mangunkusumo;RSUPN Cipto Mangunkusumo
|Pemprov Jawa Barat|Pemprov Jabar;Pemerintah Provinsi Jawa Barat
|Pemprov Jawa Tengah|Pemprov Jateng
|Pemprov Jawa Timur|Pemprov Jatim
|Pemprov Papua|
|Pemprov Riau|
`;
