/**
 * News agencies, papers, broadcasters and news sites: Wikidata id (only where certain), name, other
 * names. Own table. Row syntax: see gazetteer-row.ts.
 */
export const mediaRows = `
Q130879|Reuters|Thomson Reuters
|KCNA|Korean Central News Agency;Kantor Berita Pusat Korea
Q40464|AFP|Agence France-Presse;Agence France Presse
Q40469|Associated Press|AP;The Associated Press
|Antara|~Antara;Kantor Berita Antara;LKBN Antara
Q204839|Xinhua|
Q223799|TASS|
|RIA Novosti|RIA
Q379271|Interfax|
|Yonhap|
|Kyodo|Kyodo News
|Bernama|
|Anadolu Agency|Kantor Berita Anadolu;Anadolu
|Bloomberg|
Q312653|dpa|Deutsche Presse-Agentur
Q9531|BBC|BBC Indonesia;BBC News
Q48340|CNN|
|CNN Indonesia|CNNIndonesia.com
|CNBC Indonesia|
Q1023911|CNBC|
|Al Jazeera|Al-Jazeera;Aljazeera
|Fox News|
|NBC News|
|CBS News|
|ABC News|
Q9684|The New York Times|New York Times
Q166032|The Washington Post|Washington Post
Q164746|The Wall Street Journal|Wall Street Journal
Q11148|The Guardian|
|Financial Times|
|Daily Mail|
|The Sun|
|The Straits Times|Straits Times
|Channel News Asia|Channel NewsAsia
|South China Morning Post|SCMP
|Sky Sports|
|ESPN|
Q153770|Deutsche Welle|
|Press TV|
|Kompas|Kompas.com;Harian Kompas
|Kompas TV|KompasTV
|Tempo|~Tempo;Tempo.co;Majalah Tempo;Koran Tempo
|Detik|detikcom;Detikcom;detik.com;detikNews
|Liputan6|Liputan6.com
|Republika|Republika.co.id
|Tribunnews|Tribunnews.com
|Kumparan|kumparan
|Tirto|Tirto.id;tirto.id
|Okezone|Okezone.com
|Merdeka.com|
|Suara.com|
|Viva|~Viva;Viva.co.id;VIVA.co.id
|Media Indonesia|
|The Jakarta Post|Jakarta Post
|Metro TV|MetroTV
|TVRI|
|RRI|Radio Republik Indonesia
|RCTI|
|SCTV|
|Trans TV|
|Trans7|Trans 7
|tvOne|TV One;TvOne
`;
