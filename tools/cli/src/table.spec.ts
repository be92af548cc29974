import { highlightForTerminal, printable } from './table.ts';

describe('what a feed wrote, on a terminal', () => {
  const hostile = '\u001b[31mMERAH\u001b[0m \u001b]52;c;ZXZpbA==\u0007 \u202e';

  it('cannot move the cursor, colour the screen or fill the clipboard, matched or not', () => {
    for (const shown of [
      highlightForTerminal(`${hostile} <em>${hostile}</em> ${hostile}`),
      highlightForTerminal(`<em>beras</em>${hostile}`),
      printable(hostile),
    ]) {
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it('is shown as it was written, with the match marked', () => {
    expect(
      highlightForTerminal('harga <em>beras</em> &lt;5 &amp; &quot;naik&quot;\n kemarin'),
    ).toBe('harga [beras] <5 & "naik" kemarin');
  });
});
