import { mediaRows } from './gazetteer-media.ts';
import { parseRows } from './gazetteer-row.ts';

const media = new Set(
  parseRows(mediaRows, 'ORGANIZATION', 'organization').flatMap(({ forms }) =>
    forms.map(({ text }) => text.toLowerCase()),
  ),
);

/** Agencies and sites that print their name in capitals or short, beside those of the knowledge base. */
for (const name of 'antara ant upi ani efe detikcom detiknews bisnis sindonews dailymail goal'.split(
  ' ',
)) {
  media.add(name);
}

/** Words that make a line of capitals a paper's name. */
const paperWords = new Set(
  'the times news post daily mail herald tribune journal star sun today magazine media tv radio online press'.split(
    ' ',
  ),
);

/** Whether a name of which nothing is known reads like that of a paper: "THE FILIPINO TIMES". */
export function isLikelyMedium(name: string): boolean {
  return (
    isMedium(name) ||
    name
      .toLowerCase()
      .split(' ')
      .some((word) => paperWords.has(word))
  );
}

const site = /^[\p{L}\p{N}-]{2,30}\.(?:com|co|id|net|org|tv|news)(?:\.[a-z]{2})?$/iu;

/** Whether a name is that of a news agency, paper, broadcaster or news site, as far as we know. */
export function isMedium(name: string): boolean {
  return media.has(name.toLowerCase()) || site.test(name);
}

/** Labels of links to other articles. */
export const readAlsoLabels =
  'bacajuga|(?:baca|lihat|simak|tonton|dengarkan) (?:juga|pula|selengkapnya)|(?:artikel|berita) (?:terkait|lainnya)|' +
  'read (?:also|more)|also read|see also|related (?:articles?|stories|news|content)';

/** Labels that are words of their own elsewhere: only a line that begins so, with a colon. */
export const readAlsoLine =
  /^(?:baca|pilihan (?:editor|redaksi)|more|related|artikel terkait|berita terkait|recommended) ?: ?[^\s,.][^\n]{3,140}[^.\n]$|^baca artikel [^\n]{3,120} selengkapnya[^\n]{0,80}$/iu;

/** Words in the place of a picture, film or post. */
export const embedPattern =
  /\[(?:gambas|video|foto|photo|galeri|gallery|embed|youtube|instagram|twitter|tiktok|caption|image|img|infografis)(?:[: ][^\]\n]{0,120})?\]|pic\.twitter\.com\/\w{1,20}/giu;

/** Whole lines in the place of a post. */
export const embedLine =
  /^(?:view this post on instagram|lihat (?:postingan|unggahan) ini di instagram|(?:a (?:post|photo|video) shared by|(?:sebuah kiriman|postingan|unggahan) (?:yang )?dibagikan oleh)[^\n]{0,100}\(@[\w.]{1,40}\)[^\n]{0,60})$/iu;

/** What asks the reader for something, inside a line: only as printed here. */
export const promptPattern =
  /(?<![\p{L}\p{N}])(?:ADVERTISEMENT|SCROLL TO (?:CONTINUE|RESUME)(?: WITH CONTENT| READING| CONTENT)?)(?![\p{L}\p{N}])|(?<=^|[\s,])(?:loading\.\.\.|#GrowFear[lL]ess with (?:FIMELA|Fimela))(?=\s*$)/gmu;

/** Whole lines of nothing but these words. */
export const fixedPromptLine = asWholeLine([
  'advertisement|advertorial|iklan|sponsored|promoted|adsense',
  'loading\\.{0,3}',
  'scroll to (?:continue|resume)(?: with content| reading)?',
  'halaman (?:selanjutnya|berikutnya|sebelumnya|\\d+ dari \\d+)',
  'advertisement ?[-–—] ?(?:scroll|continue|story|article)[^\\n]{0,40}|(?:story|article) continues (?:below|after)[^\\n]{0,40}',
  'our standards: [^\\n]{0,60}',
  'tags? ?: [^\\n]{0,160}',
  '(?:share|bagikan)(?: this| artikel| berita)?(?: article| ini)? ?:?',
]);

/** Lines that ask for something and name what is offered: a letter, a channel, an app. */
export const offerPromptLine = asWholeLine([
  'dapatkan (?:update|berita|info)[^\\n]{0,120}(?:setiap hari|google news|whatsapp|telegram|aplikasi)[^\\n]{0,160}',
  '(?:(?:ikuti|cek|baca|simak)(?=[^\\n]{0,60}(?:berita|informasi|artikel))|update berita)[^\\n]{0,160}(?:google news|whatsapp|telegram|saluran|channel|aplikasi)[^\\n]{0,100}',
  '(?:sign up (?:for|to)|get our|subscribe to)(?![\\p{L}])[^\\n]{0,80}(?:newsletter|alerts?|updates|e-?mails?|briefing|app|channel|podcast|inbox)(?![\\p{L}])[^\\n]{0,80}',
  'follow us (?:on|at) (?:twitter|facebook|instagram|x|tiktok|youtube|telegram|whatsapp|google|linkedin|threads|@)(?![\\p{L}])[^\\n]{0,120}',
  'simak breaking news[^\\n]{0,240}',
  '(?:follow|ikuti)[^\\n]{0,40}google news[^\\n]{0,60}',
  'fakta atau hoaks\\?[^\\n]{0,100}(?:kebenaran|whatsapp|cek fakta)[^\\n]{0,120}',
]);

/** Lines that open like a prompt; how the article's own sentences are told apart is told elsewhere. */
export const loosePromptLine = asWholeLine([
  '(?:scroll (?:to|untuk|ke bawah|down)|swipe (?:up|untuk))[^\\n]{0,80}',
  'halaman (?:selanjutnya|berikutnya|sebelumnya)[^\\n]{0,80}',
  '(?:lanjut|baca|simak|selengkapnya|bersambung)(?: selengkapnya)? (?:ke|di) halaman[^\\n]{0,80}',
  '(?:simak|tonton|saksikan|lihat) (?:berita )?(?:video|vidio|live|tayangan|juga video)(?![\\p{L}])[^\\n]{0,160}',
  '(?:klik|download|unduh|install|instal) (?:di sini|aplikasi|tautan|link|here|the app|our app)[^\\n]{0,80}',
  '(?:subscribe now|click here)[^\\n]{0,80}',
  'watch (?:the )?video(?: ?:| below| here)[^\\n]{0,100}',
]);

function asWholeLine(lines: readonly string[]): RegExp {
  return new RegExp(`^[\\[(*>• -]{0,3}(?:${lines.join('|')})[\\])]?$`, 'iu');
}

/** The only words behind which a short prompt has a full stop. */
export const pointingEnd =
  /(?:berikut|di bawah|di sini|berikut ini|di bawah ini|selengkapnya|sekarang|below|here|now)\.$/iu;

/** What the further sentences of a long prompt open with. */
export const promptVerbs = new Set(
  'mari caranya klik ikuti anda gabung bergabung simak baca download unduh install instal kemudian lalu follow click com id'.split(
    ' ',
  ),
);

/** Whose picture it is, in brackets. */
export const creditPattern =
  /[([](?:foto|photo|picture|gambar|image|ilustrasi|sumber (?:foto|gambar)|kredit|credit|dok|dokumentasi|courtesy)(?: ?[.:/]|(?= oleh| by)|(?<=courtesy)(?= of))[^()[\]\n]{0,100}[)\]]/giu;

/** The same by the agency's name and a photographer's: capitals count. */
export const agencyCreditPattern =
  /\((?:AP Photo|REUTERS|Reuters|AFP|ANTARA(?: FOTO)?|Antara(?: Foto)?|EPA|Getty Images|Shutterstock|Unsplash|Instagram)\/[@\p{Lu}][^()[\]\n]{1,80}\)/gu;

/** A line that says whose picture or text it is. */
export const creditLine =
  /^(?:(?:copyright|hak cipta)?[ ]?(?:©|\(c\))[^\n]{1,80}|copyright \d{4}[^\n]{1,80}|(?:sumber|keterangan) gambar, [^\n]{1,160}|(?:image|media) (?:caption|source)[,:]? [^\n]{1,160})$/iu;

/** The same by a label behind which captions stand too. */
export const labelledCredit =
  /^(?:foto|photo|gambar|ilustrasi|dok|sumber foto) ?[:/]([^\n]{1,80})$/iu;

/** Words in lower case between the names of such a line. */
export const creditWords =
  /^(?:dok|dokumentasi|via|istimewa|ist|oleh|by|dan|and|dari|from|the|of|courtesy|instagram|twitter|facebook|youtube|tangkapan|layar|screenshot|antara|pribadi|[\p{L}\d.-]+\.(?:com|co|id|net|org)|detik\p{L}{2,8})[.,:]?$/iu;

/** Names of the tasks before a name: who wrote comes before who edited. */
export const writerLabels =
  'penulis|reporter|pewarta|kontributor|jurnalis|wartawan|author|written by';
export const editorLabels = 'editor|redaktur|penyunting|uploader|edited by';

/** Words of an interview's questions and thanks, behind a label like that of a byline. */
export const askingWords = new Set(
  (
    'apa apakah bagaimana mengapa kenapa siapa kapan mana dimana berapa adakah bisakah benarkah lalu jadi ' +
    'terima selamat assalamualaikum menurut bapak pak ibu bu saya kami anda kita ini itu what why who when ' +
    'where how which is are do does did can could would will your you we thank thanks'
  ).split(' '),
);

/** In the place of editors' initials, but no person. */
export const noInitials = new Set(
  'adv ist red dok foto wib tim end yoy qtq mtm ytd mom dkk dll dsb dst sic etc'.split(' '),
);

/** At the start of a text like a place, but none. */
export const noDateline = new Set(
  'video foto breaking news update berita opini kolom infografis hoaks cek fakta eksklusif exclusive watch'.split(
    ' ',
  ),
);

/** Cues that say from whom an article was taken; a name must follow. */
export const takenCues =
  'dilansir|melansir|dikutip|disitat|dinukil|mengutip|menukil|dilaporkan|diberitakan|diwartakan|dikabarkan|' +
  'menurut|according to|citing|cited by|quoted by|reported by';

/** Of them, those that lead to nothing but a source; after the others it must be a known medium. */
export const sureCues = new Set('dilansir melansir dikutip disitat dinukil'.split(' '));

/** Between the cue and the name. */
export const mediumNouns =
  'laman|situs web|situs|media|kantor berita|harian|surat kabar|koran|majalah|portal|stasiun televisi|the news agency|news agency';
