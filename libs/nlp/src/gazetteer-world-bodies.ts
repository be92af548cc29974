/**
 * World bodies, alliances, foreign state bodies, armed groups and parties: Wikidata id (only where
 * certain), name, other names. Own table. Row syntax: see gazetteer-row.ts.
 */
export const worldBodyRows = `
Q1065|PBB|Perserikatan Bangsa-Bangsa;Perserikatan Bangsa Bangsa;United Nations;UN;U.N.
Q37470|Dewan Keamanan PBB|DK PBB;UN Security Council;United Nations Security Council;U.N. Security Council
Q47423|Majelis Umum PBB|UN General Assembly;United Nations General Assembly
Q205650|Dewan HAM PBB|UN Human Rights Council
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
Q47543|OKI|Organisasi Kerja Sama Islam;Organisasi Kerjasama Islam;Organisation of Islamic Cooperation
Q7795|OPEC|
Q188822|Bank Pembangunan Asia|ADB;Asian Development Bank
Q47488|Mahkamah Pidana Internasional|ICC;International Criminal Court
Q7801|Mahkamah Internasional|International Court of Justice
|Palang Merah Internasional|ICRC
Q8475|Interpol|
|Europol|
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
Q11220|Angkatan Laut AS|Angkatan Laut Amerika Serikat;US Navy;United States Navy
Q11223|Angkatan Udara AS|Angkatan Udara Amerika Serikat;US Air Force;United States Air Force
Q9212|Angkatan Darat AS|Angkatan Darat Amerika Serikat;US Army;United States Army
Q11218|Korps Marinir AS|Marinir AS;US Marine Corps;United States Marine Corps
|Departemen Kehakiman AS|US Department of Justice;Justice Department
Q11701|DPR AS|House of Representatives;US House of Representatives
Q29552|Partai Demokrat AS|Democratic Party
Q583725|CDC|Centers for Disease Control and Prevention
Q204711|FDA|Food and Drug Administration;Badan Pengawas Obat dan Makanan AS
Q161718|UNDP|United Nations Development Programme
|UNODC|
|UNEP|
Q656812|OHCHR|
Q204344|Program Pangan Dunia|World Food Programme;WFP
|Komite Palang Merah Internasional|
|G20|
|G7|
|BRICS|
Q83201|Gerakan Non-Blok|GNB;Non-Aligned Movement
Q217172|Dewan Kerja Sama Teluk|GCC;Gulf Cooperation Council
|Forum Ekonomi Dunia|World Economic Forum;WEF
|Bundesliga|
|Institute for Development of Economics and Finance|Indef
|Universitas Trisakti|Usakti
|Universitas Sebelas Maret|UNS
|Universitas Negeri Yogyakarta|UNY
|Universitas Negeri Semarang|Unnes
|Universitas Islam Indonesia|UII
|Universitas Muhammadiyah Yogyakarta|UMY
|Universitas Katolik Parahyangan|Unpar
|Universitas Bina Nusantara|Binus;Binus University
|Universitas Paramadina|
|Universitas Riau|Unri
|Universitas Andalas|Unand
|Universitas Udayana|Unud
|Universitas Lampung|Unila
|Universitas Sriwijaya|Unsri
|Universitas Mulawarman|Unmul
|Universitas Cenderawasih|Uncen
|UIN Syarif Hidayatullah|
Q35794|Cambridge University|University of Cambridge;Universitas Cambridge
Q49108|MIT|Massachusetts Institute of Technology
|Hipmi|Himpunan Pengusaha Muda Indonesia
|Satpol PP|Satuan Polisi Pamong Praja
|Himpunan Mahasiswa Islam|HMI
|Gerakan Pemuda Ansor|GP Ansor
|Persatuan Guru Republik Indonesia|PGRI
|Konfederasi Serikat Pekerja Indonesia|KSPI
|Aliansi Jurnalis Independen|AJI
|Setara Institute|
|Imparsial|
|Lokataru|
|LBH Jakarta|Lembaga Bantuan Hukum Jakarta
|Perludem|Perkumpulan untuk Pemilu dan Demokrasi
|CSIS|Centre for Strategic and International Studies
|Lembaga Survei Indonesia|LSI
|Saiful Mujani Research and Consulting|SMRC
|Indikator Politik Indonesia|
|Charta Politika|
Q846656|UNRWA|
Q1065854|OCHA|
Q641576|UN Women|
Q201054|IMO|Organisasi Maritim Internasional;International Maritime Organization
Q376150|ITU|International Telecommunication Union
Q170424|WMO|Organisasi Meteorologi Dunia;World Meteorological Organization
Q177773|WIPO|World Intellectual Property Organization
Q8886|European Council|
Q8896|Dewan Uni Eropa|Council of the European Union
Q81299|OSCE|Organization for Security and Co-operation in Europe
Q123759|Organisasi Negara-negara Amerika|OAS;Organization of American States
Q122880|Mahkamah HAM Eropa|European Court of Human Rights
Q42262|Badan Antariksa Eropa|ESA;European Space Agency
`;
