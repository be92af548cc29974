/**
 * Indonesian provinces, islands and cities: Wikidata id, name, other names. Ids from Natural Earth
 * (public domain). Row syntax: see gazetteer-row.ts.
 */
export const indonesianPlaceRows = `
Q1823|Aceh|Nanggroe Aceh Darussalam;NAD;Provinsi Aceh;Serambi Mekah;Tanah Rencong;Bumi Serambi Mekah
Q2140|Sumatera Utara|Sumut;Sumatra Utara;North Sumatra
Q2772|Sumatera Barat|Sumbar;Sumatra Barat;West Sumatra
Q2271|Sumatera Selatan|Sumsel;Sumatra Selatan;South Sumatra
Q2175|Riau|Provinsi Riau;Bumi Lancang Kuning
Q2223|Kepulauan Riau|Kepri;Riau Islands
Q1866|Kepulauan Bangka Belitung|Bangka Belitung;Babel
Q2110|Lampung|Provinsi Lampung
Q3540|Banten|Provinsi Banten
Q2051|Provinsi Jambi|
Q1890|Provinsi Bengkulu|
Q5067|Provinsi Gorontalo|
Q3630|Jakarta|DKI Jakarta;DKI;Provinsi DKI Jakarta;Daerah Khusus Ibukota Jakarta;Daerah Khusus Jakarta;Ibu Kota Jakarta;Ibukota Jakarta;Provinsi Daerah Khusus Jakarta
Q3724|Jawa Barat|Jabar;West Java
Q3557|Jawa Tengah|Jateng;Central Java
Q3586|Jawa Timur|Jatim;East Java
Q3741|Daerah Istimewa Yogyakarta|DIY;DI Yogyakarta;D.I. Yogyakarta
Q3125978|Bali|Pulau Bali;Provinsi Bali;Pulau Dewata
Q5062|Nusa Tenggara Barat|NTB;West Nusa Tenggara
Q5061|Nusa Tenggara Timur|NTT;East Nusa Tenggara
Q3916|Kalimantan Barat|Kalbar;West Kalimantan
Q3891|Kalimantan Tengah|Kalteng;Central Kalimantan
Q3906|Kalimantan Selatan|Kalsel;South Kalimantan
Q3899|Kalimantan Timur|Kaltim;East Kalimantan
|Kalimantan Utara|Kaltara;North Kalimantan
|Sulawesi Utara|Sulut;North Sulawesi
|Sulawesi Tengah|Sulteng;Central Sulawesi
Q5078|Sulawesi Selatan|Sulsel;South Sulawesi
|Sulawesi Tenggara|Sultra;Southeast Sulawesi
|Sulawesi Barat|Sulbar;West Sulawesi
Q5093|Maluku|Provinsi Maluku
Q5094|Maluku Utara|Malut;North Maluku
Q5095|Papua|Provinsi Papua;Bumi Cendrawasih;Bumi Cenderawasih
|Papua Barat|West Papua
|Papua Barat Daya|
|Papua Pegunungan|
|Papua Selatan|
|Papua Tengah|
Q3757|Jawa|Pulau Jawa
Q3492|Sumatera|Sumatra;Pulau Sumatera;Pulau Sumatra
|Kalimantan|Pulau Kalimantan;Borneo
Q3812|Sulawesi|Pulau Sulawesi
|Lombok|Pulau Lombok
|Madura|Pulau Madura
|Pulau Seribu|Kepulauan Seribu
Q10114|Jakarta Selatan|Jaksel;South Jakarta
Q10116|Jakarta Barat|Jakbar;West Jakarta
Q10111|Jakarta Timur|Jaktim;East Jakarta
Q10113|Jakarta Utara|Jakut;North Jakarta
Q10109|Jakarta Pusat|Jakpus;Central Jakarta
|Jabodetabek|
|Natuna|Laut Natuna;Kepulauan Natuna
|Selat Sunda|
|Gunung Merapi|
|Gunung Semeru|
|Danau Toba|
|Raja Ampat|
|Labuan Bajo|
|Mandalika|
|~Nusantara|IKN Nusantara;Ibu Kota Nusantara
Q5779|Banda Aceh|Kota Banda Aceh
Q5781|Langsa|Kota Langsa
Q5784|Lhokseumawe|Kota Lhokseumawe
|Sabang|Kota Sabang
Q5972|~Medan|Kota Medan
Q5954|Binjai|Kota Binjai
Q5979|Pematangsiantar|Pematang Siantar;Kota Pematangsiantar
Q5984|Sibolga|Kota Sibolga
|Tanjungbalai|Tanjung Balai;Kota Tanjungbalai
Q5989|Tebing Tinggi|Kota Tebing Tinggi
|Padangsidimpuan|Padang Sidempuan;Padangsidempuan;Kota Padangsidimpuan
|Gunungsitoli|Kota Gunungsitoli
Q7253|~Padang|Kota Padang
Q7248|Bukittinggi|Kota Bukittinggi
|Payakumbuh|Kota Payakumbuh
|Pariaman|Kota Pariaman
Q7263|Sawahlunto|Kota Sawahlunto
|Solok|Kota Solok
Q7256|Padang Panjang|Kota Padang Panjang
Q7786|Pekanbaru|Kota Pekanbaru
|Dumai|Kota Dumai
|Batam|Kota Batam
Q10104|Tanjungpinang|Tanjung Pinang;Kota Tanjungpinang
Q7578|Jambi|Kota Jambi
Q7592|Sungai Penuh|Kota Sungai Penuh
Q8131|Palembang|Kota Palembang;Kota Pempek
Q8133|Prabumulih|Kota Prabumulih
|Lubuklinggau|Kota Lubuklinggau;Lubuk Linggau;Kota Lubuk Linggau
|Pagar Alam|Kota Pagar Alam
Q8042|Bengkulu|Kota Bengkulu
Q8156|Bandar Lampung|Bandarlampung;Kota Bandar Lampung
|~Metro|Kota Metro
Q8179|Pangkalpinang|Pangkal Pinang;Kota Pangkalpinang
Q10126|~Serang|Kota Serang
|Cilegon|Kota Cilegon
|Tangerang|Kota Tangerang
|Tangerang Selatan|Tangsel;Kota Tangerang Selatan
Q10389|Bandung|Kota Bandung;Kota Kembang
Q10392|Bekasi|Kota Bekasi
Q10393|Bogor|Kota Bogor
Q10395|Cirebon|Kota Cirebon
|Depok|Kota Depok
Q10397|Sukabumi|Kota Sukabumi
Q10399|Tasikmalaya|Kota Tasikmalaya
|Cimahi|Kota Cimahi
|~Banjar|Kota Banjar
Q11025|Semarang|Kota Semarang;Kota Lumpia
Q11017|Magelang|Kota Magelang
Q11026|Pekalongan|Kota Pekalongan
Q11021|Salatiga|Kota Salatiga
Q4803|Surakarta|~Solo;Kota Surakarta;Kota Bengawan
Q11027|~Tegal|Kota Tegal
Q7568|Yogyakarta|Jogja;Jogjakarta;Yogya;Kota Yogyakarta;Kota Gudeg;Kota Pelajar
Q11462|Surabaya|Kota Surabaya;Kota Pahlawan
Q11445|~Malang|Kota Malang
Q11444|Madiun|Kota Madiun
Q11443|Kediri|Kota Kediri
Q11441|Blitar|Kota Blitar
Q11447|Mojokerto|Kota Mojokerto
Q11449|Pasuruan|Kota Pasuruan
Q11450|Probolinggo|Kota Probolinggo
|~Batu|Kota Batu
Q11506|Denpasar|Kota Denpasar
Q14126|Mataram|Kota Mataram
|~Bima|Kota Bima
Q14155|Kupang|Kota Kupang
Q14168|Pontianak|Kota Pontianak
Q14169|Singkawang|Kota Singkawang
Q14409|Palangka Raya|Palangkaraya;Kota Palangka Raya
Q14182|Banjarmasin|Kota Banjarmasin
|Banjarbaru|Kota Banjarbaru
Q14499|Samarinda|Kota Samarinda
Q14492|Balikpapan|Kota Balikpapan
Q14495|Bontang|Kota Bontang
Q14501|Tarakan|Kota Tarakan
Q15847|Manado|Kota Manado
|Bitung|Kota Bitung
|Tomohon|Kota Tomohon
|Kotamobagu|Kota Kotamobagu
Q15826|~Palu|Kota Palu
Q14634|Makassar|Ujung Pandang;Kota Makassar
Q14636|Parepare|Pare-Pare;Kota Parepare
Q14635|Palopo|Kota Palopo
Q15379|Kendari|Kota Kendari
Q15378|Baubau|Bau-Bau;Kota Baubau
Q14525|Gorontalo|Kota Gorontalo
Q18970|Ambon|Kota Ambon
|~Tual|Kota Tual
Q19151|Ternate|Kota Ternate
Q19153|Tidore|Kota Tidore
Q27860|Jayapura|Kota Jayapura
Q26837|~Sorong|Kota Sorong
Q848672|Manokwari|Kota Manokwari
Q388245|Merauke|Kota Merauke
Q1026405|Timika|Kota Timika
|Wamena|Kota Wamena
|Nabire|Kota Nabire
Q855314|Biak|Kota Biak
|Fakfak|Kota Fakfak
|Kaimana|Kota Kaimana
|Sentani|Kota Sentani
Q12478970|Cilacap|Kota Cilacap
Q4857377|Banyuwangi|Kota Banyuwangi
Q11080|Jember|Kota Jember
Q11137|Sumenep|Kota Sumenep
Q17058459|Tuban|Kota Tuban
Q8167769|Poso|Kota Poso
Q3470926|Sampit|Kota Sampit
Q1013537|Singaraja|Kota Singaraja
Q1911163|Maumere|Kota Maumere
Q1708604|Ruteng|Kota Ruteng
Q781361|Waingapu|Kota Waingapu
Q2152993|Luwuk|Kota Luwuk
Q838033|Indramayu|Kota Indramayu
|~Kuta|Kota Kuta
|Ubud|Kota Ubud
`;
