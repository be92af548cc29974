/**
 * Heads of state and government and other people often named in Indonesian news by a short form:
 * Wikidata id (only where certain), name, other names. Own table. Row syntax: see gazetteer-row.ts.
 */
export const personRows = `
Q56226|Kim Jong Un|Kim Jong-un;Kim Jong-Un
Q10665|Kim Jong Il|Kim Jong-il
|Kim Yo Jong|Kim Yo-jong
|Moon Jae-in|Moon Jae In
|Yoon Suk-yeol|Yoon Suk Yeol
Q7747|Vladimir Putin|Vladimir Vladimirovich Putin
Q58217|Sergei Lavrov|Sergey Lavrov
Q23530|Dmitry Medvedev|
|Dmitry Peskov|
|Yevgeny Prigozhin|
Q3874799|Volodymyr Zelensky|Volodymyr Zelenskyy;Volodymyr Zelenskiy
Q6279|Joe Biden|Joseph Biden
Q22686|Donald Trump|Donald J Trump
Q76|Barack Obama|
Q6294|Hillary Clinton|
Q24313|Mike Pence|
|Mike Pompeo|
Q10853588|Kamala Harris|
|Antony Blinken|
|John Bolton|
Q15031|Xi Jinping|
|Li Keqiang|
|Wang Yi|
Q1058|Narendra Modi|
|Imran Khan|
Q132345|Shinzo Abe|
|Fumio Kishida|
|Lee Hsien Loong|
|Mahathir Mohamad|Mahathir Mohammad;Mahathir
|Anwar Ibrahim|
|Najib Razak|
|Muhyiddin Yassin|
|Rodrigo Duterte|
Q36740|Aung San Suu Kyi|Suu Kyi
|Prayuth Chan-ocha|Prayut Chan-ocha
|Carrie Lam|
|Tsai Ing-wen|
Q567|Angela Merkel|
Q61053|Olaf Scholz|
Q3052772|Emmanuel Macron|
Q264766|Theresa May|
Q180589|Boris Johnson|
|Rishi Sunak|
Q3099714|Justin Trudeau|
|Scott Morrison|
|Jacinda Ardern|
Q39259|Recep Tayyip Erdogan|Recep Tayyip Erdoğan;Tayyip Erdogan;Erdogan;Erdoğan
Q43723|Benjamin Netanyahu|
|Mahmoud Abbas|
|Hassan Rouhani|
|Ali Khamenei|Ayatollah Ali Khamenei
Q44329|Bashar al-Assad|Bashar al Assad;Bashar Al-Assad
Q6892571|Mohammed bin Salman|Mohammad bin Salman;Muhammad bin Salman;MBS
|Nicolas Maduro|
Q10304982|Jair Bolsonaro|
Q450675|Paus Fransiskus|Pope Francis
Q311440|Antonio Guterres|António Guterres
Q17293|Dalai Lama|
Q1317|Osama bin Laden|
|Abu Bakr al-Baghdadi|Abu Bakar al-Baghdadi
Q3318231|Joko Widodo|Jokowi
|Ma'ruf Amin|Maruf Amin;KH Ma'ruf Amin
|Jusuf Kalla|JK
|Prabowo Subianto|Prabowo
|Sandiaga Uno|Sandiaga Salahuddin Uno
|Susilo Bambang Yudhoyono|SBY
|Agus Harimurti Yudhoyono|AHY
|Megawati Soekarnoputri|Megawati Sukarnoputri;Megawati
|Puan Maharani|
Q76127|Soekarno|Sukarno;Bung Karno
Q44819|Soeharto|Suharto
|Abdurrahman Wahid|Gus Dur
|BJ Habibie|Bacharuddin Jusuf Habibie;B.J. Habibie;B.J Habibie;Baharuddin Jusuf Habibie
|Basuki Tjahaja Purnama|Ahok;Basuki Tjahja Purnama
|Anies Baswedan|Anies Rasyid Baswedan
|Ganjar Pranowo|
|Ridwan Kamil|
|Khofifah Indar Parawansa|Khofifah
|Tri Rismaharini|
|Sri Mulyani Indrawati|Sri Mulyani
|Luhut Binsar Pandjaitan|Luhut Pandjaitan;Luhut Binsar Panjaitan;Luhut
|Retno Marsudi|Retno LP Marsudi
|Tito Karnavian|
|Wiranto|
|Gatot Nurmantyo|
|Hadi Tjahjanto|
|Susi Pudjiastuti|
|Airlangga Hartarto|
|Surya Paloh|
|Muhaimin Iskandar|Cak Imin
|Zulkifli Hasan|
|Yasonna Laoly|Yasonna H Laoly
|Mahfud MD|Mahfud Md
|Erick Thohir|
|Rizieq Shihab|Habib Rizieq;Rizieq Syihab;Habib Rizieq Shihab
|Setya Novanto|Setnov
|Gibran Rakabuming Raka|Gibran
|Kaesang Pangarep|Kaesang
|Bobby Nasution|
|Fadli Zon|
|Fahri Hamzah|
|Bambang Soesatyo|Bamsoet
|Novel Baswedan|
|Agus Rahardjo|
|Firli Bahuri|
|Imam Nahrawi|
|Ignasius Jonan|
|Rini Soemarno|
|Budi Karya Sumadi|
|Nadiem Makarim|
Q615|Lionel Messi|Messi
Q11571|Cristiano Ronaldo|
|Marc Marquez|
|Valentino Rossi|
Q9673|Lewis Hamilton|
`;
