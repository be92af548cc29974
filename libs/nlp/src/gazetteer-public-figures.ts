/**
 * Athletes, artists, founders and leaders of the past: Wikidata id (only where certain), name, other
 * names. Own table. Row syntax: see gazetteer-row.ts.
 */
export const publicFigureRows = `
Q142794|Neymar|Neymar Jr
Q21621995|Kylian Mbappe|Kylian Mbappé;Mbappe;Mbappé
Q151269|Robert Lewandowski|Lewandowski
Q1835|Zinedine Zidane|Zidane
Q46896|Zlatan Ibrahimovic|Zlatan Ibrahimović;Ibrahimovic
Q1354960|Mohamed Salah|Mo Salah
Q83106|Jurgen Klopp|Jürgen Klopp
Q79983|Jose Mourinho|José Mourinho;Mourinho
|Pep Guardiola|Josep Guardiola;Guardiola
Q10520|David Beckham|
Q455462|Antoine Griezmann|
|Eden Hazard|
Q17515|Diego Maradona|Maradona
Q12897|Pele|~Pele;Pelé
Q1426|Roger Federer|
Q10132|Rafael Nadal|
Q5812|Novak Djokovic|
Q11459|Serena Williams|
Q1189|Usain Bolt|
Q9671|Michael Schumacher|
Q10514|Fernando Alonso|
Q10993|Tiger Woods|
Q41421|Michael Jordan||nba basket pebasket bulls basketball
Q36159|LeBron James|
Q25369|Kobe Bryant|
Q79031|Mike Tyson|
Q36107|Muhammad Ali||petinju tinju ring boxer boxing foreman frazier
Q486359|Manny Pacquiao|
|Floyd Mayweather|Floyd Mayweather Jr
|Ole Gunnar Solskjaer|Solskjaer
|Sadio Mane|Sadio Mané
|Maverick Vinales|Maverick Viñales
|Fabio Quartararo|
|Andrea Dovizioso|
|Jorge Lorenzo|
|Simon McMenemy|
|Shin Tae-yong|Shin Tae Yong
|Bima Sakti|
|Fakhri Husaini|
|Luis Milla|
|Andritany Ardhiyasa|
|Stefano Lilipaly|
|Irfan Bachdim|
|Evan Dimas|Evan Dimas Darmono
|Egy Maulana Vikri|
|Beto Goncalves|Alberto Goncalves
|Kevin Sanjaya Sukamuljo|Kevin Sanjaya
|Marcus Fernaldi Gideon|Marcus Gideon
|Anthony Sinisuka Ginting|Anthony Ginting
|Jonatan Christie|
|Tontowi Ahmad|
|Liliyana Natsir|
|Greysia Polii|
|Apriyani Rahayu|
|Mohammad Ahsan||ganda bulutangkis hendra pebulutangkis pbsi badminton turnamen
|Hendra Setiawan||ganda bulutangkis ahsan pebulutangkis pbsi badminton turnamen
|Lalu Muhammad Zohri|
Q26876|Taylor Swift|
Q36153|Beyonce|Beyoncé
Q19848|Lady Gaga|
Q34086|Justin Bieber|
Q36844|Rihanna|
Q2831|Michael Jackson||penyanyi lagu pop album musik thriller singer moonwalk neverland
Q151892|Ariana Grande|
Q83287|Selena Gomez|
Q13909|Angelina Jolie|
Q35332|Brad Pitt|
Q37079|Tom Cruise|
Q38111|Leonardo DiCaprio|
Q37175|Johnny Depp|
Q165219|Robert Downey Jr|Robert Downey Jr.
|Scarlett Johansson|
Q189490|Jennifer Lawrence|
Q40096|Will Smith||aktor film hollywood actor rapper oscar jada aladdin
Q10738|Dwayne Johnson|
Q317521|Elon Musk|
Q5284|Bill Gates|
Q312556|Jeff Bezos|
Q36215|Mark Zuckerberg|
Q19837|Steve Jobs|
Q47213|Warren Buffett|
Q1137062|Jack Ma|
Q9682|Ratu Elizabeth II|Elizabeth II;Queen Elizabeth II;Ratu Elizabeth;Queen Elizabeth
Q43274|Pangeran Charles|Raja Charles III;Charles III;King Charles III;King Charles;Prince Charles
Q36812|Pangeran William|Prince William
Q152316|Pangeran Harry|Prince Harry
Q3304418|Meghan Markle|
Q10479|Kate Middleton|
Q9685|Putri Diana|Princess Diana;Lady Diana
Q207|George W Bush|George W. Bush
Q1124|Bill Clinton|
Q359442|Bernie Sanders|
Q9545|Tony Blair||perdana pm brexit minister labour downing
Q192|David Cameron||perdana pm brexit tory konservatif minister conservative downing
|Jeremy Corbyn|
Q30487|Mikhail Gorbachev|
Q34453|Boris Yeltsin|
Q855|Joseph Stalin|Josef Stalin
Q1394|Vladimir Lenin|
Q352|Adolf Hitler|Hitler
Q5816|Mao Zedong|
Q1001|Mahatma Gandhi|
Q8023|Nelson Mandela|
Q1316|Saddam Hussein|
Q19878|Muammar Gaddafi|Muammar Khadafi;Moammar Khadafi
Q11256|Fidel Castro|
Q34211|Yasser Arafat|
Q937|Albert Einstein|
Q13424289|Edward Snowden|
Q360|Julian Assange|
Q32732|Malala Yousafzai|
Q56434717|Greta Thunberg|
Q2494|Paus Benediktus XVI|Benediktus XVI;Pope Benedict XVI
Q989|Paus Yohanes Paulus II|Yohanes Paulus II;Pope John Paul II
|Mohammad Hatta|Bung Hatta
|Soetomo|Bung Tomo
|Kartini|~Kartini;RA Kartini;R.A. Kartini
|Ani Yudhoyono|
|Iriana Joko Widodo|Iriana Jokowi
|Hasri Ainun Besari|Ainun Habibie;Hasri Ainun Habibie
|Alexander Marwata|
|Saut Situmorang|
|Lili Pintauli Siregar|
|Nawawi Pomolango|
|Nurul Ghufron|
|Laode M Syarif|Laode Muhammad Syarif;La Ode M Syarif
|Basaria Panjaitan|
|Febri Diansyah|
|Argo Yuwono|
|Dedi Prasetyo|
|Basuki Hadimuljono|
|Bambang Brodjonegoro|
|Darmin Nasution|
|Siti Nurbaya Bakar|Siti Nurbaya
|Lukman Hakim Saifuddin|
|Pramono Anung|
|Pratikno|
|Moeldoko|
|Doni Monardo|
|Perry Warjiyo|
|Arsul Sani|
|Masinton Pasaribu|
|Nasir Djamil|
|Veronica Koman|
|Idrus Marham|
|Sukanto Tanoto|
|Syahrini|
|Raffi Ahmad|
|Nagita Slavina|
|Luna Maya|
|Ayu Ting Ting|
|Nikita Mirzani|
|Atta Halilintar|
|Deddy Corbuzier|
|Reza Rahadian|
|Joko Anwar|
|Ahmad Dhani|
|Maia Estianty|
|Agnez Mo|Agnes Monica
|Jungkook|
|Jimin|
`;
