import { highlightedSentences, sentenceAround } from './match-sentences.ts';

describe('the sentences of an alert', () => {
  it('keep their marks and encode everything else', () => {
    const body = ['Harga <em>beras</em> &lt;naik&gt; &amp; turun. ', 'Tanpa tanda.'];
    expect(highlightedSentences({ 'body.id': body, 'title.id': ['<em>Beras</em>'] })).toEqual([
      { field: 'body', html: 'Harga <em>beras</em> &lt;naik&gt; &amp; turun.' },
      { field: 'title', html: '<em>Beras</em>' },
    ]);
  });

  it('are cut around the first mark when they have no end', () => {
    const [sentence] = highlightedSentences({
      'body.id': [`${'kata '.repeat(1_000)}<em>beras</em>${' <script>'.repeat(1_000)}`],
    });
    expect(sentence?.html.length).toBeLessThan(3_000);
    expect(sentence?.html).toContain('<em>beras</em>');
    expect(sentence?.html).not.toContain('<script>');
  });

  it('are found around a mention, which is marked', () => {
    const text = 'Pertama. Kata "Bulog" & kawan. Ketiga.';
    const start = text.indexOf('Bulog');
    expect(sentenceAround(text, { start, end: start + 5 })).toBe(
      'Kata &quot;<em>Bulog</em>&quot; &amp; kawan.',
    );
  });
});
