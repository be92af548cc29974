/**
 * Indonesian words that are printed in lower case and also stand in the names of bodies and places
 * ("Tenaga Kerja"), never in those of people. From IDNER-News-2k (MIT), NERUI and NERGRIT (Apache-2.0).
 */
export const commonInNamesRows = `
administrasi agama air akademi alam amanat analisis and angkasa angkatan arena art asuransi badan
bahu band bandar bandara bangsa bank barat batu bea beringin biro bumi center cipta control danau
dance darat daun demokrasi desa dewan dinas divisi dokter dukuh dusun efek ekonomi fakultas food for
forum galeri garam gedung general gerakan gerbang gereja global grand ground group gua gugusan gula
gunung harapan harian hiburan hotel hutan ikan ilmu internasional istimewa iya jalan jarak jembatan
jilid kabinet kabupaten kaca kampung kantor karate karya karyawan keadilan keamanan kebangsaan
kecamatan kecelakaan kedaulatan kediaman kelapa kelurahan kementerian kepolisian kerajaan kerja
kesehatan keselamatan keuangan koalisi komisi kompleks konstitusi koperasi korupsi kota kuda lama
larangan laut lembaga makam makan makanan marga menengah merah metal mini misteri mobile motor
museum narkotika nasional navigasi negara negeri normal nuklir olahraga organisasi otak out padi
pagar pajak pangkalan pantai partai pasar pasir pedukuhan pekerja pekerjaan pelabuhan pelayanan
pembaharuan pembaruan pemuda penerbangan pengacara pengadilan pengawasan pengetahuan penyelenggara
perdagangan perencanaan perjuangan persaingan persis pertahanan pertanian perwakilan pesantren
pesisir plus pondok pop pos proklamasi provinsi pulau pusat putih putra putri radio rakyat reformasi
region regional regulator remaja restoran rock rumah sakit salam sang sejahtera sekolah sekuritas
selatan seputar serang sipil solo stadion stasiun studio suka sukses sungai take taman tata teater
tebing teknis telekomunikasi tempo tengah tenggara tentara terminal the timnas timur toko traffic
transaksi tua tunggal twitter udara ujung ulama universitas urung usaha utara veteran waduk wahana
warna yayasan
`;
