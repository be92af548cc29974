/**
 * Buildings, grounds, airports and mountains that Indonesian news names: Wikidata id (only where
 * certain), name, other names. Own table. Row syntax: see gazetteer-row.ts.
 */
export const landmarkRows = `
|Istana Negara|
|Istana Merdeka|
|Istana Bogor|Istana Kepresidenan Bogor
|Istana Kepresidenan|Kompleks Istana Kepresidenan;Istana Kepresidenan Jakarta
|Kompleks Parlemen|Kompleks Parlemen Senayan
|Gedung DPR|Gedung DPR RI;Gedung DPR/MPR;Gedung MPR/DPR;Gedung Parlemen
|Gedung KPK|Gedung Merah Putih KPK
|Balai Kota DKI Jakarta|Balai Kota Jakarta;Balai Kota DKI
|Monumen Nasional|Monas
|Bundaran HI|Bundaran Hotel Indonesia
|Stadion Utama Gelora Bung Karno|SUGBK;Stadion Gelora Bung Karno;Gelora Bung Karno;GBK
|Stadion Madya|Stadion Madya Gelora Bung Karno
|Stadion Pakansari|
|Stadion Patriot Candrabhaga|Stadion Patriot
|Stadion Gelora Bandung Lautan Api|GBLA
|Stadion Si Jalak Harupat|
|Stadion Maguwoharjo|
|Stadion Mandala Krida|
|Stadion Gelora Bung Tomo|
|Stadion Kanjuruhan|
|Stadion Mandala|
|Istora Senayan|Istora Gelora Bung Karno
|Taman Makam Pahlawan Kalibata|TMP Kalibata;TMPN Kalibata;Taman Makam Pahlawan Nasional Utama Kalibata
|Bandara Soekarno-Hatta|Bandara Internasional Soekarno-Hatta;Bandara Soetta;Soekarno-Hatta;Bandara Soekarno Hatta
|Bandara Halim Perdanakusuma|Lanud Halim Perdanakusuma;Halim Perdanakusuma
|Bandara Kertajati|Bandara Internasional Jawa Barat;BIJB
|Yogyakarta International Airport|YIA;Bandara YIA
|Bandara Ngurah Rai|Bandara I Gusti Ngurah Rai;Bandara Internasional I Gusti Ngurah Rai
|Bandara Juanda|Bandara Internasional Juanda
|Pelabuhan Tanjung Priok|
|Stasiun Gambir|
|Taman Mini Indonesia Indah|TMII
|Taman Ismail Marzuki|TIM
|Jakarta Convention Center|JCC;JCC Senayan
|JIExpo Kemayoran|
|ICE BSD|Indonesia Convention Exhibition
|Lapas Sukamiskin|Lembaga Pemasyarakatan Sukamiskin
|Rutan Salemba|
|Masjid Istiqlal|Istiqlal
Q42798|Candi Borobudur|Borobudur
|Candi Prambanan|Prambanan
|Tol Cipularang|Cipularang
|Tol Jagorawi|Jagorawi
|Tol Jakarta-Cikampek|
|Gunung Rinjani|Rinjani
|Gunung Bromo|Bromo
|Gunung Agung|
|Gunung Sinabung|Sinabung
|Gunung Tangkuban Parahu|Tangkuban Parahu;Tangkuban Perahu
|Gunung Anak Krakatau|Anak Krakatau
|Sungai Ciliwung|Ciliwung;Kali Ciliwung
|Old Trafford|
|Stamford Bridge|
|Anfield|
|Camp Nou|
|Santiago Bernabeu|Santiago Bernabéu
|Parc des Princes|
|Wembley|Stadion Wembley
|San Siro|Giuseppe Meazza
|Stadion Bukit Jalil|Bukit Jalil
|Sirkuit Misano|
|Sirkuit Sepang|Sepang International Circuit
|Sirkuit Aragon|
`;
