/**
 * Where the places of our own tables lie that no registry has: key, latitude, longitude, country. The
 * middle of the place, to two decimals at most; our own knowledge. Seas, former states and whole
 * continents lie nowhere in particular; what borders two countries has none.
 */
export const pointRows = `
indonesia/jawa|-7.3|110|ID
indonesia/sumatera|-0.6|101.3|ID
indonesia/kalimantan|-0.5|114|ID
indonesia/sulawesi|-2|121|ID
indonesia/lombok|-8.57|116.35|ID
indonesia/madura|-7.05|113.4|ID
indonesia/flores|-8.65|121.1|ID
indonesia/sumba|-9.7|119.9|ID
indonesia/seram|-3.1|129.5|ID
indonesia/halmahera|0.6|127.9|ID
indonesia/nusantara|-0.97|116.7|ID
indonesia/jabodetabek|-6.3|106.83|ID
indonesia/gunung merapi|-7.54|110.45|ID
indonesia/gunung semeru|-8.11|112.92|ID
indonesia/danau toba|2.6|98.8|ID
indonesia/selat sunda|-6.0|105.6|ID
indonesia/raja ampat|-0.5|130.6|ID
indonesia/labuan bajo|-8.49|119.89|ID
indonesia/mandalika|-8.9|116.3|ID
indonesia/nusa dua|-8.8|115.23|ID
indonesia/sanur|-8.69|115.26|ID
indonesia/purwokerto|-7.42|109.23|ID
indonesia/cikarang|-6.28|107.15|ID
indonesia/lembang|-6.81|107.62|ID
indonesia/soreang|-7.03|107.52|ID
indonesia/cibubur|-6.37|106.89|ID
indonesia/bintaro|-6.27|106.75|ID
indonesia/senayan|-6.23|106.8|ID
indonesia/menteng|-6.2|106.84|ID
indonesia/tanah abang|-6.19|106.81|ID
indonesia/tanjung priok|-6.11|106.88|ID
indonesia/kelapa gading|-6.16|106.9|ID
indonesia/kemayoran|-6.16|106.86|ID
indonesia/cengkareng|-6.15|106.73|ID
indonesia/ancol|-6.12|106.84|ID
indonesia/pluit|-6.12|106.79|ID
indonesia/kebayoran baru|-6.24|106.8|ID
indonesia/kebayoran lama|-6.25|106.78|ID
indonesia/pasar minggu|-6.29|106.84|ID
indonesia/jagakarsa|-6.33|106.83|ID
indonesia/tebet|-6.23|106.85|ID
indonesia/jatinegara|-6.22|106.87|ID
indonesia/matraman|-6.2|106.86|ID
indonesia/kuta|-8.72|115.17|ID
region/xinjiang|41|85|CN
region/tibet|31|88|CN
region/tepi barat|32|35.3|PS
region/krimea|45.3|34.4|UA
region/kashmir|34|76|
region/darfur|13.5|24.5|SD
region/semenanjung korea|38|127.5|
city/davos|46.8|9.84|CH
region/jalur gaza|31.42|34.36|PS
region/dataran tinggi golan|33.0|35.78|SY
region/gunung everest|27.99|86.93|
region/manhattan|40.78|-73.97|US
region/brooklyn|40.65|-73.95|US
region/hollywood|34.1|-118.33|US
region/silicon valley|37.39|-122.06|US
region/donbas|48.1|38.0|UA
region/selat hormuz|26.57|56.25|
region/selat malaka|3.5|100.0|
region/selat taiwan|24.5|119.5|
city/darwin|-12.43|130.85|AU
city/penang|5.4|100.3|MY
indonesia/natuna|3.9|108.2|ID
indonesia/tidore|0.7|127.44|ID
indonesia/waingapu|-9.66|120.25|ID
indonesia/kulon progo|-7.83|110.16|ID
indonesia/sumedang|-6.86|107.92|ID
indonesia/grobogan|-7.09|110.92|ID
indonesia/wonosari|-7.97|110.6|ID
indonesia/meulaboh|4.14|96.13|ID
indonesia/bintan|1.05|104.5|ID
indonesia/berau|2.15|117.48|ID
indonesia/sintang|0.07|111.5|ID
indonesia/kotamobagu|0.73|124.32|ID
indonesia/banjarbaru|-3.44|114.83|ID
indonesia/padangsidimpuan|1.38|99.27|ID
indonesia/toraja|-3.05|119.85|ID
indonesia/kepulauan mentawai|-2.1|99.6|ID
indonesia/kepulauan aru|-6.2|134.5|ID
indonesia/cilincing|-6.12|106.94|ID
indonesia/penjaringan|-6.12|106.78|ID
indonesia/pademangan|-6.13|106.84|ID
indonesia/koja|-6.12|106.9|ID
indonesia/gambir|-6.17|106.82|ID
indonesia/sawah besar|-6.16|106.83|ID
indonesia/senen|-6.18|106.84|ID
indonesia/cempaka putih|-6.18|106.87|ID
indonesia/johar baru|-6.18|106.86|ID
indonesia/taman sari|-6.15|106.82|ID
indonesia/tambora|-6.15|106.8|ID
indonesia/kebon jeruk|-6.19|106.77|ID
indonesia/kalideres|-6.14|106.7|ID
indonesia/palmerah|-6.19|106.79|ID
indonesia/kembangan|-6.19|106.74|ID
indonesia/pesanggrahan|-6.25|106.76|ID
indonesia/cilandak|-6.29|106.8|ID
indonesia/mampang|-6.25|106.82|ID
indonesia/pancoran|-6.25|106.85|ID
indonesia/setiabudi|-6.21|106.83|ID
indonesia/kemang|-6.26|106.81|ID
indonesia/pulogadung|-6.19|106.89|ID
indonesia/cakung|-6.18|106.95|ID
indonesia/duren sawit|-6.23|106.92|ID
indonesia/kramat jati|-6.28|106.87|ID
indonesia/pasar rebo|-6.33|106.86|ID
indonesia/ciracas|-6.33|106.88|ID
indonesia/cipayung|-6.32|106.9|ID
indonesia/halim|-6.27|106.89|ID
indonesia/rawamangun|-6.19|106.88|ID
indonesia/semanggi|-6.22|106.81|ID
indonesia/sentul|-6.56|106.86|ID
indonesia/puncak|-6.7|106.99|ID
indonesia/ciledug|-6.24|106.71|ID
indonesia/karawaci|-6.2|106.61|ID
landmark/istana negara|-6.17|106.82|ID
landmark/istana merdeka|-6.17|106.82|ID
landmark/istana bogor|-6.6|106.8|ID
landmark/kompleks parlemen|-6.21|106.8|ID
landmark/gedung dpr|-6.21|106.8|ID
landmark/gedung kpk|-6.21|106.83|ID
landmark/balai kota dki jakarta|-6.18|106.83|ID
landmark/monumen nasional|-6.18|106.83|ID
landmark/bundaran hi|-6.19|106.82|ID
landmark/stadion utama gelora bung karno|-6.22|106.8|ID
landmark/istora senayan|-6.22|106.81|ID
landmark/stadion gelora bandung lautan api|-6.96|107.71|ID
landmark/stadion si jalak harupat|-6.99|107.53|ID
landmark/stadion maguwoharjo|-7.75|110.42|ID
landmark/stadion gelora bung tomo|-7.22|112.62|ID
landmark/stadion kanjuruhan|-8.15|112.57|ID
landmark/bandara soekarno-hatta|-6.13|106.66|ID
landmark/bandara halim perdanakusuma|-6.27|106.89|ID
landmark/bandara kertajati|-6.65|108.17|ID
landmark/yogyakarta international airport|-7.9|110.06|ID
landmark/bandara ngurah rai|-8.75|115.17|ID
landmark/bandara juanda|-7.38|112.79|ID
landmark/pelabuhan tanjung priok|-6.1|106.88|ID
landmark/stasiun gambir|-6.18|106.83|ID
landmark/taman mini indonesia indah|-6.3|106.89|ID
landmark/taman ismail marzuki|-6.19|106.84|ID
landmark/masjid istiqlal|-6.17|106.83|ID
landmark/candi borobudur|-7.61|110.2|ID
landmark/candi prambanan|-7.75|110.49|ID
landmark/gunung rinjani|-8.41|116.46|ID
landmark/gunung bromo|-7.94|112.95|ID
landmark/gunung agung|-8.34|115.51|ID
landmark/gunung sinabung|3.17|98.39|ID
landmark/gunung tangkuban parahu|-6.76|107.6|ID
landmark/gunung anak krakatau|-6.1|105.42|ID
landmark/old trafford|53.46|-2.29|GB
landmark/stamford bridge|51.48|-0.19|GB
landmark/anfield|53.43|-2.96|GB
landmark/camp nou|41.38|2.12|ES
landmark/santiago bernabeu|40.45|-3.69|ES
landmark/parc des princes|48.84|2.25|FR
landmark/wembley|51.56|-0.28|GB
landmark/san siro|45.48|9.12|IT
landmark/stadion bukit jalil|3.05|101.69|MY
landmark/sirkuit misano|43.96|12.68|IT
landmark/sirkuit sepang|2.76|101.74|MY
landmark/sirkuit aragon|41.08|-0.34|ES
`;

/**
 * Which of several areas of one name our tables mean, or how its official name differs: key of the
 * registries, key of our tables. The part of greater Jakarta or Bandung that readers know.
 */
export const sameAreaRows = `
idn/92.03|indonesia/fakfak
idn/32.04.37|indonesia/soreang
idn/32.17.01|indonesia/lembang
idn/32.01.25|indonesia/cisarua
idn/32.01.24|indonesia/ciawi
idn/32.01.13|indonesia/bojong gede
idn/31.73.07|indonesia/palmerah
idn/31.75.04|indonesia/kramat jati
idn/32.01.02|indonesia/gunung putri
idn/32.16.07|indonesia/cibitung
idn/36.71.06|indonesia/ciledug
idn/34.03.01|indonesia/wonosari
place/Q984451|indonesia/watampone
`;
