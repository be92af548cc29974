import { BODY_LENGTH_MAX } from '@warta/contracts';
import { bodyText, BodyHtmlError, HTML_DEPTH_MAX, HTML_TAGS_MAX } from './body-text.ts';

/** Milliseconds of work, whatever else the machine has to do. */
const HOSTILE_MS_MAX = 2_000;

describe('the text of an article’s HTML', () => {
  it.each([
    ['paragraphs', '<p>Satu <b>dua</b></p><p>Tiga</p>', 'Satu dua\n\nTiga'],
    ['entities', '<p>Rp5&nbsp;juta &amp; &#8220;ya&#8221;</p>', 'Rp5\u00a0juta & “ya”'],
    ['links without addresses', '<p><a href="https://x.example/">Kompas</a></p>', 'Kompas'],
    ['line breaks', '<p>Satu<br>Dua</p>', 'Satu\nDua'],
    ['headings in their own letters', '<h2>Harga Beras</h2><p>Turun</p>', 'Harga Beras\n\nTurun'],
    ['quotations', '<blockquote><p>“Ya,” katanya.</p></blockquote>', '“Ya,” katanya.'],
    ['lists', '<ul><li>Satu</li><li>Dua</li></ul>', '- Satu\n- Dua'],
    [
      'captions, not pictures',
      '<figure><img alt="x" src="a"><figcaption>Foto</figcaption></figure>',
      'Foto',
    ],
    ['no scripts or styles', '<script>alert(1)</script><style>p{}</style><p>Teks</p>', 'Teks'],
    [
      'no controls, menus or players',
      '<nav><a>Beranda</a></nav><button>Bagikan</button><video>Putar</video><p>Teks</p>',
      'Teks',
    ],
    [
      'links to other articles on a line of their own',
      '<p>Satu.</p><p>Baca juga: <a href="/x"><b>Harga Beras</b></a></p><p>Dua.</p>',
      'Satu.\n\nBaca juga: Harga Beras\n\nDua.',
    ],
    ['table cells apart', '<table><tr><th>Beras</th><td>Rp10</td></tr></table>', 'Beras\nRp10'],
    ['no markup at all', 'Teks saja', 'Teks saja'],
    ['the lines of HTML without a tag', 'A &amp; B\nC&#58;\r\n\r\nD &lt; E', 'A & B\nC:\n\nD < E'],
    [
      'the paragraphs of HTML whose tags make none',
      '<b>Satu</b> dua\n\n<a href="/x">Tiga</a>\n \nempat',
      'Satu dua\n\nTiga\n\nempat',
    ],
    ['no lines that only make a source narrow', 'Satu <b>dua</b>\ntiga', 'Satu dua tiga'],
    ['no lines of a source beside those that it marks', '<p>Satu\n\ndua</p>', 'Satu dua'],
    ['broken markup', '<p>Satu<p>Dua</b></div>', 'Satu\n\nDua'],
    ['markup shown as text', '<p>&lt;script&gt;</p>', '<script>'],
    ['nothing', '', ''],
  ])('keeps %s', (_name, html, text) => {
    expect(bodyText(html)).toBe(text);
  });

  it('refuses HTML so deep that something would be left out, and takes what is less deep', () => {
    const nested = (depth: number) => `${'<div>'.repeat(depth)}inside${'</div>'.repeat(depth)}`;
    expect(bodyText(nested(HTML_DEPTH_MAX - 5))).toBe('inside');
    expect(() => bodyText(nested(HTML_DEPTH_MAX + 5))).toThrow(BodyHtmlError);
  });

  it('refuses more text than an article may have', () => {
    expect(() => bodyText('x'.repeat(BODY_LENGTH_MAX + 1))).toThrow(/200000 characters/);
    expect(bodyText('x'.repeat(BODY_LENGTH_MAX))).toHaveLength(BODY_LENGTH_MAX);
  });

  it('never yields what the stores cannot hold', () => {
    const text = bodyText('<p>a&#0;b&#xD800;c</p>');
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toContain('\u0000');
  });

  it.each([
    ['nested wrongly', '<div></p>'.repeat(100_000)],
    ['nested wrongly, as many tags as allowed', '<div></p>'.repeat(HTML_TAGS_MAX / 2)],
    ['nested deeply', '<b><i><u>'.repeat(100_000)],
    ['never closed', '<p>'.repeat(300_000)],
    ['nothing but brackets', '<'.repeat(900_000)],
    ['one huge cell', '<table><tr><td colspan=100000000 rowspan=100000000>x</td></tr></table>'],
    ['a wide table', `<table><tr>${'<td>x</td>'.repeat(HTML_TAGS_MAX / 2 - 2)}</tr></table>`],
    ['all entities', '&amp'.repeat(200_000)],
    ['nothing but lines', '&amp;\n'.repeat(100_000)],
    ['nothing but empty lines', `<b>${' \n'.repeat(400_000)}`],
    ['nothing but empty lines by number', '&#10;'.repeat(180_000)],
    ['nothing but empty lines by any number', '&#xA&#000010;&NewLine;&#10 '.repeat(40_000)],
    ['nothing but empty lines of many kinds', '\u0085\u2028\v\f\r&#133;&#8232;'.repeat(40_000)],
    ['all attributes', `<p ${Array.from({ length: 90_000 }, (_, n) => `a${n}`).join(' ')}>x</p>`],
  ])('is found or refused within a second or two when it is %s', (_name, html) => {
    const started = process.cpuUsage();
    try {
      bodyText(html);
    } catch (error) {
      expect(error).toBeInstanceOf(BodyHtmlError);
    }
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(HOSTILE_MS_MAX);
  });
});
