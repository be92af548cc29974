import { BODY_LENGTH_MAX } from '@warta/contracts';
import { bodyText, BodyHtmlError, HTML_DEPTH_MAX } from './body-text.ts';

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
    ['no markup at all', 'Teks saja', 'Teks saja'],
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
    expect(() => bodyText(nested(80_000))).toThrow(BodyHtmlError);
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

  it('takes hostile megabytes in bounded time', () => {
    const started = performance.now();
    for (const html of [
      '<p>'.repeat(300_000),
      '<'.repeat(900_000),
      '<table><tr><td>'.repeat(150),
      '&amp'.repeat(200_000),
    ]) {
      try {
        bodyText(html);
      } catch (error) {
        expect(error).toBeInstanceOf(BodyHtmlError);
      }
    }
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
