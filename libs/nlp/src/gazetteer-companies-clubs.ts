/**
 * Companies and sports clubs often in Indonesian news: Wikidata id (only where certain), name, other
 * names. Own table. Row syntax: see gazetteer-row.ts.
 */
export const companyAndClubRows = `
Q1641044|Pertamina|PT Pertamina
Q4201636|PLN|PT PLN;Perusahaan Listrik Negara
|Telkom|PT Telkom;Telkom Indonesia;PT Telkom Indonesia
Q1786124|Telkomsel|PT Telkomsel
Q2393592|Indosat|PT Indosat;Indosat Ooredoo
Q3482752|XL Axiata|PT XL Axiata
|Garuda Indonesia|PT Garuda Indonesia;PT Garuda Indonesia (Persero) Tbk
|Lion Air|
|Citilink|
|AirAsia|Air Asia;AirAsia Indonesia
|Sriwijaya Air|
|Batik Air|
Q2745027|KAI|PT KAI;PT Kereta Api Indonesia;Kereta Api Indonesia
|Krakatau Steel|PT Krakatau Steel
|Freeport Indonesia|PT Freeport Indonesia;Freeport;PTFI
Q806639|Bank Mandiri|PT Bank Mandiri
Q623042|Bank Rakyat Indonesia|BRI;Bank BRI
Q2882611|Bank Negara Indonesia|BNI;Bank BNI
Q806626|Bank Central Asia|BCA;Bank BCA
Q12474534|Bank Tabungan Negara|BTN;Bank BTN
|Jasa Marga|PT Jasa Marga
|Hutama Karya|PT Hutama Karya
|Waskita Karya|PT Waskita Karya
|Wijaya Karya|PT Wijaya Karya
|Angkasa Pura I|PT Angkasa Pura I;AP I
|Angkasa Pura II|PT Angkasa Pura II;AP II
|Astra International|PT Astra International
|Astra Honda Motor|PT Astra Honda Motor
|Indofood|PT Indofood
|Unilever|Unilever Indonesia
|Gojek|Go-Jek;GoJek
|Grab|~Grab;Grab Indonesia
|Tokopedia|
|Bukalapak|
|Shopee|
|Traveloka|
Q1671143|TransJakarta|Transjakarta
|MRT Jakarta|PT MRT Jakarta
Q95|Google|
Q2283|Microsoft|
Q312|Apple|~Apple;Apple Inc
Q3884|Amazon|~Amazon;Amazon.com
Q20716|Samsung|Samsung Electronics
Q160120|Huawei|
Q1636958|Xiaomi|
Q907311|Netflix|
Q780442|Uber|
Q478214|Tesla|
Q66|Boeing|
Q67|Airbus|
Q53268|Toyota|
Q9584|Honda|
|Yamaha|Yamaha Motor
Q181642|Suzuki|
Q20165|Nissan|
|Mitsubishi|
Q55931|Hyundai|
Q246|Volkswagen|
Q26678|BMW|
Q36008|Mercedes-Benz|Mercedes Benz;~Mercedes
Q1359568|Alibaba|
Q860580|Tencent|
Q1418|Nokia|
Q41187|Sony|
Q248|Intel|
Q37156|IBM|
Q154950|Shell|~Shell
Q156238|ExxonMobil|
Q319642|Chevron|
Q221692|Petronas|
|Red Bull|
Q18656|Manchester United|MU;Man United;Man Utd;Setan Merah
Q50602|Manchester City|Man City;The Citizens
Q1130849|Liverpool|~Liverpool;Liverpool FC;The Reds
Q9616|Chelsea|~Chelsea;Chelsea FC;The Blues
Q9617|Arsenal|~Arsenal;Arsenal FC;The Gunners
Q18741|Tottenham Hotspur|Tottenham;~Spurs;The Lilywhites
Q19481|Leicester City|~Leicester
Q5794|Everton|~Everton
Q18747|West Ham United|West Ham
Q18716|Newcastle United|~Newcastle
Q8682|Real Madrid|~Madrid;Los Blancos;El Real
Q7156|Barcelona|~Barcelona;FC Barcelona;Barca;Blaugrana
Q8701|Atletico Madrid|~Atletico;Atletico de Madrid;Los Colchoneros
Q10333|Valencia CF|~Valencia
Q1422|Juventus|~Juve;Bianconeri
Q1543|AC Milan|~Milan
Q631|Inter Milan|Inter Milano;~Inter;Internazionale
Q2739|AS Roma|~Roma;I Giallorossi
Q2641|Napoli|~Napoli;SSC Napoli
Q2609|Lazio|~Lazio
Q15789|Bayern Munich|Bayern Munchen;Bayern München;Bayern Muenchen;~Bayern;FC Bayern
Q41420|Borussia Dortmund|Dortmund
Q483020|Paris Saint-Germain|PSG;Paris Saint Germain
Q81888|Ajax Amsterdam|Ajax
Q128446|FC Porto|
Q131499|Benfica|
|Persija Jakarta|Persija;Macan Kemayoran
|Persib Bandung|Persib;Maung Bandung
|Persebaya Surabaya|Persebaya;Bajul Ijo
|Arema FC|Arema;Singo Edan;Arema Malang
|Bali United|
|PSM Makassar|PSM;Juku Eja
|Persipura Jayapura|Persipura
|Bhayangkara FC|
|Madura United|
|Borneo FC|
|PSIS Semarang|PSIS
|PSS Sleman|PSS;Super Elang Jawa
|Sriwijaya FC|
|Persela Lamongan|Persela
|Barito Putera|
|Semen Padang|Semen Padang FC
|Timnas Indonesia|Tim Nasional Indonesia;Timnas U-23 Indonesia
`;
