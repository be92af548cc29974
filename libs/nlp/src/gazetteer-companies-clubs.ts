/**
 * Companies and sports clubs often in Indonesian news: Wikidata id (only where certain), name, other
 * names. Own table. Row syntax: see gazetteer-row.ts.
 */
export const companyAndClubRows = `
|Pertamina|PT Pertamina
|PLN|PT PLN;Perusahaan Listrik Negara
|Telkom|PT Telkom;Telkom Indonesia;PT Telkom Indonesia
|Telkomsel|PT Telkomsel
|Indosat|PT Indosat;Indosat Ooredoo
|XL Axiata|PT XL Axiata
|Garuda Indonesia|PT Garuda Indonesia
|Lion Air|
|Citilink|
|AirAsia|Air Asia;AirAsia Indonesia
|Sriwijaya Air|
|Batik Air|
|KAI|PT KAI;PT Kereta Api Indonesia;Kereta Api Indonesia
|Krakatau Steel|PT Krakatau Steel
|Freeport Indonesia|PT Freeport Indonesia;Freeport;PTFI
|Bank Mandiri|PT Bank Mandiri
|Bank Rakyat Indonesia|BRI;Bank BRI
|Bank Negara Indonesia|BNI;Bank BNI
|Bank Central Asia|BCA;Bank BCA
|Bank Tabungan Negara|BTN;Bank BTN
|Jasa Marga|PT Jasa Marga
|Hutama Karya|PT Hutama Karya
|Waskita Karya|PT Waskita Karya
|Wijaya Karya|PT Wijaya Karya
|Angkasa Pura I|PT Angkasa Pura I
|Angkasa Pura II|PT Angkasa Pura II
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
|TransJakarta|Transjakarta
|MRT Jakarta|PT MRT Jakarta
Q95|Google|
Q2283|Microsoft|
Q312|Apple|~Apple;Apple Inc
Q3884|Amazon|~Amazon;Amazon.com
|Samsung|Samsung Electronics
|Huawei|
|Xiaomi|
|Netflix|
|Uber|
|Tesla|
|Boeing|
|Airbus|
|Toyota|
|Honda|
|Yamaha|
|Suzuki|
|Nissan|
|Mitsubishi|
|Hyundai|
|Volkswagen|
|BMW|
|Mercedes-Benz|
|Alibaba|
|Tencent|
|Nokia|
|Sony|
|Intel|
|IBM|
|Shell|~Shell
|ExxonMobil|
|Chevron|
|Petronas|
|Red Bull|
Q18656|Manchester United|MU;Man United;Man Utd
Q50602|Manchester City|Man City
Q1130849|Liverpool|~Liverpool;Liverpool FC
Q9616|Chelsea|~Chelsea;Chelsea FC
Q9617|Arsenal|~Arsenal;Arsenal FC
Q18741|Tottenham Hotspur|Tottenham
|Leicester City|
|Everton|~Everton
|West Ham United|West Ham
|Newcastle United|
Q8682|Real Madrid|
Q7156|Barcelona|~Barcelona;FC Barcelona;Barca
|Atletico Madrid|
|Valencia CF|
Q1422|Juventus|
Q1543|AC Milan|
Q631|Inter Milan|Inter Milano
|AS Roma|
|Napoli|~Napoli;SSC Napoli
|Lazio|~Lazio
Q15789|Bayern Munich|Bayern Munchen;Bayern München;Bayern Muenchen
|Borussia Dortmund|Dortmund
Q483020|Paris Saint-Germain|PSG;Paris Saint Germain
|Ajax Amsterdam|Ajax
|FC Porto|
|Benfica|
|Persija Jakarta|Persija
|Persib Bandung|Persib
|Persebaya Surabaya|Persebaya
|Arema FC|Arema
|Bali United|
|PSM Makassar|PSM
|Persipura Jayapura|Persipura
|Bhayangkara FC|
|Madura United|
|Borneo FC|
|PSIS Semarang|PSIS
|PSS Sleman|PSS
|Sriwijaya FC|
|Persela Lamongan|Persela
|Barito Putera|
|Semen Padang|
|Timnas Indonesia|Tim Nasional Indonesia;Timnas U-23 Indonesia
`;
