/**
 * World bodies, alliances, foreign state bodies, armed groups and parties: Wikidata id (only where
 * certain), name, other names. Own table. Row syntax: see gazetteer-row.ts.
 */
export const worldBodyRows = `
Q1065|PBB|Perserikatan Bangsa-Bangsa;Perserikatan Bangsa Bangsa;United Nations;UN;U.N.
Q37470|Dewan Keamanan PBB|DK PBB;UN Security Council;United Nations Security Council;U.N. Security Council
|Majelis Umum PBB|UN General Assembly;United Nations General Assembly
|Dewan HAM PBB|UN Human Rights Council
Q458|Uni Eropa|UE;European Union;EU
|Komisi Eropa|European Commission
|Parlemen Eropa|European Parliament
|Uni Afrika|African Union
|Liga Arab|Arab League
Q7184|NATO|Pakta Pertahanan Atlantik Utara;North Atlantic Treaty Organization
Q7768|ASEAN|Perhimpunan Bangsa-Bangsa Asia Tenggara
Q7817|WHO|Organisasi Kesehatan Dunia;World Health Organization;Badan Kesehatan Dunia
Q7804|IMF|Dana Moneter Internasional;International Monetary Fund
Q7164|Bank Dunia|World Bank
Q7825|WTO|Organisasi Perdagangan Dunia;World Trade Organization
Q7809|UNESCO|
Q740308|UNICEF|
|UNHCR|Komisioner Tinggi PBB untuk Pengungsi
|IAEA|Badan Energi Atom Internasional;International Atomic Energy Agency
|ILO|Organisasi Buruh Internasional;International Labour Organization
|FAO|
|OECD|
|APEC|
|OKI|Organisasi Kerja Sama Islam;Organisasi Kerjasama Islam;Organisation of Islamic Cooperation
Q7795|OPEC|
|Bank Pembangunan Asia|ADB;Asian Development Bank
|Mahkamah Pidana Internasional|ICC;International Criminal Court
|Mahkamah Internasional|International Court of Justice
|Palang Merah Internasional|ICRC
Q8475|Interpol|
|Europol|
Q253414|FIFA|
Q35572|UEFA|
|AFC|Konfederasi Sepak Bola Asia
|IOC|Komite Olimpiade Internasional
|BWF|
|Amnesty International|Amnesti Internasional
|Human Rights Watch|HRW
|Greenpeace|
|Transparency International|
Q37230|CIA|
Q8333|FBI|
|NSA|
Q23548|NASA|
|Pentagon|
|Gedung Putih|White House;the White House
|Departemen Luar Negeri AS|Deplu AS;US State Department;State Department
|Departemen Keuangan AS|US Treasury
|Federal Reserve|The Fed;Bank Sentral AS
|Kongres AS|US Congress
|Senat AS|US Senate
|Mahkamah Agung AS|US Supreme Court
|Partai Republik|Republican Party
|Kremlin|
|Duma|State Duma
|Bank Sentral Eropa|ECB;European Central Bank
|Bank of England|
|Bank of Japan|
|Partai Konservatif|Conservative Party
|Partai Buruh|Labour Party
|Partai Komunis China|PKC;Partai Komunis Tiongkok;Partai Komunis Cina
|Partai Pekerja Korea|Workers' Party of Korea
|Taliban|
|Al-Qaeda|Al Qaeda;Alqaeda
|ISIS|Islamic State
|Hamas|
|Fatah|
|Hizbullah|Hezbollah
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
|Harvard University|Universitas Harvard
|Oxford University|University of Oxford;Universitas Oxford
|Stanford University|Universitas Stanford
`;
