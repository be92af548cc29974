import fc from 'fast-check';
import { findFurniture, furnitureMax, hideFurniture } from './furniture.ts';

/** Furniture as "kind: text", with true offsets. */
function furniture(body: string): string[] {
  return findFurniture(body).furniture.map(({ kind, text, start, end }) => {
    expect(body.slice(start, end)).toBe(text);
    return `${kind}: ${text}`;
  });
}

describe('datelines', () => {
  test.each([
    ['JAKARTA, KOMPAS.com - Presiden', 'JAKARTA, KOMPAS.com -'],
    ['JAKARTA, KOMPAS.com\u00a0- Presiden', 'JAKARTA, KOMPAS.com\u00a0-'],
    ['TEMPO.CO, Jakarta - Menteri', 'TEMPO.CO, Jakarta -'],
    ['Liputan6.com, Jakarta - Polisi', 'Liputan6.com, Jakarta -'],
    ['Liputan6.com, Jakarta Presiden Joko Widodo', 'Liputan6.com, Jakarta'],
    ['Jakarta (ANTARA) - Badan', 'Jakarta (ANTARA) -'],
    ['(ANTARA) - Badan', '(ANTARA) -'],
    ['WASHINGTON (Reuters) - The', 'WASHINGTON (Reuters) -'],
    ['SEOUL, June 12 (Yonhap) -- North', 'SEOUL, June 12 (Yonhap) --'],
    ['Bisnis.com, JAKARTA — Bank', 'Bisnis.com, JAKARTA —'],
    ['Suara.com - Presiden', 'Suara.com -'],
    ['Jakarta, CNN Indonesia -- Polisi', 'Jakarta, CNN Indonesia --'],
    ['TULUNGAGUNG, iNews.id – Warga', 'TULUNGAGUNG, iNews.id –'],
    ['Surabaya - Polisi menangkap', 'Surabaya -'],
    ['SINGAPORE: The prime minister', 'SINGAPORE:'],
  ])('reads %s', (body, dateline) => {
    expect(furniture(body)).toEqual([`dateline: ${dateline}`]);
  });

  test.each([
    'Real Madrid - tim terbaik',
    'Anak-anak bermain di Jakarta',
    'VIDEO - Presiden tiba',
    'Presiden Joko Widodo - yang akrab disapa Jokowi - tiba',
    'Joko Widodo (Jokowi) - presiden',
    'KPK - lembaga itu',
    '- Presiden tiba',
    'Jakarta: kota yang tak tidur',
  ])('takes %s for the article’s own', (body) => {
    expect(furniture(body)).toEqual([]);
  });
});

describe('links, embeds, prompts and credits', () => {
  test.each([
    ['Satu.\nBaca juga: Harga Beras Naik\nDua.', ['read-also: Baca juga: Harga Beras Naik']],
    ['Satu. (Baca juga: Harga Beras Naik) Dua.', ['read-also: (Baca juga: Harga Beras Naik)']],
    ['Satu.\nBaca Juga :\nHal itu memicu', ['read-also: Baca Juga :']],
    ['Satu.\nBaca juga:,KPK juga mengklarifikasi.', ['read-also: Baca juga:']],
    ['Satu.\nBaca juga: Kami pergi ke sana.', ['read-also: Baca juga:']],
    ['Satu.\nBaca juga:\n- Beras\n- Gula\nDua', ['read-also: Baca juga:\n- Beras\n- Gula']],
    ['Satu.\nBaca juga,“Dia baik,” katanya', ['read-also: Baca juga']],
    [
      'Satu.\nPilihan Editor: Harga Beras Naik\nDua',
      ['read-also: Pilihan Editor: Harga Beras Naik'],
    ],
    ['One.\nRELATED: Rice is dear\nTwo', ['read-also: RELATED: Rice is dear']],
    ['Satu.\nFollow Berita X di Google News\nDua', ['prompt: Follow Berita X di Google News']],
    [
      'One.\nStory continues below advertisement\nTwo',
      ['prompt: Story continues below advertisement'],
    ],
    ['Satu.\nSumber gambar, Getty Images\nDua', ['credit: Sumber gambar, Getty Images']],
    [
      'One.\nCopyright 2023 The Press. All rights reserved.',
      ['credit: Copyright 2023 The Press. All rights reserved.'],
    ],
    ['One.\nRead also: Rice is dear\nTwo.', ['read-also: Read also: Rice is dear']],
    ['katanya. [Gambas:Video 20detik]', ['embed: [Gambas:Video 20detik]']],
    ['Satu.\nView this post on Instagram\nDua', ['embed: View this post on Instagram']],
    ['Satu.\nSCROLL TO CONTINUE WITH CONTENT\nDua', ['prompt: SCROLL TO CONTINUE WITH CONTENT']],
    ['Satu. ADVERTISEMENT Dua', ['prompt: ADVERTISEMENT']],
    ['Satu.\nSimak Video "Banjir di Bekasi"\nDua', ['prompt: Simak Video "Banjir di Bekasi"']],
    ['katanya.,loading...', ['prompt: loading...']],
    ['Jokowi (Foto: Rengga/detikcom) tiba', ['credit: (Foto: Rengga/detikcom)']],
    ['Menteri tiba. (REUTERS/Ani Budi)', ['credit: (REUTERS/Ani Budi)']],
    ['Satu.\nFoto: Istimewa\nDua', ['credit: Foto: Istimewa']],
    ['Satu.\nFoto: Dok. Ani Budi via detikcom\nDua', ['credit: Foto: Dok. Ani Budi via detikcom']],
    ['Satu.\nSimak video berikut ini.\nDua', ['prompt: Simak video berikut ini.']],
    [
      'Satu.\nDapatkan update berita setiap hari dari Kompas.com. Mari gabung di Telegram, caranya klik ini.',
      [
        'prompt: Dapatkan update berita setiap hari dari Kompas.com. Mari gabung di Telegram, caranya klik ini.',
      ],
    ],
    ['One.\nFollow us on Twitter.\nTwo', ['prompt: Follow us on Twitter.']],
    ['One.\nGet our free app\nTwo', ['prompt: Get our free app']],
  ])('finds what stands in %j', (body, expected) => {
    expect(furniture(body)).toEqual(expected);
  });

  test.each([
    'Orang tua harus baca juga buku anak.',
    'Baca: ia membaca buku itu sampai habis.',
    'Kita simak juga bagaimana mereka bekerja.',
    'Iklan rokok dilarang di sekolah itu.',
    'Foto Jokowi dipasang di sana.',
    'The advertisement was withdrawn.',
    'Mereka download di iTunes.',
    'Postingan yang dibagikan oleh akun gosip itu ramai.',
    'Ia mengunggah video [sic] itu.',
    'Update: Polda Jatim menerima informasi penipuan lewat WhatsApp dari Budi Santoso pada Senin.',
    'Cek informasi lewat aplikasi WhatsApp, Budi Santoso tertipu.',
    'Cek informasi itu lewat aplikasi WhatsApp, Menteri Ani Budi mengimbau',
    'Dapatkan berita itu lewat WhatsApp. Warga panik',
    'Lihat video itu, Presiden Joko Widodo menangis di Jakarta.',
    'Simak video "Beras", kata Budi Santoso',
    'Klik tautan itu, uang Budi Santoso hilang',
    'Halaman berikutnya dari buku itu memuat namanya.',
    'Get our troops home, said Senator John McCain.',
    'Sign up for the army, his father told him, and he did.',
    'Follow us home, the boy told police in London.',
    'Follow us on the road to London.',
    'Foto: Rumah Budi Santoso di Bogor terbakar pada Senin.',
    'Foto: Rumah Budi Santoso di Bogor terbakar',
    'He showed it (photo of Senator John McCain) to the jury.',
  ])('takes %s for the article’s own', (body) => {
    expect(furniture(body)).toEqual([]);
  });
});

describe('bylines', () => {
  test.each([
    ['Ia pergi.\n(nar)', 'nar', ['byline: (nar)']],
    ['Ia pergi. [em/jm]', 'em/jm', ['byline: [em/jm]']],
    ['Ia pergi. (rvk/asp)', 'rvk/asp', ['byline: (rvk/asp)']],
    ['Ia pergi. (nar)\nSimak Video "X"', 'nar', ['byline: (nar)', 'prompt: Simak Video "X"']],
    ['Ia pergi. (bs),loading...', 'bs', ['byline: (bs)', 'prompt: loading...']],
    [
      'Ia pergi.\nPenulis: Ani Budi\nEditor: Cita Dewi',
      'Ani Budi',
      ['byline: Penulis: Ani Budi', 'byline: Editor: Cita Dewi'],
    ],
    [
      'Ia pergi.\nPenulis: Ani bin Budi, Cita Dewi dan Eka',
      'Ani bin Budi, Cita Dewi dan Eka',
      ['byline: Penulis: Ani bin Budi, Cita Dewi dan Eka'],
    ],
    ['Ia pergi.\nEditor: Cita Dewi', 'Cita Dewi', ['byline: Editor: Cita Dewi']],
    [
      'Penulis: Ani Budi | Editor: Cita Dewi\nIa pergi.',
      'Ani Budi',
      ['byline: Penulis: Ani Budi', 'byline: Editor: Cita Dewi'],
    ],
    ['By John Smith\nHe left.', 'John Smith', ['byline: By John Smith']],
    [
      'He left.\n(Reporting by Ann Lee; Editing by Bob Ray)',
      'Ann Lee',
      ['byline: (Reporting by Ann Lee; Editing by Bob Ray)'],
    ],
    ['Ia pergi.\nDEWI NURITA', 'DEWI NURITA', ['byline: DEWI NURITA']],
    [
      'Ia pergi.\nDEWI NURITA | ANTARA',
      'DEWI NURITA',
      ['byline: DEWI NURITA', 'attribution: ANTARA'],
    ],
  ])('reads %j', (body, byline, expected) => {
    expect(findFurniture(body).byline).toBe(byline);
    expect(furniture(body)).toEqual(expected);
  });

  test.each([
    'Komisi Pemberantasan Korupsi (KPK)',
    'Ini iklan. (adv)',
    'Kata editor: ia pergi.',
    'By the time he left, it rained.',
    'Ia pergi. (lihat)',
    'Ia pergi [sic]',
    'Wartawan: Bagaimana Menurut Bapak Soal Itu\nBudi: Baik.',
    'Wartawan: Kapan Anda ke sana?\nBudi: Besok.',
    'Penulis: Ia pergi ke sana tanpa kata.',
    'Mereka datang dari timur (jawa)',
    'Ia pergi. (jawa)',
    'Ia pergi.\n(jawa)',
    'Ia pergi\nlewat (zina)',
    'Harta yang haram (zina).',
    'Laba turun 8 persen (yoy).',
    'Ia pergi.\nTHE SUN',
    'Ia pergi.\nHEALTH LINE | INSTAGRAM',
  ])('sees none in %s', (body) => {
    expect(findFurniture(body).byline).toBeUndefined();
  });
});

describe('attribution', () => {
  test.each([
    ['ujarnya seperti dikutip dari AFP, Senin.', ['AFP']],
    ['Dilansir kantor berita Reuters, Senin (12/6/2023), media', ['Reuters']],
    ['Melansir The Guardian, Selasa (17/9/2019) mengutip pihak', ['The Guardian']],
    ['kata dia, dikutip dari Bisnis.com.', ['Bisnis.com']],
    ['seperti dikutip AFP Senin dan dilansir Antara.', ['AFP', 'Antara']],
    ['Dilaporkan Reuters, 10 September 2019, para', ['Reuters']],
    ['Ia pergi.\nSumber: CNN, BBC', ['CNN', 'BBC']],
    ['Ia pergi. (Sumber: Antara)', ['Antara']],
    ['Artikel ini telah tayang di Kompas.com dengan judul Beras', ['Kompas.com']],
    ['seperti dikutip Gizmodo, Senin (12/6/2023)', ['Gizmodo']],
    ['dikutip CinemaBlend bahwa', ['CinemaBlend']],
    ['according to Reuters, he left', ['Reuters']],
    ['He left, Reuters reported.', ['Reuters']],
    ['WASHINGTON (Reuters) - He left', ['Reuters']],
    ['Ia pergi. (Antara/nar)', ['Antara']],
    ['Ia pergi.\nANTARA', ['ANTARA']],
    ['Ia pergi.\nDEWI NURITA | REUTERS | CNN', ['REUTERS', 'CNN']],
    ['Ia pergi.\nREUTERS | INDRA WIJAYA', ['REUTERS']],
    ['Ia pergi.\nTHE FILIPINO TIMES', ['THE FILIPINO TIMES']],
  ])('reads %j', (body, expected) => {
    expect(findFurniture(body).attribution).toEqual(expected);
  });

  test.each([
    'mengutip data satelit, Badan Meteorologi',
    'Dikutip, untuk pertama kalinya perusahaan',
    'mengutip Presiden Joko Widodo yang berkata',
    'dilaporkan Budi Santoso ke polisi',
    'seperti dikutip Budi dalam bukunya',
    'seperti dikutip Rahmawati dalam bukunya',
    'seperti dikutip dari Budi Santoso',
    'melansir Ani Budi Dewi',
    'dikutip dari keterangan tertulis',
    'dilansir, Rabu (18/9/2019)',
    'dilansir Senin (16/9)',
    'menurut Budi Santoso',
  ])('names nobody for %s', (body) => {
    expect(findFurniture(body).attribution).toEqual([]);
  });
});

describe('hiding', () => {
  test('keeps every other character at its place, and datelines and sources readable', () => {
    const body =
      'JAKARTA, KOMPAS.com - Ia pergi, lansir Reuters.\nBaca juga: Budi Datang\nDua. (nar)';
    const { furniture: found } = findFurniture(body);
    const hidden = hideFurniture(body, found);
    expect(hidden).toHaveLength(body.length);
    expect(hidden.trim()).toMatch(/^JAKARTA, KOMPAS\.com - Ia pergi, lansir Reuters\.\n+Dua\.$/);
  });

  const pieces = fc.constantFrom(
    ...[
      'Baca juga: ',
      '\n',
      ' ',
      '(nar)',
      '[Gambas:Video]',
      'Editor: Ani',
      'dilansir Reuters',
      '.',
    ],
    ...[
      'JAKARTA, ',
      'KOMPAS.com',
      ' - ',
      '(Foto: x)',
      'ADVERTISEMENT',
      'Sumber: ',
      '(',
      ')',
      '😀',
      '\ud83d',
    ],
  );

  test('of any text gives pieces in order that do not overlap, and a text as long', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const body = parts.join('');
        const { furniture: found } = findFurniture(body);
        for (const [index, { start, end, text }] of found.entries()) {
          expect(body.slice(start, end)).toBe(text);
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
        }
        expect(hideFurniture(body, found)).toHaveLength(body.length);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  test.each([
    ['links', 'Baca juga: a\n'.repeat(15_000)],
    ['labels in a line', 'Baca juga: '.repeat(18_000)],
    ['brackets', '('.repeat(200_000)],
    ['bylines', 'Editor: Ani Penulis: '.repeat(9_000)],
    ['sources', 'dilansir Reuters '.repeat(11_000)],
    ['capitals', 'A'.repeat(200_000)],
    ['names', 'Ani Budi '.repeat(22_000)],
    ['empty lines', '\n'.repeat(200_000)],
    ['spaces', ' '.repeat(200_000)],
    ['initials', '(nar)'.repeat(40_000)],
  ])('stays quick, and within one event, on a text of nothing but %s', (_name, body) => {
    const started = process.cpuUsage();
    const { furniture: found, attribution } = findFurniture(body);
    const { user } = process.cpuUsage(started);
    expect(found.length).toBeLessThanOrEqual(furnitureMax);
    expect(attribution.length).toBeLessThanOrEqual(furnitureMax);
    expect(user / 1000).toBeLessThan(1_000);
  });
});
