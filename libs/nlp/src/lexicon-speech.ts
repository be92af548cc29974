import { wordSet } from './lexicon-words.ts';

/** Reporting verbs that come after the quoted words and before the speaker: "…," kata X. */
export const verbsBeforeSpeaker = wordSet(`
kata ujar tutur ungkap ucap jelas tegas imbuh tambah papar terang lanjut sambung tandas pungkas beber
tulis sebut cetus seru tanya jawab kenang harap keluh saran pinta klaim kilah tukas timpal simpul tekan
urai cerita pesan nilai demikian begitu tutup komentar puji sahut bantah celetuk kritik canda kelakar
sindir cuit sanggah gurau elak balas teriak bisik gerutu sergah said says added adds told wrote writes asked recalled explained
continued replied noted argued warned insisted tweeted concluded declared shouted responded observed
admitted acknowledged joked quipped agreed reported
`);

/** The same with -nya: the speaker is the one who spoke last. */
export const verbsOfSameSpeaker = wordSet(`
katanya ujarnya tuturnya ungkapnya ucapnya jelasnya tegasnya imbuhnya tambahnya paparnya terangnya
lanjutnya sambungnya tandasnya pungkasnya bebernya tulisnya sebutnya cetusnya serunya tanyanya jawabnya
tutupnya bantahnya cuitnya sahutnya akunya komentarnya candanya kelakarnya celetuknya kritiknya pujinya
elaknya balasnya teriaknya bisiknya sergahnya
sindirnya sesalnya terusnya tuntasnya kicaunya
kenangnya harapnya keluhnya sarannya pintanya klaimnya kilahnya tukasnya timpalnya urainya ceritanya
`);

/** Verbs that come between the speaker and the quoted words, whole sentences or fragments. */
export const verbsAfterSpeaker = wordSet(`
mengatakan menyatakan menegaskan menambahkan menjelaskan menyebut menyebutkan mengungkapkan menuturkan
menyampaikan memaparkan menerangkan menilai menulis menuding menuduh menyerukan mengklaim membantah
mengaku mengakui menyebutnya menggambarkan melukiskan memuji mengecam mengutuk mengkritik mengancam
berjanji berharap berkata bertanya menjawab meminta mendesak memperingatkan mengingatkan mengumumkan
melaporkan menanggapi mempertanyakan menyarankan mengusulkan bersumpah berpendapat menyayangkan
mengatakannya melanjutkan menyambung menimpali berkomentar berkelakar bercanda berkicau menanyakan
menyesalkan mengimbau menghimbau mencuit berujar bercerita mengeluhkan menyinggung
said says told tells added adds wrote writes warned warns urged urges called calls described describes
vowed promised pledged insisted insists argued argues announced stated claimed claims denied accused
asked asks replied noted notes explained explains praised criticised criticized condemned recalled
continued responded shouted declared tweeted concluded acknowledged admitted suggested agreed
complained lamented countered conceded contended cautioned commented remarked observed joked quipped
testified confirmed predicted hailed likened dismissed labeled labelled branded blasted slammed lauded
boasted mocked reported reports demanded attacked decried denounced touted derided ridiculed asserted
characterized echoed
`);

/** Participles that report speech of the subject of the sentence: "X blasted Y, saying". */
export const reportingParticiples = wordSet(`
saying adding telling calling asking noting arguing insisting warning declaring urging describing
claiming suggesting writing tweeting asserting concluding explaining recalling
`);

/** Small words that may stand between the speaker and the verb. */
const adverbsBeforeVerb = wordSet(`
pun juga kemudian lalu sendiri telah sudah akan sempat kembali pernah turut ikut langsung hanya bahkan
kunjung terus lantas selama ini kini kerap sering selalu justru malah tetap selanjutnya sebelumnya secara tegas also later then has had have earlier repeatedly
again now
`);

/** Words that hand the quoted words to the name after them: Menurut X, "…". */
export const accordingTo = wordSet('menurut kutip mengutip according');

/** Pronouns for the one who spoke last. */
export const speakerPronouns = wordSet('dia ia beliau dirinya he she');

/** Verbs of "disampaikan (oleh) X", which say that X speaks. */
export const passiveReports = wordSet(`
dikatakan disampaikan diungkapkan diungkap dijelaskan ditegaskan ditambahkan dituturkan disebutkan
diakui dibantah ditulis dikonfirmasi dilontarkan diutarakan dikemukakan diceritakan dipaparkan diterangkan dibenarkan
`);

/** Words that begin what is said of a subject, beside the verbs with me-, ber-, di- and ter-. */
export const subjectsOnly = wordSet(`
adalah merupakan ingin mau bisa dapat harus perlu tak tidak belum masih mulai sedang tengah tampil
pasrah optimistis yakin datang hadir lahir pernah pergi pulang tiba duduk keluar masuk bangkit diam lari maju resmi is was has had will would says said
`);

/** What a role without a name can begin with: "kata pria itu", "ujar politikus Golkar ini". */
export const personNouns = wordSet(`
pria wanita perempuan lelaki cowok cewek gadis pemuda politisi politikus mahasiswa istri suami putri
putra ayah ibu bapak pelantun pemeran bintang komedian vokalis gitaris petenis pegulat pesepak pejabat
tokoh pemuka sosok alumnus alumni lulusan jebolan jenderal menteri purnawirawan pengusaha pebisnis
juru juara peraih pemilik legislator pelaku model presenter selebgram youtuber pedangdut biduan rapper man woman lawmaker republican democrat
`);

/** Words that say whose somebody is: "kuasa hukum Budi" is not Budi. */
export const relations = wordSet(`
kuasa hukum pengacara ayah ibu ibunda ayahanda istri suami anak adik kakak orangtua orang keluarga
sahabat teman kerabat sopir putra putri kekasih pacar paman bibi nenek kakek sepupu tetangga rekan
manajer asisten pendukung relawan
`);

/** English nouns for what somebody is or does, before the name: "MSNBC host Chris Matthews". */
export const officeNouns = wordSet(`
host anchor adviser advisor aide correspondent strategist reporter candidate nominee leader activist
researcher scientist resident lawyer attorney spokesman spokeswoman spokesperson director manager chief
editor columnist campaign press communications economist analyst general officer widow retired pollster
co-founder founder chairman chairwoman president secretary professor veteran surrogate supporter
`);

/** "tagar", "film", "the song": what stands in marks behind them is a name or a word, not speech. */
export const namingWords = wordSet(`
kata istilah sebutan tagar judul berjudul bertajuk tajuk lagu film album serial drama sinetron novel buku
program tema bertema slogan jargon julukan dijuluki berjuluk frasa aplikasi acara ajang single video kanal
akun majalah tulisan bertuliskan titled entitled film song album phrase word show series book magazine
`);

/** Offices in short: who is called "Menhub" is printed as "Menteri Perhubungan" elsewhere. */
export const shortOffices: ReadonlyMap<string, string> = new Map([
  ['menkeu', 'menteri keuangan'],
  ['mendagri', 'menteri dalam negeri'],
  ['menlu', 'menteri luar negeri'],
  ['menhub', 'menteri perhubungan'],
  ['menhan', 'menteri pertahanan'],
  ['mendag', 'menteri perdagangan'],
  ['menkes', 'menteri kesehatan'],
  ['mensos', 'menteri sosial'],
  ['menag', 'menteri agama'],
  ['mentan', 'menteri pertanian'],
  ['menaker', 'menteri ketenagakerjaan'],
  ['menpora', 'menteri pemuda'],
  ['menperin', 'menteri perindustrian'],
  ['mendikbud', 'menteri pendidikan'],
  ['menkominfo', 'menteri komunikasi'],
  ['menkumham', 'menteri hukum'],
  ['wapres', 'wakil presiden'],
  ['wagub', 'wakil gubernur'],
  ['wabup', 'wakil bupati'],
  ['dirut', 'direktur utama'],
  ['dirjen', 'direktur jenderal'],
  ['sekjen', 'sekretaris jenderal'],
  ['jubir', 'juru bicara'],
]);

/** Marks that open or close somebody's words. */
export const quotationMarks: ReadonlySet<string> = new Set(['"', '“', '”', '„', '«', '»']);

/** Words that end a role without a name. */
export const demonstratives = wordSet('itu ini tersebut');

/** Words that begin where, when or how something was said, behind the speaker. */
export const circumstanceWords = wordSet(`
di ke dari pada kepada saat ketika dalam usai seusai setelah sebelum seperti melalui lewat via kala
sambil seraya sembari dengan terkait soal tentang menanggapi untuk kemarin hari melansir dikutip
dilansir sebagaimana menjawab sesaat selepas seraya ditemui saat yang in on at during after when while
to via through by of
`);

/** "boldly suggested": what may stand between the speaker and the verb. */
export function isAdverb(token: { key: string; capital: boolean } | undefined): boolean {
  if (!token) return false;
  return adverbsBeforeVerb.has(token.key) || (!token.capital && /^[a-z]{3,}ly$/.test(token.key));
}
