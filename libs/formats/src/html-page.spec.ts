import { DocumentError } from './draft.ts';
import type { ArticleDraft } from './draft.ts';
import { PAGE_ELEMENTS_MAX } from './html-article.ts';
import { htmlPage } from './html-page.ts';
import { PAGE_DEPTH_MAX } from './html-content.ts';
import { PAGE_TAGS_MAX, scanPage } from './html-scan.ts';
import { readDocument } from './read-document.ts';

const context = { timeZone: 'Asia/Jakarta', headers: {} };

function draftOf(html: string, headers: Record<string, string> = {}): ArticleDraft {
  const { format, items } = readDocument(
    { bytes: Buffer.from(html), contentType: 'text/html' },
    { ...context, headers },
  );
  expect(format).toBe('html-page');
  const [item] = items;
  if (items.length !== 1 || item === undefined || !('draft' in item)) {
    throw new Error(JSON.stringify(items));
  }
  return item.draft;
}

const paragraphs = [
  'JAKARTA, Harian Contoh - Harga beras medium di Pasar Induk Cipinang, Jakarta Timur, turun menjadi Rp12.500 per kilogram, Senin (23/11/2026), setelah pasokan dari daerah penghasil kembali lancar.',
  '“Pasokan dari Karawang dan Indramayu sudah normal, jadi harga berangsur turun,” kata kepala pasar kepada wartawan, Senin.',
  'Badan Pangan Nasional mencatat stok cadangan beras pemerintah mencapai 3,1 juta ton, tertinggi dalam lima tahun terakhir, sehingga impor tidak diperlukan sampai panen raya tahun depan.',
];
const text = paragraphs.join('\n\n');
const shown = paragraphs.map((paragraph) => `<p>${paragraph}</p>`);

const data = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  identifier: 'cms-77',
  headline: 'Harga Beras Turun',
  datePublished: '2026-11-23T08:55:00+07:00',
  author: { '@type': 'Person', name: 'Nama Penulis' },
};
const script = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

const page = (head: string, body = shown.join('\n')) => `<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>Harga Beras Turun - Harian Contoh</title>
<link rel="canonical" href="https://contoh.example/berita/beras">${head}</head>
<body class="detail"><nav><ul><li><a href="/">Beranda</a><li><a href="/ekonomi">Ekonomi</a></ul></nav>
<div id="wrap"><h1>Harga Beras Turun</h1><article><figure><img src="/beras.jpg"><figcaption>Foto: pekerja
memikul beras.</figcaption></figure>${body}</article></div>
<aside><h3>Terpopuler</h3><a href="/lain">Lain</a></aside><footer>© Harian Contoh</footer>
<script>alert("x")</script></body></html>`;

describe('a whole page', () => {
  it('is the article on it, without menus, captions, other articles and scripts', () => {
    const body = [
      shown[0],
      '<p><strong>Baca juga: <a href="/x">Harga Gula Naik</a></strong></p>',
      '<script>document.write("<p>iklan</p>")</script>',
      '<div><span>ADVERTISEMENT</span><div id="ad-1"></div><span>SCROLL TO CONTINUE WITH CONTENT</span></div>',
      '<p>[Gambas:Video 20detik]</p><p><b>Simak Video: <a href="/v">Harga Gula</a></b></p>',
      shown[1],
      '<style>p{color:red}</style><noscript><img src="/pixel"></noscript>',
      shown[2],
    ].join('\n');
    const meta = '<meta property="og:site_name" content="Harian Contoh">';
    expect(draftOf(page(meta, body))).toEqual({
      url: 'https://contoh.example/berita/beras',
      title: 'Harga Beras Turun',
      language: 'id',
      body: text,
      extras: { source: { name: 'Harian Contoh' } },
    });
  });

  it('is what its JSON-LD says, and is known by its address', () => {
    const draft = draftOf(page(script({ ...data, articleBody: text })));
    expect(draft).toMatchObject({
      url: 'https://contoh.example/berita/beras',
      title: 'Harga Beras Turun',
      body: text,
      byline: 'Nama Penulis',
      publishedAt: '2026-11-23T08:55:00+07:00',
    });
    expect(draft).not.toHaveProperty('id');
  });

  it.each([
    ['is cut short', paragraphs[0]?.slice(0, 100) + '...'],
    ['has lost its paragraphs', paragraphs.join(' ')],
    ['is missing', undefined],
  ])('has its own text when that of its JSON-LD %s', (_name, articleBody) => {
    expect(draftOf(page(script({ ...data, articleBody }))).body).toBe(text);
  });

  it.each([
    ['characters by name', text.replaceAll('“', '&quot;').replaceAll('”', '&amp;quot;')],
    ['tags within lines', text.replace('Harian Contoh', '<b>Harian Contoh</b>')],
  ])('has the paragraphs of its JSON-LD also where that has %s', (_name, articleBody) => {
    const said = draftOf(page(script({ ...data, articleBody }), '')).body;
    expect(said).toBe(articleBody.includes('<b>') ? text : text.replaceAll(/[“”]/g, '"'));
  });

  it('has its own text when that of its JSON-LD has tags and no paragraphs', () => {
    const articleBody = `<b>${text.replaceAll('\n\n', ' ')}</b>`;
    expect(draftOf(page(script({ ...data, articleBody }))).body).toBe(text);
  });

  it('has the text of its JSON-LD when there is none on it', () => {
    expect(draftOf(page(script({ ...data, articleBody: 'Pendek saja.' }), '')).body).toBe(
      'Pendek saja.',
    );
  });

  it.each([
    ['broken', '{"@type":"NewsArticle","headline":'],
    ['with a name twice', '{"@type":"NewsArticle","headline":"A","headline":"B"}'],
    ['with a prototype', '{"@type":"NewsArticle","__proto__":{"headline":"A"}}'],
  ])('is read from its head and content when its JSON-LD is %s', (_name, json) => {
    const head = `<script type="application/ld+json">${json}</script>
      <meta property="og:title" content="Judul &quot;lain&quot; | Harian Contoh">
      <meta property="og:site_name" content="Harian Contoh">
      <meta property="article:published_time" content="2026-11-23T01:55:00Z">`;
    expect(draftOf(page(head))).toMatchObject({
      title: 'Judul "lain"',
      body: text,
      publishedAt: '2026-11-23T01:55:00Z',
    });
  });

  it('reads JSON-LD with line breaks in its strings and comments around it', () => {
    const json = JSON.stringify({ ...data, description: 'Satu dua' }).replace(
      'Satu dua',
      'Satu\ndua',
    );
    const head = `<script type='application/ld+json'>\n<!-- ${json} -->\n</script>`;
    expect(draftOf(page(head))).toMatchObject({
      byline: 'Nama Penulis',
      extras: { summary: 'Satu dua' },
    });
  });

  it('takes of several articles in its data the one with its own address', () => {
    const other = { ...data, headline: 'Lain', url: 'https://contoh.example/lain' };
    const own = { ...data, url: 'http://www.contoh.example/berita/beras/' };
    expect(draftOf(page(script([other, own]))).title).toBe('Harga Beras Turun');
    expect(draftOf(page(script([other, { ...other, url: '/x' }]))).byline).toBeUndefined();
  });

  it('is where its head, else the request says', () => {
    const nowhere = page('').replace(/<link rel="canonical"[^>]*>/, '');
    expect(draftOf(nowhere)).not.toHaveProperty('url');
    const [item] = readDocument(
      { bytes: Buffer.from(nowhere), contentType: 'text/html' },
      { ...context, baseUrl: 'https://contoh.example/' },
    ).items;
    expect(item).not.toHaveProperty('draft.url');
    const front = nowhere.replace(
      '<head>',
      '<head><link rel=canonical href="https://contoh.example/">',
    );
    expect(draftOf(front)).not.toHaveProperty('url');
    const located = { 'content-location': 'https://contoh.example/a' };
    expect(draftOf(nowhere, located).url).toBe('https://contoh.example/a');
    const linked = { link: '<https://contoh.example/b>; rel="canonical"' };
    expect(draftOf(nowhere, linked).url).toBe('https://contoh.example/b');
    const open = nowhere.replace(
      '<head>',
      '<head><base href="https://c.example/"><meta property="og:url" content="/x?a=1&amp;b=2">',
    );
    expect(draftOf(open, linked).url).toBe('https://c.example/x?a=1&b=2');
  });

  it('says what it is about in its head', () => {
    const head = `
      <meta name="description" content="Harga turun &amp; stok cukup">
      <meta name="keywords" content="beras, pangan,,harga">
      <meta name="author" content="Nama Penulis"><meta property="article:author" content="https://fb.example/x">
      <meta property="article:section" content="Ekonomi">
      <meta property="article:modified_time" content="2026-11-23T10:00:00+07:00">
      <meta property="og:image" content="/beras.jpg"><meta property="og:image:width" content="800">
      <meta name="geo.placename" content="Jakarta"><meta name="geo.position" content="-6.2;106.8">
      <meta name="copyright" content="Harian Contoh"><link rel="amphtml" href="/amp/beras">`;
    expect(draftOf(page(head))).toMatchObject({
      updatedAt: '2026-11-23T10:00:00+07:00',
      byline: 'Nama Penulis',
      section: 'Ekonomi',
      extras: {
        summary: 'Harga turun & stok cukup',
        keywords: ['beras', 'pangan', 'harga'],
        authors: [{ name: 'Nama Penulis' }],
        media: [{ url: 'https://contoh.example/beras.jpg', width: 800 }],
        places: [{ name: 'Jakarta', latitude: -6.2, longitude: 106.8 }],
        rights: 'Harian Contoh',
        links: [{ url: 'https://contoh.example/amp/beras', rel: 'amphtml' }],
      },
    });
  });

  it('is dated by its time element in the zone of the feed', () => {
    const body = `<time datetime="2026-11-23 08:55">Senin</time>${shown.join('')}`;
    expect(draftOf(page('', body)).publishedAt).toBe('2026-11-23T08:55:00+07:00');
  });

  it('yields only text, whatever the page hides in it', () => {
    const body = `${shown.join('')}<p onclick="alert(1)">Teks <img src=x onerror=alert(2)>
      <a href="javascript:alert(3)">tautan</a><svg onload=alert(4)><script>alert(5)</script></svg> di sini,
      sebuah kalimat yang cukup panjang, dengan koma, agar tidak dianggap hiasan halaman saja.</p>
      <iframe srcdoc="<script>alert(6)</script>"></iframe><scr<script>ipt>alert(7)</script>`;
    const draft = JSON.stringify(draftOf(page('', body)));
    expect(draft).toContain('tautan');
    expect(draft).not.toMatch(/<\w|alert\([1-6]|onerror|javascript:/);
  });
});

describe('every name of the head that docs/formats.md says is read', () => {
  const values: Readonly<Record<string, string>> = {
    url: 'https://contoh.example/nilai',
    publishedAt: '2026-11-23T08:55:00+07:00',
    updatedAt: '2026-11-23T08:55:00+07:00',
    language: 'en',
    'extras.media': 'https://contoh.example/foto.jpg',
    'geo.position': '-6.2;106.8',
    icbm: '-6.2, 106.8',
  };
  const rows = htmlPage.fields.flatMap(({ field, from }) =>
    from
      .flatMap((names) => names.split(/, | and /))
      .filter((name) => /^[a-z]+[.:_-]?[a-z_]+$/i.test(name) && name !== 'title' && name !== 'time')
      .map((name) => [name, field] as const),
  );

  it.each(rows)('%s fills %s', (name, field) => {
    const value = values[name.toLowerCase()] ?? values[field] ?? 'Nilai';
    const draft = draftOf(
      `<html><head><meta name="${name}" content="${value}"></head><p>Teks.</p>`,
    );
    const found = field.startsWith('extras.')
      ? draft.extras?.[field.slice('extras.'.length)]
      : draft[field as keyof typeof draft];
    expect(found).toBeDefined();
  });
});

describe('looking over a page before a tree is made of it', () => {
  it.each([
    ['<p>a<p>b', '<p>a</p><p>b</p>'],
    ['<ul><li>a<li>b</ul>c', '<ul><li>a</li><li>b</li></ul>c'],
    ['<div><p>a</div>b</p>c', '<div><p>a</p></div>bc'],
    ['a < b <3', 'a &lt; b &lt;3'],
    ['<DIV CLASS=x onclick="y">a</DIV >', '<div class="x">a</div>'],
    [`<p class='a"b'>x`, '<p class="a&quot;b">x</p>'],
    ['<svg><p>a</svg>b', 'b'],
    ['<div><nav>a</div>b', '<div></div>b'],
    ['<p><i class=icon></i>a<span class=x><b></b></span>', '<p>a</p>'],
    ['<p><b>a</b> <span>b</span> <span class=x>c</span>', '<p>a b <span class="x">c</span></p>'],
    ['<b class=x><b>a</b>b</b>c', '<b class="x">ab</b>c'],
    ['<p hidden>a</p><p style="color:red; display: none">b</p><p aria-hidden=true>c</p>d', 'd'],
    ['<a/>a<br/>b<img>', 'a<br>b'],
    ['<a href=/x/>a</a>', '<a href="/x/">a</a>'],
    ['<o:p>a</o:p><constructor>b', 'a<constructor>b</constructor>'],
    ['<!-- <p> --><!doctype html><?php ?>a', 'a'],
    ['<script>"<p>"</script><textarea></p></textarea>a', 'a'],
    ['<p title="never closed>a', '<p>a</p>'],
    ['a<', 'a&lt;'],
    ['İ<SCRIPT>İ</SCRIPT><P>a</P>', 'İ<p>a</p>'],
    ['a<b', 'a'],
    ['a</', 'a'],
    ['<script>a', ''],
  ])('makes %s well-formed', (html, content) => {
    expect(scanPage(html).content).toBe(content);
  });
});

/** Milliseconds of CPU. */
const REFUSED_MS_MAX = 200;

describe('a hostile page', () => {
  it.each([
    ['deep', '<div>'.repeat(PAGE_DEPTH_MAX + 1)],
    ['very deep', '<div>'.repeat(500_000)],
    ['nested wrongly', '<div></p>'.repeat(300_000)],
    ['never closed', '<b>x'.repeat(500_000)],
    ['all tags', '<p>x'.repeat(PAGE_TAGS_MAX + 1)],
    ['all elements', '<h2>x</h2>'.repeat(PAGE_ELEMENTS_MAX + 1)],
    ['all line breaks', 'x<br>'.repeat(PAGE_ELEMENTS_MAX + 1)],
    ['all words', `<p>${'kata, '.repeat(500_000)}`],
  ])('is refused at once when it is %s', (_name, body) => {
    const bytes = Buffer.from(page('', body));
    const started = process.cpuUsage();
    expect(() => readDocument({ bytes, contentType: 'text/html' }, context)).toThrow(DocumentError);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(REFUSED_MS_MAX);
  });

  const MiB = 1024 * 1024;
  it.each([
    ['all open brackets', '<'.repeat(2 * MiB)],
    ['all open quotes', '<p a="'.repeat(25_000)],
    [
      'all attributes',
      `<p ${Array.from({ length: 200_000 }, (_, at) => `a${at}="x"`).join(' ')}>x`,
    ],
    ['all comments', '<!-- '.repeat(300_000)],
    ['all end tags', '</p'.repeat(300_000)],
    ['all scripts', '<script>'.repeat(300_000)],
    ['all entities', `<p>${'&amp'.repeat(200_000)}`],
    ['one long text', `<p>${'kata '.repeat((2 * MiB) / 5)}`],
    ['long names', `<${'x'.repeat(2 * MiB)}>`],
    [
      'many articles in its data',
      script(Array(20_000).fill({ '@type': 'NewsArticle', url: '/x' })),
    ],
    ['many metas', '<meta name=author content=x>'.repeat(25_000)],
  ])('is read or refused in bounded time when it is %s', (_name, body) => {
    const bytes = Buffer.from(page('', body));
    const started = process.cpuUsage();
    try {
      readDocument({ bytes, contentType: 'text/html' }, context);
    } catch (error) {
      expect(error).toBeInstanceOf(DocumentError);
    }
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(2_000);
  });
});
