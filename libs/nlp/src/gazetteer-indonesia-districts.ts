/**
 * Indonesian regencies, districts of greater Jakarta and towns that are printed by their bare name,
 * separated by semicolons. `~`: also a word of the language, see gazetteer-row.ts.
 */
export const indonesianDistrictNames = `
Simeulue; Pidie; Bireuen; Gayo Lues; Aceh Besar; Aceh Utara; Aceh Timur; Aceh Barat; Aceh Selatan
Aceh Tengah; Aceh Tenggara; Aceh Tamiang; Aceh Jaya; Aceh Singkil; Bener Meriah; Meulaboh; Asahan; Dairi
Deli Serdang; Humbang Hasundutan; ~Karo; Labuhanbatu; Langkat; Mandailing Natal; Nias; Padang Lawas
Pakpak Bharat; Samosir; Serdang Bedagai; Simalungun; Tapanuli Selatan; Tapanuli Tengah; Tapanuli Utara
Kepulauan Mentawai; Dharmasraya; Lima Puluh Kota; Padang Pariaman; Pasaman; Pesisir Selatan; Sijunjung
Tanah Datar; Bengkalis; Indragiri Hilir; Indragiri Hulu; ~Kampar; Kuantan Singingi; Pelalawan
Rokan Hilir; Rokan Hulu; ~Siak; Kepulauan Meranti; Bintan; Karimun; ~Lingga; Kerinci; Merangin
Sarolangun; Muaro Jambi; Tanjung Jabung Timur; Tanjung Jabung Barat; ~Tebo; Bungo; Ogan Komering Ulu
Ogan Komering Ilir; Muara Enim; Lahat; Musi Rawas; Musi Banyuasin; Banyuasin; Ogan Ilir; Empat Lawang
Rejang Lebong; ~Kaur; Seluma; Mukomuko; Lebong; Kepahiang; Lampung Selatan; Lampung Tengah
Lampung Utara; Lampung Barat; Lampung Timur; Tulang Bawang; Tanggamus; Way Kanan; Pesawaran; Pringsewu
Mesuji; Bangka; Belitung; Pandeglang; ~Lebak; Cianjur; Garut; Ciamis; ~Kuningan; Majalengka; Sumedang
Subang; Purwakarta; Pangandaran; Cibinong; Soreang; Lembang; Cikarang; Cikampek; Banyumas; Purwokerto
Purbalingga; Banjarnegara; Kebumen; Purworejo; Wonosobo; Boyolali; Klaten; Sukoharjo; Wonogiri
Karanganyar; Sragen; Grobogan; Blora; Rembang; ~Pati; Kudus; Jepara; ~Demak; Temanggung; ~Kendal
~Batang; Pemalang; Brebes; Bantul; Wonosari; Pacitan; Ponorogo; Trenggalek; Tulungagung; Lumajang
Bondowoso; Situbondo; Sidoarjo; Jombang; Nganjuk; Magetan; Ngawi; Bojonegoro; Lamongan; Bangkalan
~Sampang; Pamekasan; Jembrana; Tabanan; Badung; Gianyar; Klungkung; ~Bangli; Karangasem; Buleleng
Nusa Dua; Sanur; Lombok Barat; Lombok Tengah; Lombok Timur; Lombok Utara; Sumbawa; Dompu; Sumba
Sumba Barat; Sumba Timur; Timor Tengah Selatan; ~Belu; Alor; Lembata; Flores; Flores Timur; Sikka; Ende
Ngada; Manggarai; Manggarai Barat; Manggarai Timur; Rote Ndao; Nagekeo; Sabu Raijua; Sambas; Mempawah
Sanggau; ~Ketapang; Sintang; Kapuas Hulu; Kapuas; Bengkayang; ~Landak; Sekadau; Melawi; Kayong Utara
Kubu Raya; Kotawaringin Barat; Kotawaringin Timur; Barito; Katingan; Pulang Pisau; Gunung Mas
Tanah Laut; Kotabaru; Hulu Sungai Selatan; Tabalong; Tanah Bumbu; Balangan; Paser; Kutai Timur
Kutai Barat; Berau; Mahakam Ulu; Malinau; Bulungan; Nunukan; Tana Tidung; Bolaang Mongondow; Minahasa
Minahasa Utara; Minahasa Selatan; Banggai; Donggala; ~Buol; Morowali; Parigi Moutong; Tojo Una-Una
~Sigi; Bulukumba; Bantaeng; Jeneponto; Takalar; ~Gowa; Sinjai; ~Maros; Barru; Soppeng; Wajo; Pinrang
Enrekang; ~Luwu; Luwu Utara; Luwu Timur; Tana Toraja; Toraja Utara; Toraja; Watampone; Kolaka; Konawe
Konawe Selatan; ~Muna; Buton; Wakatobi; Bombana; Boalemo; Bone Bolango; Pohuwato; Majene
Polewali Mandar; Mamasa; Mamuju; Maluku Tengah; Maluku Tenggara; Seram; Kepulauan Aru; Halmahera
Halmahera Utara; Halmahera Barat; Halmahera Selatan; Halmahera Timur; Halmahera Tengah; Kepulauan Sula
Jayawijaya; Puncak Jaya; Paniai; Mimika; Boven Digoel; Mappi; Asmat; Yahukimo; Pegunungan Bintang
Tolikara; Sarmi; Keerom; Waropen; Supiori; Nduga; Lanny Jaya; Intan Jaya; Deiyai; Teluk Bintuni
Teluk Wondama; Tambrauw; Maybrat; Pegunungan Arfak; Cilincing; Penjaringan; Pademangan; ~Koja
Kelapa Gading; Tanjung Priok; Pluit; Ancol; ~Gambir; Sawah Besar; Kemayoran; ~Senen; Cempaka Putih
~Menteng; Tanah Abang; Johar Baru; Cengkareng; Grogol; Petamburan; Taman Sari; ~Tambora; Kebon Jeruk
Kalideres; Palmerah; ~Kembangan; Kebayoran Baru; Kebayoran Lama; Pesanggrahan; Cilandak; Pasar Minggu
Jagakarsa; Mampang; Pancoran; Tebet; ~Setiabudi; ~Kemang; Senayan; ~Matraman; Pulogadung; Jatinegara
~Cakung; Duren Sawit; Kramat Jati; ~Makasar; Pasar Rebo; Ciracas; Cipayung; ~Halim; Rawamangun; Semanggi
Sudirman-Thamrin; Thamrin; Ciputat; Pamulang; Serpong; Bintaro; Cisauk; Bojong Gede; Cibubur; ~Sentul
~Puncak; Cisarua; Ciawi; Margonda; Cileungsi; Gunung Putri; Cibitung; ~Tambun; Karawaci; Cikupa; Ciledug
`;
