/**
 * Regions, seas and former states: Wikidata id, name, other names. Own table. Row syntax: see
 * gazetteer-row.ts.
 */
export const regionRows = `
|~Barat|
Q34800|Xinjiang|
Q17252|Tibet|
Q15180|Uni Soviet|Soviet Union
Q36678|Tepi Barat|West Bank
|Semenanjung Korea|Korean Peninsula
Q37660|Laut China Selatan|Laut Cina Selatan;South China Sea
Q7835|Krimea|Crimea
|Darfur|
Q43100|Kashmir|
Q7204|Timur Tengah|Middle East
Q11708|Asia Tenggara|Southeast Asia
Q15|Afrika|Africa
Q46|Eropa|Europe
Q48|Asia|
Q12585|Amerika Latin|Latin America
Q39760|Jalur Gaza|Gaza Strip
Q34675|Teluk Persia|Persian Gulf
Q1239|Samudra Hindia|Samudera Hindia;Indian Ocean
Q98|Samudra Pasifik|Samudera Pasifik;Pacific Ocean;Lautan Pasifik
Q97|Samudra Atlantik|Samudera Atlantik;Atlantic Ocean
Q23406|Laut Merah|Red Sea
Q166|Laut Hitam|Black Sea
Q4918|Laut Tengah|Laut Mediterania;Mediterania;Mediterranean Sea;the Mediterranean
|Selat Hormuz|Strait of Hormuz
|Selat Malaka|Strait of Malacca;Malacca Strait
|Selat Taiwan|Taiwan Strait
|Laut Jawa|Java Sea
|Laut Natuna Utara|North Natuna Sea
Q27231|Asia Timur|East Asia
Q771405|Asia Selatan|South Asia
Q27275|Asia Tengah|Central Asia
|Asia Pasifik|Asia-Pasifik;Asia Pacific;Asia-Pacific
Q27468|Eropa Timur|Eastern Europe
Q27496|Eropa Barat|Western Europe
Q27509|Eropa Tengah|Central Europe
Q49|Amerika Utara|North America
Q18|Amerika Selatan|South America
Q27611|Amerika Tengah|Central America
Q27381|Afrika Utara|North Africa
Q4412|Afrika Barat|West Africa
Q23522|Semenanjung Balkan|Balkan;the Balkans
Q51|Antartika|Antarktika;Antarctica
Q5428|Siberia|
Q5451|Himalaya|Pegunungan Himalaya;Himalayas
Q513|Gunung Everest|Everest;Mount Everest
|Dataran Tinggi Golan|Golan Heights
|Donbas|Donbass
|Hollywood|
Q11299|Manhattan|
Q18419|Brooklyn|
|Silicon Valley|Lembah Silikon
`;
