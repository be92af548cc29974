/**
 * Capitals and big cities of Asia and Africa, Indonesia left out: Wikidata id, name as the Indonesian press writes it, other
 * names. Ids from Natural Earth (public domain). Row syntax: see gazetteer-row.ts.
 */
export const asiaAfricaCityRows = `
Q1515|Abidjan|
Q1519|Abu Dhabi|
Q3787|Abuja|
Q3761|Accra|
Q3624|Addis Ababa|
Q131694|Aden|
Q1070|Ahmedabad|
Q41183|Aleppo|
Q3561|Aljir|Algiers
Q35493|Almaty|
Q3805|Amman|
Q3640|Ankara|
Q3915|Antananarivo|
Q23438|Ashgabat|
Q1520|Astana|Nur-Sultan
Q1530|Baghdad|
Q9248|Baku|
Q3703|Bamako|
Q9279|Bandar Seri Begawan|
Q1355|Bangalore|Bengaluru
Q1861|Bangkok|
Q48195|Basra|
Q956|Beijing|
Q3820|Beirut|
Q40816|Benghazi|
Q9361|Bishkek|
Q16520|Busan|
Q5465|Cape Town|
Q7903|Casablanca|
Q1467|Cebu|Cebu City
Q30002|Chengdu|
Q1352|Chennai|
Q52028|Chiang Mai|
Q376749|Chittagong|
Q11725|Chongqing|
Q35381|Colombo|
Q3718|Dakar|
Q3766|Damaskus|Damascus
Q1473|Davao|Davao City
Q1354|Dhaka|
Q9310|Dili|
Q3861|Doha|
Q612|Dubai|
Q5468|Durban|
Q9365|Dushanbe|
Q26600|Fukuoka|
Q47492|Gaza|Kota Gaza;Gaza City
Q16572|Guangzhou|
Q41621|Haifa|
Q4970|Hangzhou|
Q1858|Hanoi|
Q3921|Harare|
Q42956|Harbin|
Q168225|Hebron|
Q34664|Hiroshima|
Q1854|Ho Chi Minh City|Kota Ho Chi Minh;Saigon
Q131301|Homs|
Q1361|Hyderabad|
Q20934|Incheon|
Q1362|Islamabad|
Q406|Istanbul|
Q35997|Izmir|İzmir
Q66485|Jaipur|
Q374365|Jeddah|Jidda
Q34647|Johannesburg|
Q231318|Johor Bahru|
Q1947|Juba|
Q5838|Kabul|
Q85|Kairo|Cairo
Q3894|Kampala|
Q45604|Kandahar|
Q181557|Kaohsiung|Kaohsiung City
Q8660|Karachi|
Q3037|Kathmandu|
Q1963|Khartoum|
Q3859|Kigali|
Q3838|Kinshasa|
Q173310|Kirkuk|
Q1348|Kolkata|
Q137271|Kota Kinabalu|
Q1865|Kuala Lumpur|
Q220445|Kuching|
Q34600|Kyoto|
Q8673|Lagos|
Q11739|Lahore|
Q5869|Lhasa|
Q3897|Luanda|
Q47916|Lucknow|
Q3881|Lusaka|
Q35484|Madinah|Medina
Q3882|Manama|
Q185518|Mandalay|
Q1461|Manila|
Q3889|Maputo|
Q101625|Marrakesh|Marrakech
Q5806|Mekah|Mekkah;Makkah;Mecca
Q2449|Mogadishu|
Q225641|Mombasa|
Q649|Moskow|Moscow
Q83317|Mosul|
Q1156|Mumbai|
Q3826|Muskat|Muscat
Q214178|Nablus|
Q11751|Nagoya|
Q3870|Nairobi|
Q16666|Nanjing|
Q37400|Naypyidaw|
Q987|New Delhi|
Q35765|Osaka|Ōsaka
Q1113311|Peshawar|
Q1850|Phnom Penh|
Q844430|Phuket|
Q3926|Pretoria|
Q182378|Putrajaya|
Q18808|Pyongyang|
Q1475|Quezon City|
Q3551|Rabat|
Q158119|Ramallah|
Q3692|Riyadh|
Q5753|Samarkand|
Q2471|Sanaa|Sana'a
Q37951|Sapporo|
Q8684|Seoul|
Q8686|Shanghai|
Q15174|Shenzhen|
Q170115|Srinagar|
Q1867|Taipei|
Q269|Tashkent|
Q994|Tbilisi|
Q3616|Teheran|Tehran
Q33935|Tel Aviv|
Q9270|Thimphu|
Q11736|Tianjin|
Q1490|Tokyo|
Q3579|Tripoli|
Q3572|Tunis|
Q23430|Ulaanbaatar|Ulan Bator
Q16959|Urumqi|Ürümqi
Q9326|Vientiane|
Q61|Washington|Washington DC;Washington D.C.
Q11746|Wuhan|
Q68744|Xiamen|
Q37995|Yangon|Rangoon
Q1953|Yerevan|
Q1218|Yerusalem|Jerusalem
Q38283|Yokohama|
Q87|~Alexandria|
|Penang|Pulau Pinang;Pulau Penang
`;
