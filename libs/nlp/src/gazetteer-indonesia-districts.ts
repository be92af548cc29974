/**
 * Indonesian regencies, districts of greater Jakarta and towns that are printed by their bare name,
 * separated by semicolons. `~`: also a word of the language, see gazetteer-row.ts.
 */
export const indonesianDistrictNames = `
Simeulue; Pidie; Bireuen; Gayo Lues; Aceh Besar; Aceh Utara; Aceh Timur; Aceh Barat; Aceh Selatan
Aceh Tengah; Aceh Tenggara; Aceh Tamiang; Aceh Jaya; Aceh Singkil; Bener Meriah; Meulaboh; Asahan; Dairi
Deli Serdang; ~Karo; Labuhanbatu; Langkat; Nias; Pakpak Bharat; Samosir; Simalungun; Kepulauan Mentawai
Dharmasraya; Pasaman; Sijunjung; Tanah Datar; Bengkalis; ~Kampar; Pelalawan; ~Siak; Kepulauan Meranti
Bintan; Karimun; ~Lingga; Kerinci; Merangin; Sarolangun; Muaro Jambi; ~Tebo; Bungo; Muara Enim; Lahat
Banyuasin; Ogan Ilir; Empat Lawang; Rejang Lebong; ~Kaur; Seluma; Mukomuko; Lebong; Kepahiang; Tanggamus
Way Kanan; Pesawaran; Pringsewu; Mesuji; Bangka; Belitung; Pandeglang; ~Lebak; Cianjur; Garut; Ciamis
~Kuningan; Majalengka; Sumedang; Subang; Purwakarta; Pangandaran; Cibinong; Soreang; Lembang; Cikarang
Cikampek; Banyumas; Purwokerto; Purbalingga; Banjarnegara; Kebumen; Purworejo; Wonosobo; Boyolali
Klaten; Sukoharjo; Wonogiri; Karanganyar; Sragen; Grobogan; Blora; Rembang; ~Pati; Kudus; Jepara; ~Demak
Temanggung; ~Kendal; ~Batang; Pemalang; Brebes; Bantul; Wonosari; Pacitan; Ponorogo; Trenggalek
Tulungagung; Lumajang; Bondowoso; Situbondo; Sidoarjo; Jombang; Nganjuk; Magetan; Ngawi; Bojonegoro
Lamongan; Bangkalan; ~Sampang; Pamekasan; Jembrana; Tabanan; Badung; Gianyar; Klungkung; ~Bangli
Karangasem; Buleleng; Nusa Dua; Sanur; Sumbawa; Dompu; Sumba; Sumba Barat; Sumba Timur; ~Belu; Alor
Lembata; Flores; Flores Timur; Sikka; Ende; Ngada; Manggarai; Rote Ndao; Nagekeo; Sabu Raijua; Sambas
Mempawah; Sanggau; ~Ketapang; Sintang; Kapuas Hulu; Kapuas; Bengkayang; ~Landak; Sekadau; Melawi
Kayong Utara; Kubu Raya; Barito; Katingan; Pulang Pisau; Gunung Mas; Tanah Laut; Kotabaru; Tabalong
Balangan; Paser; Berau; Malinau; Bulungan; Nunukan; Tana Tidung; Minahasa; Banggai; Donggala; ~Buol
Morowali; Tojo Una-Una; ~Sigi; Bulukumba; Bantaeng; Jeneponto; Takalar; ~Gowa; Sinjai; ~Maros; Barru
Soppeng; Wajo; Pinrang; Enrekang; ~Luwu; Tana Toraja; Toraja Utara; Toraja; Watampone; Kolaka; Konawe
~Muna; Buton; Wakatobi; Bombana; Boalemo; Bone Bolango; Pohuwato; Majene; Mamasa; Mamuju; Maluku Tengah
Maluku Tenggara; Seram; Kepulauan Aru; Halmahera; Kepulauan Sula; Jayawijaya; Puncak Jaya; Paniai
Mimika; Boven Digoel; Mappi; Asmat; Yahukimo; Pegunungan Bintang; Tolikara; Sarmi; Keerom; Waropen
Supiori; Nduga; Lanny Jaya; Intan Jaya; Deiyai; Teluk Bintuni; Teluk Wondama; Tambrauw; Maybrat
Pegunungan Arfak; Cilincing; Penjaringan; Pademangan; ~Koja; Kelapa Gading; Tanjung Priok; Pluit; Ancol
~Gambir; Sawah Besar; Kemayoran; ~Senen; Cempaka Putih; ~Menteng; Tanah Abang; Johar Baru; Cengkareng
Grogol; Petamburan; Taman Sari; ~Tambora; Kebon Jeruk; Kalideres; Palmerah; ~Kembangan; Kebayoran Baru
Kebayoran Lama; Pesanggrahan; Cilandak; Pasar Minggu; Jagakarsa; Mampang; Pancoran; Tebet; ~Setiabudi
~Kemang; Senayan; ~Matraman; Pulogadung; Jatinegara; ~Cakung; Duren Sawit; Kramat Jati; ~Makasar
Pasar Rebo; Ciracas; Cipayung; ~Halim; Rawamangun; Semanggi; Sudirman-Thamrin; Thamrin; Ciputat
Pamulang; Serpong; Bintaro; Cisauk; Bojong Gede; Cibubur; ~Sentul; ~Puncak; Cisarua; Ciawi; Margonda
Cileungsi; Gunung Putri; Cibitung; ~Tambun; Karawaci; Cikupa; Ciledug
`;
