/**
 * Where the places of our own tables lie that no registry has: key, latitude, longitude, country. The
 * middle of the place, to two decimals at most; our own knowledge. Seas, former states and whole
 * continents lie nowhere in particular.
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
