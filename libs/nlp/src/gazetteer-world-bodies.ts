/**
 * World bodies, alliances, foreign state bodies, armed groups and parties: Wikidata id (only where
 * certain), name, other names. Own table. Row syntax: see gazetteer-row.ts.
 */
export const worldBodyRows = `
Q1065|PBB|Perserikatan Bangsa-Bangsa;Perserikatan Bangsa Bangsa;United Nations;UN;U.N.
Q37470|Dewan Keamanan PBB|DK PBB;UN Security Council;United Nations Security Council;U.N. Security Council
Q47423|Majelis Umum PBB|UN General Assembly;United Nations General Assembly
|Dewan HAM PBB|UN Human Rights Council
Q458|Uni Eropa|UE;European Union;EU
Q8880|Komisi Eropa|European Commission
Q8889|Parlemen Eropa|European Parliament
Q7159|Uni Afrika|African Union
Q7172|Liga Arab|Arab League
Q7184|NATO|Pakta Pertahanan Atlantik Utara;North Atlantic Treaty Organization
Q7768|ASEAN|Perhimpunan Bangsa-Bangsa Asia Tenggara
Q7817|WHO|Organisasi Kesehatan Dunia;World Health Organization;Badan Kesehatan Dunia
Q7804|IMF|Dana Moneter Internasional;International Monetary Fund
Q7164|Bank Dunia|World Bank
Q7825|WTO|Organisasi Perdagangan Dunia;World Trade Organization
Q7809|UNESCO|
Q740308|UNICEF|
Q132551|UNHCR|Komisioner Tinggi PBB untuk Pengungsi
Q41984|IAEA|Badan Energi Atom Internasional;International Atomic Energy Agency
Q54129|ILO|Organisasi Buruh Internasional;International Labour Organization
Q82151|FAO|
Q41550|OECD|
Q170481|APEC|
|OKI|Organisasi Kerja Sama Islam;Organisasi Kerjasama Islam;Organisation of Islamic Cooperation
Q7795|OPEC|
Q188822|Bank Pembangunan Asia|ADB;Asian Development Bank
Q47488|Mahkamah Pidana Internasional|ICC;International Criminal Court
Q7801|Mahkamah Internasional|International Court of Justice
|Palang Merah Internasional|ICRC
Q8475|Interpol|
Q207203|Europol|
Q253414|FIFA|
Q35572|UEFA|
Q83276|AFC|Konfederasi Sepak Bola Asia
Q40970|IOC|Komite Olimpiade Internasional
|BWF|
Q42970|Amnesty International|Amnesti Internasional
Q187052|Human Rights Watch|HRW
Q81307|Greenpeace|
|Transparency International|
Q37230|CIA|
Q8333|FBI|
Q121194|NSA|
Q23548|NASA|
|Pentagon|
|Gedung Putih|White House;the White House
Q789915|Departemen Luar Negeri AS|Deplu AS;US State Department;State Department
Q648666|Departemen Keuangan AS|US Treasury
Q53536|Federal Reserve|The Fed;Bank Sentral AS
Q11268|Kongres AS|US Congress
Q66096|Senat AS|US Senate
Q11201|Mahkamah Agung AS|US Supreme Court
Q29468|Partai Republik|Republican Party
|Kremlin|
|Duma|State Duma
Q8901|Bank Sentral Eropa|ECB;European Central Bank
Q183231|Bank of England|
|Bank of Japan|
Q9626|Partai Konservatif|Conservative Party
Q9630|Partai Buruh|Labour Party
Q17427|Partai Komunis China|PKC;Partai Komunis Tiongkok;Partai Komunis Cina
|Partai Pekerja Korea|Workers' Party of Korea
Q42418|Taliban|
Q34490|Al-Qaeda|Al Qaeda;Alqaeda
Q2429253|ISIS|Islamic State
Q38799|Hamas|
|Fatah|
Q41053|Hizbullah|Hezbollah
|Boko Haram|
|Houthi|Houthis
|Garda Revolusi Iran|Korps Garda Revolusi Islam;IRGC
|Jemaah Islamiyah|
|Jamaah Ansharut Daulah|JAD
|!Wagner|Grup Wagner;Wagner Group;Kelompok Wagner
|Organisasi Papua Merdeka|OPM
|Abu Sayyaf|
|Ikhwanul Muslimin|Muslim Brotherhood
|Scotland Yard|
|Universitas Indonesia|UI
|Universitas Gadjah Mada|UGM
|Institut Teknologi Bandung|ITB
|Institut Pertanian Bogor|IPB;IPB University
|Universitas Airlangga|Unair
|Universitas Padjadjaran|Unpad
|Universitas Diponegoro|Undip
|Universitas Brawijaya|
|Universitas Hasanuddin|Unhas
|Universitas Negeri Jakarta|UNJ
|Universitas Sumatera Utara|USU
|Institut Teknologi Sepuluh Nopember|
Q13371|Harvard University|Universitas Harvard
Q34433|Oxford University|University of Oxford;Universitas Oxford
Q41506|Stanford University|Universitas Stanford
`;
