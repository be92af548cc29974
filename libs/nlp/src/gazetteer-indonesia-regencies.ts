/**
 * Indonesian regencies that the press also prints by a short name of its own: Wikidata id (only where
 * certain), name, other names. Own table. Row syntax: see gazetteer-row.ts.
 */
export const regencyRows = `
|Humbang Hasundutan|Humbahas;Kabupaten Humbang Hasundutan
|Mandailing Natal|~Madina;Kabupaten Mandailing Natal
|Padang Lawas|~Palas;Kabupaten Padang Lawas
|Serdang Bedagai|Sergai;Kabupaten Serdang Bedagai
|Tapanuli Selatan|Tapsel;Kabupaten Tapanuli Selatan
|Tapanuli Tengah|Tapteng;Kabupaten Tapanuli Tengah
|Tapanuli Utara|~Taput;Kabupaten Tapanuli Utara
|Lima Puluh Kota|Limapuluh Kota;Kabupaten Lima Puluh Kota
|Padang Pariaman|~Padangpariaman;Kabupaten Padang Pariaman
|Pesisir Selatan|Pessel;Kabupaten Pesisir Selatan
|Indragiri Hilir|Inhil;Kabupaten Indragiri Hilir
|Indragiri Hulu|Inhu;Kabupaten Indragiri Hulu
|Kuantan Singingi|Kuansing;Kabupaten Kuantan Singingi
|Rokan Hilir|Rohil;Kabupaten Rokan Hilir
|Rokan Hulu|Rohul;Kabupaten Rokan Hulu
|Tanjung Jabung Timur|Tanjabtim;Kabupaten Tanjung Jabung Timur
|Tanjung Jabung Barat|Tanjabbar;Kabupaten Tanjung Jabung Barat
|Ogan Komering Ulu|~OKU;Kabupaten Ogan Komering Ulu
|Ogan Komering Ilir|~OKI;Kabupaten Ogan Komering Ilir
|Musi Rawas|~Mura;Kabupaten Musi Rawas
|Musi Banyuasin|~Muba;Kabupaten Musi Banyuasin
|Lampung Selatan|Lamsel;Kabupaten Lampung Selatan
|Lampung Tengah|Lamteng;Kabupaten Lampung Tengah
|Lampung Utara|~Lampura;Kabupaten Lampung Utara
|Lampung Barat|Lambar;Kabupaten Lampung Barat
|Lampung Timur|Lamtim;Kabupaten Lampung Timur
|Tulang Bawang|~Tuba;Kabupaten Tulang Bawang
|Lombok Barat|Lobar;Kabupaten Lombok Barat
|Lombok Tengah|Loteng;Kabupaten Lombok Tengah
|Lombok Timur|Lotim;Kabupaten Lombok Timur
|Lombok Utara|~KLU;Kabupaten Lombok Utara
|Timor Tengah Selatan|~TTS;Kabupaten Timor Tengah Selatan
|Manggarai Barat|~Mabar;Kabupaten Manggarai Barat
|Manggarai Timur|~Matim;Kabupaten Manggarai Timur
|Kotawaringin Barat|~Kobar;Kabupaten Kotawaringin Barat
|Kotawaringin Timur|Kotim;Kabupaten Kotawaringin Timur
|Hulu Sungai Selatan|~HSS;Kabupaten Hulu Sungai Selatan
|Tanah Bumbu|Tanbu;Kabupaten Tanah Bumbu
|Kutai Timur|Kutim;Kabupaten Kutai Timur
|Kutai Barat|~Kubar;Kabupaten Kutai Barat
|Mahakam Ulu|Mahulu;Kabupaten Mahakam Ulu
|Bolaang Mongondow|Bolmong;Kabupaten Bolaang Mongondow
|Minahasa Utara|Minut;Kabupaten Minahasa Utara
|Minahasa Selatan|Minsel;Kabupaten Minahasa Selatan
|Parigi Moutong|Parimo;Kabupaten Parigi Moutong
|Luwu Utara|Lutra;Kabupaten Luwu Utara
|Luwu Timur|Lutim;Kabupaten Luwu Timur
|Konawe Selatan|Konsel;Kabupaten Konawe Selatan
|Polewali Mandar|Polman;Kabupaten Polewali Mandar
|Halmahera Utara|Halut;Kabupaten Halmahera Utara
|Halmahera Barat|Halbar;Kabupaten Halmahera Barat
|Halmahera Selatan|Halsel;Kabupaten Halmahera Selatan
|Halmahera Timur|Haltim;Kabupaten Halmahera Timur
|Halmahera Tengah|Halteng;Kabupaten Halmahera Tengah
Q10375|Karawang|Kabupaten Karawang
Q10388|Bandung Barat|Kabupaten Bandung Barat
Q11480|Sleman|Kabupaten Sleman
Q14473|Kutai Kartanegara|Kabupaten Kutai Kartanegara;Kukar
Q14479|Penajam Paser Utara|Kabupaten Penajam Paser Utara;~PPU
Q11077|Gresik|Kabupaten Gresik
Q10363|Kabupaten Bogor|
|Nagan Raya|Nagan;Kabupaten Nagan Raya
|Toba Samosir|Tobasa;Kabupaten Toba Samosir;Kabupaten Toba
|Batang Hari|Batanghari;Kabupaten Batanghari;Kabupaten Batang Hari
|Gunungkidul|Gunung Kidul;Kabupaten Gunungkidul
|Kulon Progo|Kulonprogo;Kabupaten Kulon Progo
|Sangihe|Kepulauan Sangihe;Kabupaten Kepulauan Sangihe
|Talaud|Kepulauan Talaud;Kabupaten Kepulauan Talaud
|Tolitoli|Toli-Toli;Kabupaten Toli Toli;Kabupaten Tolitoli
|Pangkep|Pangkajene dan Kepulauan;Kabupaten Pangkajene dan Kepulauan
|Sidrap|Sidenreng Rappang;Kabupaten Sidenreng Rappang
|Morotai|Pulau Morotai;Kabupaten Pulau Morotai
`;
