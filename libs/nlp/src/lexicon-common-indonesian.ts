/**
 * Indonesian words that are printed in lower case: a capital at the start of a sentence makes no name
 * of them. The most frequent of IDNER-News-2k (MIT), NERUI and NERGRIT (Apache-2.0).
 */
export const commonIndonesianRows = `
abad acara ada adalah adanya adat adik adiknya aduan agak agaknya agar agen agenda ahli ajang ajaran
akademik akan akhir akhirnya akibat akrab akrabnya akses aksi aktif akting aktivitas aktor aktris
aku akuisisi akun alami alasan alat album alias alih aliran alokasi alternatif aman amanah amat
ambang ambisi an anak anarkis ancaman andalan aneh anggaran anggota anggotanya angka angkutan
animasi anime antar antara antaranya antrean anyar apa apabila apakah apalagi apapun api aplikasi
apron arah area armada artinya artis asal asas aset asing asisten asli aspek asuhan asuhnya asyik
atas atau ataupun atlet attempts aturan audisi awak awal awalnya ayah ayahnya babak baca badai
bagaimana bagi bagian bagus bahan bahari bahasa bahkan bahwa baik baju bakal bakar bakat balap
balapan balik bandnya bangkit bangunan banjir bantuan banyak banyaknya bapak barang baru basis bass
batas bawah bayar bayi beasiswa bebas beberapa beda begitu bek bekas bekerja belajar belakang
belakangan belanja belas belasan beli beliau belum benar bencana bentuk berada beragam berakhir
beralih berang beranggotakan berangkat berani berapa berapi berarti berasal berat berawal berbadan
berbagai berbagi berbahasa berbahaya berbalik berbasis berbatasan berbau berbeda berbentuk berbicara
berbincang bercerita berdarah berdasarkan berdekatan berdiri berdirinya berduet beredar berencana
berfokus bergabung berganti bergantung bergerak bergulir berhadapan berharap berhasil berhembus
berhenti berhubungan berikut berikutnya berinvestasi berisi beristirahat berita berjalan berjanji
berjarak berjudul berjumlah berkaitan berkantor berkarier berkat berkebangsaan berkeliling
berkembang berkerumun berkinerja berkisar berkomentar berkomunikasi berkonsentrasi berkoordinasi
berkualitas berkumpul berkunjung berlaga berlaku berlalu berlambang berlangsung berlangsungnya
berlanjut berlari berlatih berlokasi bermain bermasalah bermula bernama bernomor bernyanyi
beroperasi berpartisipasi berpasangan berpengaruh berperan berpesan berpikir berpisah berpotensi
bersaing bersama bersamaan bersaudara bersedia bersekolah berselang bersih bersinar berstatus
bertahan bertajuk bertambah bertandang bertanding bertanggung bertarung bertekad bertemu berterima
bertindak bertolak bertujuan berturut berubah berujung berukuran beruntun beruntung berupa berupaya
berusaha berusia berwarna berwenang besar beserta besok besutan betis betul biasa biasanya biaya
bicara bicarakan bidang bikin bila bilang bilateral binatang bintang bioskop birokrasi bisa bisnis
bocoran bola boleh bom bonus botani box buah buat buatan budaya bukan bukanlah bukti buku bulan
bulanan bunga bupati buruk buruknya butuh buy cabang cadar cairan calon campuran capaian capex
capital capres cara cari catatan cawapres cedera cepat cerita cetak check ciri cita citra clean
clearance coba contoh core cucu cukup cuma dada daerah daftar dahulu dalam dalamnya damai dampak
dampaknya dan dana dangdut dapat dapatkan darah dari daripada darurat dasar data datang daya debat
debut debutnya defisit degradasi dekade dekat delapan delegasi demam demi demikian demo demonstrasi
dengan dengannya depan desain destinasi detik dewasa di dia diadakan diajak diajukan diakhiri diakui
dialog diam diambil dianggap diangkat diantaranya diatur diawali dibagi dibahas dibanding
dibandingkan dibangun dibantu dibatasi dibawa dibawah dibebaskan dibekap dibentuk diberi diberikan
diberitakan diberlakukan dibintangi dibuat dibuatnya dibuka dibutuhkan dicatat dicetak diciptakan
didaftarkan didampingi didapat didatangi didirikan didominasi diduga didukung dieksekusi difilmkan
difungsikan diganti digantikan digelar digeser digital digugat digunakan dihadapi dihadiri
diharapkan dihelat dihubungi diikuti diisi dijabat dijadikan dijadwalkan dijalankan dikalahkan
dikarenakan dikatakan dikelola dikeluarkan dikembangkan dikenal dikerjakan diketahui diklaim
dikonfirmasi dikritik dikuasai dikunjungi dikurangi dikutip dilahirkan dilaksanakan dilakukan
dilakukannya dilalui dilancarkan dilangsungkan dilanjutkan dilansir dilantik dilaporkan dilayani
dilengkapi dilihat diluncurkan dimaksud dimana dimanfaatkan dimasukkan dimiliki diminta dimulai
dimutasi dini dinihari dinilai dinilainya dinner dinyanyikan dinyatakan dipakai dipaksa dipanggil
dipangkas dipastikan diperankan diperbolehkan dipercaya dipercayakan diperiksa diperintahkan
diperkenankan diperkirakan diperkuat diperlukan diperoleh dipilih dipimpin diprediksi diproduksi
diputar diputuskan diraih dirancang dirasa dirasakan dirawat direksi direktur direncanakan
direshuffle diresmikan diri dirilis dirinya disahkan disambar disambut disampaikan disampaikannya
disapa disebabkan disebut disebutkan disediakan diselenggarakan diselesaikan disepakati diserahkan
disertai disiapkan disiarkan disingkat diskusi distribusi ditahan ditambah ditandai ditandatangani
ditangani ditangkap ditanya ditargetkan ditayangkan ditempati ditempatkan ditempuh ditemui ditemukan
ditentukan ditepis diterapkan diterbitkan diterima ditetapkan ditingkatkan ditolak dituduh
ditugaskan ditujukan ditulis dituliskan ditunjuk dituntut ditutup diubah diumumkan diundang diungkap
diungkapkan diusung diving diwakili dkk dll dokumen dolar domba domestik dominan drama drum dua dual
duduk duel duet dugaan dukungan dukungannya dulu dunia ebola edisi efektif efisien ekor eks eksekusi
ekspansi ekspor eksternal elektabilitas elektronik elite emas emosinya emosional empat enam enclave
end energi enggak enggan episode era etika etnis evaluasi examen expenditure fakta faktor fans
fantastis fasilitas favorit fiksi film final finis fisik fitnah fokus formasi foto fotografer fraksi
frekuensi fungsi gabungan gagal gaji gambar game ganda gangguan ganti gantian gantung gara garapan
garis gas gawang gaya gelap gelar gembira gempa gencatan generasi geografis gila gim gitar gitaris
gitu goal gol gratis grup gubernur gugatan gugur guna guru habis hadapan hadiah hadir hak hal
halaman hambatan hampir handset hangat hanggar hantaman hanya harapkan harga hargai harganya hari
harta harus hasil hasrat hati heboh hektar helikopter hendak heran hewan hidup hilang hingga hitam
hits honorer hubungan hujan hukum hukuman hukumnya ia ialah ibu ibukota ibunya iklan ikon ikut ikuti
ilegal ilmiah ilmuwan imajinasi imbang imbuh implementasi impor inci indah indeks independen
indikasi individu induk industri infeksi inflasi informasi infrastruktur ingin inginkan ini inilah
inovasi insiden instan institusi integritas intelijen internal internet investasi investor isi
isinya istirahat istri istrinya isu itu itulah itupun izin jabatan jabatannya jadi jadwal jahat
jajaran jalanan jalannya jalur jam jangan jangka jantung jarang jaringan jasa jatah jatuh jatuhnya
jauh jawab jazz jejak jejaring jelang jelas jelasnya jenis jenjang jernih jika jilbab jiwa juara
judul juga jumlah jumlahnya jumpa jurnalis juru jurusan justru juta jutaan kabar kabarnya kabinetnya
kadang kader kadernya kain kaki kala kalah kalangan kalau kali kalinya kami kampanye kampus kan
kanan kandang kandidat kans kantornya kapal kapasitas kapten karakter karena karier kariernya
karirnya kartu kartun karyanya kasar kasih kasus kata katakan katanya kategori kaum kawalan kawan
kawasan kayu ke keadaan keahlian kebaikan kebanggaan kebanyakan keberadaan keberatan kebijakan
kebobolan kebudayaan kebugaran kebutuhan kecepatan kecerobohan kecil kecuali kedatangan kedelapan
kedua keduanya kedudukan keempat keenam kegaduhan kegiatan kehadiran kehidupan kehilangan
keistimewaan kejadian kejahatan kejutan kekalahan kekayaan kekerasan kekisruhan kekuasaan kekuatan
kelahiran kelanjutan kelas keliling kelima kelompok keluar keluaran keluarga keluarganya keluhan
kemacetan kemajuan kemampuan kemandirian kemanusiaan kemarin kematian kembali kemenangan kemerdekaan
kemudian kemungkinan kena kenaikan kendali kendaraan kepada kepadanya kepadatan kepala kepastian
kepatuhan kepemilikan kepemimpinan kepemimpinannya kepengurusan kepentingan kepercayaan keperluan
keping keponakan keputusan keputusannya kerap keras kereta kerjanya kerjasama kertas kerugian
kerusakan kesalahan kesejahteraan keseluruhan kesempatan kesepakatan kesepuluh kesialan kesuksesan
kesulitan ketat ketemu ketentuan keterangan ketiga ketika ketinggalan ketinggian ketua keturunan
keunggulan keuntungan kewenangan keyboard kg khas khawatir khusus khususnya kian kibor kilometer
kinerja kinerjanya kini kiper kira kiri kisah kisruh kita klasemen klasik klien kliennya klub km
kode kok kolega koleksi komandan komedi komentar komersial komitmen kompetensi kompetisi kompilasi
komplikasi komponen komputer komunikasi kondisi konektivitas konferensi konfirmasi konflik kongres
konon konsentrasi konsep konser konservasi konsisten konsolidasi konstituen konstruksi konsultasi
konsumen konsumsi kontak kontes kontra kontrak kontribusi kontrol kontroversial konvensional konyol
koordinasi kopi koran korban korporasi kosong kosongnya kotak kredit krisis kritik kritis
kualifikasi kualitas kuartal kuasa kuat kubu kuliah kulit kunjung kunjungan kunjungannya kuota
kurang kurs kursi kurun laba label laboratorium laga laganya lagi lagu lahan lahir lain lainnya laki
lakukan lalu lamanya lambat lancar landas landasan langka langkah langsung lanjut lanjutan lanjutnya
lantai lantaran lantas lapangan lapas lapor laporan lari laris laser latar latihan lawan lawatan
layak layanan layar lebar lebih leg legal legislatif lelaki lembar lengkap lepas letak letaknya
level lewat liar liga lihat lima limbah line lingkungan lini lintas lintasan lisensi listrik liter
literasi lokal lokasi lolos lomba lorong luar luas luasnya luka lukisan lulus lulusan lunak maaf
macam macet mahal mahasiswa majalah maju maka makanannya makin maksimal maksimum malah malam mampu
mana manajemen manajer mangkrak manipulasi mantan mantap manusia markas masa masalah masih masing
maskapai massa masuk masukan masuknya masyarakat mata materi mati mau maupun mayoritas mebel medali
media mekanisme melahirkan melainkan melaju melakoni melaksanakan melakukan melakukannya melalui
melampaui melancarkan melanggar melangkah melanjutkan melaporkan melarang melatih melawan melawat
melayang melayani melebihi melengkapi melepas melepaskan melewati melibatkan melihat melindungi
meliputi melontarkan meluncurkan memadai memahami memainkan memakai memaksa memanfaatkan memang
memantau memastikan memasuki mematahkan mematuhi membaca membagikan membahas membalas membalikkan
membangun membantah membantu membawa membawakan membayar membebani membebaskan membela membeli
membentuk memberi memberikan memberitahukan membicarakan membintangi membuang membuat membuatnya
membuka membuktikan membunuh membutuhkan memegang memenangi memenangkan memenuhi memerankan
memeriksa memerintah memerintahkan memetik memilih memiliki memimpin memindahkan meminta memisahkan
memori mempelajari memperbaiki memperbesar memperingati memperjuangkan memperkenalkan memperkirakan
memperkuat memperlihatkan mempermasalahkan memperoleh memperpanjang mempersiapkan mempertahankan
mempertimbangkan memprediksi memprioritaskan memproduksi mempromosikan mempunyai memudahkan memulai
memulihkan memungkinkan memutar memutuskan menahan menaikkan menaklukkan menambah menambahkan
menampung menandai menandatangani menanduk menang menangani menanggapi menantang menanti menantikan
menanyakan menargetkan menari menarik menawarkan mencakup mencalonkan mencapai mencari mencatat
mencatatkan mencegah menceritakan mencermati mencetak menciptakan mencoba mencuri mendaftar
mendampingi mendapat mendapatkan mendarat mendatang mendatangi mendekati mendeklarasikan mendengar
mendengarkan menderita mendesak mendirikan mendiskusikan mendorong menduduki mendukung menebus
menegaskan menegur menekan menekankan menelan menemani menembus menempati menempatkan menempuh
menemui menemukan menentukan menerangkan menerapkan menerbitkan menerima meneruskan menewaskan
mengabaikan mengadakan mengadopsi mengadu mengajak mengajar mengajukan mengakhiri mengakibatkan
mengaku mengakui mengakuisisi mengalahkan mengalami mengalir mengambil mengandalkan menganggap
menganggarkan mengangkat mengantar mengantarkan mengantisipasi mengantongi mengapa mengapresiasi
mengarahkan mengatakan mengatasi mengatur mengawali mengawasi mengecewakan mengejar mengejutkan
mengeksekusi mengelola mengeluarkan mengembangkan mengemudikan mengenai mengenakan mengenal
mengendalikan mengerjakan mengetahui mengevaluasi menggambarkan menggandeng mengganggu mengganti
menggantikan menggarap menggelar menggeser menggugat menggunakan mengguncang menghadap menghadapi
menghadiri menghadirkan menghalau menghambat menghampiri menghantam menghargai menghasilkan
menghemat menghentikan menghidupkan menghindari menghormati menghubungkan mengikat mengikuti
mengimbau mengincar mengindikasikan mengingat mengingatkan menginginkan mengintegrasikan mengirim
mengirimkan mengisi mengklaim mengkritik mengomentari menguasai menguat mengubah mengucapkan menguji
mengumpulkan mengumumkan mengundang mengundurkan mengungkap mengungkapkan mengunjungi mengurangi
mengusulkan mengusung mengutip menikah menikmati menilai menimbulkan menimpa meninggal meninggalkan
meningkat meningkatkan meningkatnya menit menjabat menjadi menjadikan menjaga menjagokan menjalani
menjalankan menjalin menjamin menjamu menjanjikan menjatuhkan menjawab menjebol menjelang
menjelaskan menjual menjuarai menolak menorehkan mentaati menteri menterinya menuai menuduh menuju
menulis menunda menundukkan menunggu menunjuk menunjukan menunjukkan menuntaskan menuntut menurun
menurunkan menurut menurutnya menutupi menuturkan menyadari menyaksikan menyamakan menyambangi
menyambut menyampaikan menyangkut menyanyi menyanyikan menyasar menyatakan menyatukan menyebabkan
menyebar menyebut menyebutkan menyediakan menyelamatkan menyelenggarakan menyelesaikan menyelidiki
menyeluruh menyentil menyentuh menyerah menyerahkan menyerang menyesuaikan menyetujui menyiapkan
menyindir menyisakan menyoroti menyuarakan menyumbangkan menyusul menyusun meraih meramaikan merapat
merasa merasakan meraup merayakan merebut merek mereka merelokasi meresmikan merespons merilis
merombak merugikan merupakan merusak mesin meski meskipun mesti meter mewakili mewujudkan meyakini
meyakinkan mie mil miliar milik militer militernya minggu minimal minta minuman minyak mirip misal
misalnya misi mistar mm mobil modal model modern mogok mohon momen momentum moral muda mudah mudahan
mudik muka mulai mumpuni munas muncul mundur mungkin muntah murah murid musik musim musisi mutlak
mutu naik naiknya nama namanya namun nanti nantinya narasumber narkoba naskah naungan negaranya
negatif nelayan nggak niat nilai no nominal nominasi nomor non novel november nya nyaman nyaris
nyata obat obesitas objek obligasi off office offshore ojek oke oksigen oleh online operasi
operasional operator opini opsi optimal optimistis orang otomatis otoritas over pabrik pacu pada
padahal pagi pakai pakaian pakar paket paling pameran panas pandangan pangan panggung pangsa panitia
panjang papan paparnya para parah paripurna pariwisata parkir parlemen parpol partainya partisipasi
paruh pasal pasang pasangan pasien pasokan pasti pasukan paten patuh patung pawai payung pebalap
pecah pecahan pedagang pegawai pegunungan pejabat pejuang pekan pelajar pelajaran pelaksanaan pelaku
pelan pelanggan pelanggaran pelantikan pelat pelatih pelatihan pelepasan peluang peluncuran
pemahaman pemain pemanfaatan pemangkasan pembagian pembahasan pembalap pembangunan pembantu
pembebasan pembeli pembelian pembentukan pemberdayaan pemberian pemberontak pembiayaan pembicaraan
pembuat pembukaan pemegang pemekaran pemenang pemeran pemerataan pemeriksaan pemerintah pemerintahan
pemilihan pemilik pemilu pemimpin peminat pemukiman penahanan penalti penamaan penambahan penampilan
penangkapan penantang penataan penawar penawaran pencalonan pencari pencegahan pencemaran
pendaftaran pendakian pendamping pendapatan pendek pendekatan pendemo penderita pendidikan
pendidikannya pendiri pendirian penduduk penduduknya pendukung pendukungnya penegakan penelitian
penerbitan penerima penerimaan penetapan pengaduan pengalaman pengambilalihan pengambilan
pengangkatan pengarahan pengaruh pengaturan pengawas pengelolaan pengembangan pengemudi pengesahan
penggabungan pengganti penggemar pengguna penggunaan penghargaan penghasil penguasaan pengumuman
pengunduran pengunjung pengurangan pengurus pengusaha penilaian peningkatan penjaga penjajahan
penjara penjelasan penjualan penonton pensiun pentas penting penuh penulis penumpang penurunan
penyakit penyanyi penyebab penyebaran penyedia penyelenggaraan penyelesaian penyesuaian penyidik
penyimpangan per peradilan perairan peralatan peran perang perangkat perannya peraturan perawat
perawatan perayaan perbaikan perbandingan perbankan perbatasan perbedaan perbelanjaan perbincangan
percakapan percaya percobaan perdamaian perdana perdananya perdarahan perdebatan perebutan
perekonomian perempat perempatfinal perempuan performansi pergantian pergerakan pergi perguruan
perhatian perhitungan peringatan peringkat perintah periode peristiwa perjalanan perjanjian
perkebunan perkembangan perlindungan perlu permainan permasalahan permintaan permukaan pernah
pernikahan pernyataan perolehan perombakan perpaduan perpu pers persahabatan persawahan persen
persentase persepsi perseroan perseteruan persetujuan persiapan persidangan persoalan personel
personil persyaratan pertama pertamanya pertandingan pertanggungjawaban pertarungan pertempuran
pertemuan pertemuannya pertengahan pertimbangan pertumbuhan pertunjukan perubahan perundingan
perunggu perusahaan pesaing pesan pesawat peserta pesta peta petani petenis petinggi petualangan
petugas piala pidana pidato pihak pihaknya pikir pikiran pilih pilihan pilkada pilot pilpres
pimpinan pindah pintar pintu pita platform pohon poin pola polisi politik politikus politisi ponsel
populer portofolio posisi posisinya positif potensi potensial prajurit praktik premium prerogatif
presiden prestasi pria pribadi pribadinya printer prioritas pro produk produknya produksi
produksinya produktif produsen produser profesional profesor program promo promosi proses prosesor
protes protokol proyek puas publik pujian pukul pula pulang pulih pulsa puluh puluhan pun punah
puncak pungutan punya putusan race ragam raihan raksasa ramah ramai ranah rancangan rangka rangkaian
rapat rapi rasa rata ratas realisasi refinancing regulasi reguler rekaman rekan rekannya rekening
rekomendasi rekor rekrutmen relatif rencana rencananya rendah reses reshuffle resiko resmi responden
restrukturisasi revisi ribu ribuan rilis ringan riset rival roda roket rombongan ruang ruangan ruas
rugi rumit rupiah rusak rute rutin saat sah saham sains saja saksi salah salep saling saluran sama
sambil sambung sambungnya sambutan sambutannya sampai sampaikan samping sana sandera sangat sanggup
sanksi santai santer sapi saran sarana sarjana sasaran satu satunya saudara sawah saya sayangnya
sayap sebab sebagai sebagaimana sebagainya sebagian sebaiknya sebaliknya sebanyak sebelah sebelum
sebelumnya sebenarnya sebesar sebetulnya sebuah sebut sebutan sebutnya secara secepat sedang
sedangkan sedemikian sederet sederhana sedikit sedikitnya segala segalanya segar segera segi
seharusnya sehat sehingga seiring sejak sejarah sejauh sejumlah sekadar sekali sekaligus sekalipun
sekarang sekitar sekitarnya sekretaris sektor sekuel sel sela selain selaku selalu selama selamat
selanjutnya seleksi selesai selesaikan selisih seluas seluler seluruh semakin semalam semangat
sembilan sembuh sementara semester semifinal sempat sempurna semua semuanya semula senang senantiasa
sendiri sengaja sengit sengketa seni senilai senior senjata sentuh seolah seorang sepak sepakan
sepakat sepakbola sepanjang sepatu sepeda sepenuhnya seperti sepertinya september sepuluh serahkan
serangan serangkaian seri serial sering serius serta seru serupa sesaat sesama seseorang sesi sesuai
sesuatu sesungguhnya set setahun setara setelah setelahnya setempat setengah setia setiap setidaknya
setuju seusai sewaktu sheet sia siang siap siapa siapapun siaran sibuk sidang signifikan sikap
silakan silam silang sindiran sinetron singel singkat single sini sinyal sisa sisanya sisi sistem
siswa siswi situ situasi situs skor skuat smartphone soal solar solid solusi sopir sore sorotan
sosial sosok soundtrack spesial spesies spot sprint stabil staf standar start status statusnya stint
strategi strategis streaming striker studi suara suasana suatu subsidi substansi sudah sudut suku
sulit sumber sungguh supaya surat surga survei susunan sutradara swasta sweeping syarat syuting
tablet tabrakan tadi tahap tahapan tahu tahun tahunan tahunnya tak taksi takut tamat tambah tambahan
tambahnya tampak tampaknya tampil tamu tanah tanaman tandang tandas tangan tangga tanggal tangguh
tanggung tanpa tantangan tapi target tarif tarik tawaran tax tayang tayangan tebusan tegas tegasnya
tegur tekanan teknik teknologi telah telapak telepon televisi tema teman temannya tembak tembakan
tempat tempuh tenaga tendangan tenggelam tentang tentu tepat tepatnya terakhir terakhirnya terancam
terang terasa teratas terbagi terbaik terbang terbanyak terbaru terbatas terbentuk terbesar terbuka
terbukti tercatat tercipta terdaftar terdapat terdengar terdepan terdiri tergabung terganggu
tergolong terhadap terhitung terhormat terima terinfeksi terintegrasi terjadi terjadinya terjaga
terjalin terjual terjun terkait terkalahkan terkapar terkemuka terkena terkenal terkini terlalu
terlambat terlaris terlebih terletak terlibat terlihat termasuk ternama ternyata terobosan
terpenting terpidana terpilih terpisah tersangka tersangkut tersebar tersebut tersedia tersendiri
tersingkir tersisa tertangkap tertarik tertentu tertinggal tertinggi tertua tertulis terus terutama
tes tetap tetapi tewas theme tiang tiap tiba tidak tidur tiga tiket tikus tim time timnya tindakan
tinggal tinggi tingginya tingkat tipe tipis titel titik to tokoh tokusatsu ton top topskorer total
touch tour tower towing tradisi tradisional trafik transfer transit transportasi triliun trofi tuan
tubuh tubuhnya tudingan tuduhan tugas tujuan tujuh tukar tukas tumbuh tuntas tuntutan tur turis
turnamen turun turut tutup tutur tuturnya uang ucap ucapan ucapnya ujar ujarnya uji ukuran ulang
umpan umum umumnya umur undang undangan unggas unggul unggulan ungkap ungkapnya unik unit unsur
untuk up upaya urusan urut urutan usahanya usai usia usianya usul usulan utama utamanya utang vaksin
valas vendor versi video virus visi vokal vokalis volume vs wacana wajah wajar wajib wakil waktu
walaupun wali wanita wanti wapres warga warisan wartawan wasit wawancara wilayah wisata wisatawan
with working ya yag yaitu yakin yakni yang yg zaman
`;
