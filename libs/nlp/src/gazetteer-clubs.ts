/**
 * More clubs and teams: Wikidata id (only where certain), name, other names. Own table. Row syntax: see
 * gazetteer-row.ts.
 */
export const clubRows = `
Q495299|Galatasaray|
|Fenerbahce|Fenerbahçe
Q172567|Besiktas|Beşiktaş
Q1886|Atalanta|Atalanta BC
Q2693|Parma|~Parma;Parma Calcio
Q2052|Fiorentina|ACF Fiorentina
Q2768|Torino|~Torino;Torino FC
|Sampdoria|
|Udinese|
|Sassuolo|
Q2074|Genoa CFC|~Genoa
Q1893|Bologna FC|~Bologna
|Cagliari Calcio|~Cagliari
|Lecce|~Lecce;US Lecce
|Hellas Verona|~Verona
|SPAL|
|Brescia Calcio|~Brescia
Q104761|Bayer Leverkusen|~Leverkusen
Q38245|Eintracht Frankfurt|~Frankfurt
Q32494|Schalke 04|Schalke
Q702455|RB Leipzig|~Leipzig
Q101859|VfL Wolfsburg|~Wolfsburg
Q101959|Borussia Monchengladbach|Monchengladbach;Borussia Mönchengladbach;Gladbach
Q51976|Werder Bremen|~Bremen
Q22707|Hoffenheim|TSG Hoffenheim
|Hertha Berlin|Hertha BSC
Q104770|FC Koln|FC Köln
Q10329|Sevilla|~Sevilla;Sevilla FC
Q12297|Villarreal|
Q8723|Real Betis|
Q8687|Athletic Bilbao|Athletic Club
Q10315|Real Sociedad|
Q8780|Espanyol|RCD Espanyol
Q8806|Getafe|~Getafe
Q8823|Levante|~Levante
Q8749|Celta Vigo|
|Granada CF|~Granada
|Osasuna|CA Osasuna
|Real Mallorca|~Mallorca
|Eibar|SD Eibar
|Leganes|Leganés
|Deportivo Alaves|Alaves
|Real Valladolid|~Valladolid
Q18732|Southampton|~Southampton
Q19467|Crystal Palace|
Q19500|Wolverhampton Wanderers|Wolverhampton;Wolves
Q18711|Aston Villa|
|Watford|~Watford
Q19458|Burnley|~Burnley
Q19453|Brighton & Hove Albion|~Brighton;Brighton and Hove Albion
Q19568|Bournemouth|~Bournemouth;AFC Bournemouth
Q18708|Fulham|~Fulham
Q18721|Norwich City|~Norwich
Q19607|Sheffield United|
Q1128631|Leeds United|
Q19593|Celtic FC|~Celtic
Q19597|Rangers FC|~Rangers;Glasgow Rangers
Q704|Olympique Lyon|~Lyon;Olympique Lyonnais
Q132885|Olympique Marseille|~Marseille;Olympique de Marseille
Q180305|AS Monaco|~Monaco
Q185163|OGC Nice|
Q19516|LOSC Lille|~Lille
|PSV Eindhoven|PSV
|Feyenoord|
|Sporting CP|Sporting Lisbon;Sporting Lisboa
|Shakhtar Donetsk|Shakhtar
|Dinamo Zagreb|
|Dynamo Kyiv|Dynamo Kiev;Dinamo Kiev
|Zenit St Petersburg|Zenit;Zenit St. Petersburg
|Lokomotiv Moskow|Lokomotiv Moscow;Lokomotiv Moskwa
|CSKA Moskow|CSKA Moscow
|Club Brugge|
|Red Star Belgrade|Crvena Zvezda
|Olympiakos|Olympiacos
|RB Salzburg|Red Bull Salzburg
|Slavia Praha|Slavia Prague
|Boca Juniors|
|River Plate|
|Flamengo|
|Al Hilal|Al-Hilal
|Al Nassr|Al-Nassr
|LA Galaxy|
|Johor Darul Takzim|JDT
|Buriram United|
Q121783|Los Angeles Lakers|LA Lakers;Lakers
Q157376|Golden State Warriors|Warriors
Q128109|Chicago Bulls|
|Boston Celtics|
|Kalteng Putra|
|Tira Persikabo|PS Tira Persikabo;PS Tira;Persikabo
|Persita Tangerang|Persita
|Persik Kediri|Persik
|Persiraja Banda Aceh|Persiraja
|Persiba Balikpapan|Persiba
|Perseru Badak Lampung|Badak Lampung;Badak Lampung FC;Perseru Badak Lampung FC
|Persewar Waropen|Persewar
|Mitra Kukar|
|PSMS Medan|PSMS
|Timnas Indonesia U-16|Timnas U-16;Timnas U-16 Indonesia;Garuda Asia
|Timnas Indonesia U-19|Timnas U-19;Timnas U-19 Indonesia
|Timnas Malaysia|Harimau Malaya
|Timnas Thailand|
|Timnas Vietnam|
|PB Djarum|
|Repsol Honda|Repsol Honda Team
|Monster Energy Yamaha|Monster Energy Yamaha MotoGP
|Petronas Yamaha SRT|Petronas Yamaha
|Ducati Team|
|Pramac Ducati|Pramac Racing
|Scuderia Ferrari|
`;
