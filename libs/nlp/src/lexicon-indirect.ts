import { wordSet } from './lexicon-words.ts';

/** Verbs whose object is a clause even without "bahwa": X mengatakan …. */
export const clauseVerbs = wordSet(`
mengatakan menuturkan menyatakan menegaskan menambahkan menjelaskan menerangkan mengungkapkan mengungkap
memaparkan menyebut menyebutkan mengaku mengakui menilai berharap mengharapkan merinci memastikan
meyakini membenarkan mencontohkan beralasan menduga mengklaim berpendapat berujar berkata bercerita
mengingatkan memprediksi memperkirakan menyayangkan berpandangan membeberkan mengemukakan mengungkapan
berdalih berjanji menekankan mencuit
`);

/** Of those, the ones that nearly always report speech: a common noun may be their subject. */
export const coreVerbs = wordSet(`
mengatakan menuturkan menyatakan menegaskan menambahkan menjelaskan mengaku mengungkapkan menerangkan
menyebutkan
`);

/** Of those, the ones that also take a thing for an object: "mengakui kehebatan lawan". */
export const nounVerbs = wordSet(`
menyatakan menegaskan menambahkan menjelaskan menerangkan mengungkapkan mengungkap memaparkan menyebut
menyebutkan mengakui menilai mengharapkan merinci memastikan membenarkan mencontohkan menduga mengklaim
mengingatkan memprediksi memperkirakan menyayangkan membeberkan mengemukakan berjanji menekankan
meyakini mencuit
`);

/** Verbs that report speech only with "bahwa", "agar" or a question word behind them. */
export const complementVerbs = wordSet(`
menyampaikan melaporkan mengumumkan meminta mengimbau menghimbau mendesak menyarankan mengusulkan
membantah menulis menuliskan menyimpulkan mengabarkan mengonfirmasi mengkonfirmasi mengisyaratkan
memperingatkan menggarisbawahi bersikeras menampik mengutarakan memberitahu menjawab menginformasikan
mengeluhkan menyesalkan berpesan menceritakan mengklarifikasi membocorkan menjamin meyakinkan
`);

/** Words that hand over to what is said. */
export const complementisers = wordSet('bahwa bahwasanya kalau jika jikalau agar supaya');

/** Question words that belong to what is said: "menceritakan bagaimana ia …". */
export const questionWords = wordSet('bagaimana mengapa kenapa apakah apa siapa kapan');

/** Before a verb: it reports no speech of that subject here, or none at all. */
export const denials = wordSet(`
yang untuk dengan tak tidak belum enggan bukan tanpa agar tidaklah jangan menolak bisa dapat harus mau
ingin mampu hendak cukup guna demi dalam bila jika kalau sekadar sekedar berani
`);

/** A clause that begins with one of these is not the main one. */
export const subordinators = wordSet(`
saat ketika setelah sebelum usai seusai jika kalau bila meski meskipun walau walaupun sejak karena
mendengar sambil selepas apabila andai kala tatkala
`);

/** Behind a verb: its object is a thing or the reporter goes on, nothing said follows. */
export const contentBlockers = wordSet(`
soal tentang terkait mengenai hal dan atau oleh untuk itu ini tersebut secara sambil seraya sembari
sebagai demikian begitu juga seperti begini perihal ke dari lagi serta maupun yang
`);

/** Behind a verb: to whom, where or when it was said; what is said comes behind "bahwa" or a comma. */
export const sayingCircumstances = wordSet(`
kepada pada kepadanya padanya di dalam saat ketika usai seusai melalui lewat via kemarin sebelumnya
`);

/** Words that make a clause, beside verbs with a prefix. */
export const predicateWords = wordSet(`
adalah merupakan akan sudah telah bisa dapat tidak tak ada perlu harus masih sangat sedang belum bukan
punya siap ingin mau boleh mungkin pernah lebih cukup hanya juga sulit mudah penting jadi paling kurang
bakal tengah mulai berasal mampu wajib sering sempat tetap kini baru sama terlalu optimistis yakin
`);

/** Nouns for texts and figures, which say nothing: "data menyebutkan bahwa". */
export const textNouns = wordSet(`
data survei penelitian hasil studi pasal aturan undang peraturan ayat angka riset statistik teori
hipotesis kemenangan kekalahan keberhasilan pencapaian kejadian peristiwa kondisi situasi fakta gol
aksi langkah momen foto video unggahan postingan judul tulisan spanduk surat isi poin uu ruu perda keputusan putusan
`);

/** Plans and rules are followed, they say nothing: "menurut jadwal, …". */
export const unspokenSources = wordSet(`
jadwal rencana rencananya jadwalnya data aturan ketentuan hukum undang uu pasal catatan peraturan statistik kalender adat
kepercayaan mitos legenda penanggalan perhitungan hitungan prediksi ramalan kamus
`);

/** "dijelaskannya": the passive whose speaker is the one who spoke last. */
export const passivesOfSameSpeaker = wordSet(`
dikatakannya dijelaskannya ditambahkannya disebutkannya diungkapkannya diakuinya dipaparkannya
diterangkannya dituturkannya disampaikannya ditegaskannya menurutnya diceritakannya dikemukakannya
`);

/** "Dikutip dari X, …": the article repeats another medium. */
export const relays = wordSet('dikutip dilansir melansir mengutip');

/** Verbs of "…, kata X" and "Namun, kata X, …". */
export const speechVerbsOfInsertion = wordSet(`
kata ujar tutur ucap ungkap imbuh papar sambung lanjut terang jelas tambah tandas tegas pungkas sebut
beber cetus kenang nilai
`);

/** Of those, the ones that are hardly ever anything else: somebody without a name may follow. */
export const plainSpeechVerbs = wordSet('kata ujar tutur ucap ungkap imbuh papar');
