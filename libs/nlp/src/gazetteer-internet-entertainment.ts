/**
 * Internet services, entertainment houses, bands and broadcasters: Wikidata id (only where certain),
 * name, other names. Own table. Row syntax: see gazetteer-row.ts.
 */
export const internetAndEntertainmentRows = `
Q209330|Instagram|
Q918|Twitter|
Q866|YouTube|Youtube
Q355|Facebook|
Q1049511|WhatsApp|
Q48938223|TikTok|
Q15616276|Telegram|~Telegram
Q213660|LinkedIn|
Q52|Wikipedia|
Q689141|Spotify|
|Weverse|
|LINE Indonesia|
Q7414|Disney|Walt Disney;The Walt Disney Company;Walt Disney Company
|Disney Channel|
|Marvel Studios|
|Marvel|~Marvel
Q126399|Warner Bros|Warner Bros.;Warner Bros Pictures
|Universal Pictures|
|Paramount Pictures|
Q127552|Pixar|
Q23633|HBO|
Q13580495|BTS|Bangtan Boys;Bangtan Sonyeondan
|BLACKPINK|Blackpink
|EXO|
|TWICE|~Twice
|Red Velvet|
|SHINee|
|Super Junior|
|Girls' Generation|SNSD
|NCT 127|
|Seventeen|~Seventeen
|TXT|Tomorrow X Together
|iKON|
|Big Hit Entertainment|Big Hit;BigHit Entertainment
|SM Entertainment|
|YG Entertainment|
|JYP Entertainment|
|CJ ENM|CJ Entertainment
|SBS|
|KBS|
|MBC|
|tvN|
|JTBC|
|Soompi|
|Koreaboo|
|Hollywood Life|
|TMZ|
|Billboard|
|Variety|~Variety
|MNCTV|
|GTV|
|Indosiar|
|ANTV|
|NET TV|NET.;Net TV
|iNews|iNews TV
|Berita Satu|BeritaSatu
|SINDOnews|Sindonews;SINDOnews.com;Koran SINDO
|Jawa Pos|JawaPos.com
|Bisnis Indonesia|Bisnis.com
|Kontan|Kontan.co.id
|Katadata|Katadata.co.id
|Medcom.id|
|JPNN|JPNN.com
|Akurat.co|
|Bola.com|
|Bolasport.com|Bolasport;BolaSport.com
|Goal.com|
|Marca|~Marca
|Diario AS|
|Mundo Deportivo|
|Gazzetta dello Sport|La Gazzetta dello Sport
|L'Equipe|L'Équipe
|Sport Bild|
|The Mirror|Daily Mirror
|The Independent|
|The Telegraph|The Daily Telegraph;Daily Telegraph
|The Times|
|Business Insider|
|Forbes|
|Fortune|~Fortune
Q43297|Time|~Time;Majalah Time;TIME
|Newsweek|
|Vogue|
|Variety Magazine|
|People|~People;Majalah People
|Nikkei|Nikkei Asian Review
|NHK|
|The Star|~The Star
|Al Arabiya|Al-Arabiya
|Sputnik|~Sputnik;Kantor Berita Sputnik
|MNC Group|MNC Grup
|Emtek|Emtek Group
|Trans Media|Transmedia
|Lion Air Group|Lion Group
|Malindo Air|
|AirNav Indonesia|AirNav
|Saudi Aramco|Aramco
|Bank DKI|
|Lippo Group|Grup Lippo
|Djarum Foundation|Bakti Olahraga Djarum Foundation
|PT Astra Daihatsu Motor|Astra Daihatsu Motor
|PT Toyota Astra Motor|Toyota Astra Motor
|PT Honda Prospect Motor|Honda Prospect Motor
|PT Hutchison 3 Indonesia|Hutchison 3 Indonesia
|LinkAja|
|OVO|
|DANA|~DANA
|GoPay|
|Ruangguru|
`;
