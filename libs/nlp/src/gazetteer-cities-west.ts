/**
 * Capitals and big cities of Europe, the Americas and Oceania: Wikidata id, name as the Indonesian press writes it, other
 * names. Ids from Natural Earth (public domain). Row syntax: see gazetteer-row.ts.
 */
export const westernCityRows = `
Q5112|Adelaide|
Q727|Amsterdam|
Q2933|Asuncion|Asunción
Q1524|Athena|Athens
Q23556|Atlanta|
Q37100|Auckland|
Q10686|Belfast|
Q3711|Beograd|Belgrade
Q64|Berlin|
Q70|Bern|
Q2256|Birmingham|
Q2841|Bogota|
Q586|Bonn|
Q100|Boston|
Q2844|Brasilia|Brasília
Q1780|Bratislava|
Q34932|Brisbane|
Q239|Brussel|Brussels
Q1781|Budapest|
Q1486|Buenos Aires|
Q19660|Bukares|Bukarest;Bucharest
Q3114|Canberra|
Q1533|Caracas|
Q10690|Cardiff|
Q1297|Chicago|
Q21197|Chisinau|Chișinău
Q79990|Christchurch|
|Davos|
Q36600|Den Haag|Hague;The Hague
Q16554|Denver|
Q12439|Detroit|
Q43070|Donetsk|
Q1761|Dublin|
Q23436|Edinburgh|
Q1794|Frankfurt|
Q4093|Glasgow|
Q9022|Guadalajara|
Q1055|Hamburg|
Q1563|Havana|
Q1757|Helsinki|
Q18094|Honolulu|
Q71|Jenewa|Geneva
Q900|Kazan|
Q42308|Kharkiv|
Q156732|Kherson|
Q1748|Kopenhagen|Copenhagen
Q31487|Krakow|Kraków
Q1899|Kyiv|Kiev
Q365|Köln|Cologne
Q1491|La Paz|
Q23768|Las Vegas|
Q597|Lisbon|Lisboa
Q437|Ljubljana|
Q84|London|
Q65|Los Angeles|
Q134279|Luhansk|
Q36036|Lviv|
Q456|Lyon|
Q2807|Madrid|
Q37133|Mariupol|
Q23482|Marseille|
Q3141|Melbourne|
Q1489|Mexico City|Kota Meksiko;Meksiko City
Q8652|Miami|
Q36091|Minneapolis|
Q2280|Minsk|
Q1335|Montevideo|
Q340|Montreal|
Q1726|München|Muenchen;Munich
Q34404|New Orleans|
Q60|New York|New York City;Kota New York
Q1874|Odessa|Odesa
Q585|Oslo|
Q1930|Ottawa|
Q3306|Panama City|
Q90|Paris|
Q3183|Perth|
Q1345|Philadelphia|
Q36526|Port Moresby|
Q34261|Port-au-Prince|
Q1085|Praha|Prague
Q25270|Pristina|
Q2900|Quito|
Q1764|Reykjavik|Reykjavík
Q1773|Riga|
Q8678|Rio de Janeiro|
Q34370|Rotterdam|
Q656|Saint Petersburg|St. Petersburg;St Petersburg
Q16552|San Diego|
Q62|San Francisco|
Q174|Sao Paulo|Sao Paolo;São Paulo
Q11194|Sarajevo|
Q5083|Seattle|
Q7525|Sevastopol|
Q384|Skopje|
Q39420|Sochi|
Q1754|Stockholm|
Q6602|Strasbourg|
Q1022|Stuttgart|
Q38807|Suva|
Q3130|Sydney|
Q1770|Tallinn|
Q124739|Tijuana|
Q19689|Tirana|
Q172|Toronto|
Q495|Turin|Torino
Q24639|Vancouver|
Q641|Venesia|Venice
Q216|Vilnius|
Q959|Vladivostok|
Q270|Warsawa|Warsaw
Q1741|Wina|Vienna
Q1435|Zagreb|
Q72|Zurich|Zürich
Q16557|~Dallas|
Q11568|~Darwin|
Q16555|~Houston|
Q34692|~Kingston|
Q2079|~Leipzig|
Q18125|~Manchester|
Q2634|~Napoli|Naples
Q220|~Roma|Rome
Q8717|~Sevilla|Seville
Q8818|~Valencia|
Q23661|~Wellington|
`;
