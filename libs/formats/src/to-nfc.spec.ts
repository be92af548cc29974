import fc from 'fast-check';
import { bodyText } from './body-text.ts';
import { cleanText } from './clean-text.ts';
import { toNfc } from './to-nfc.ts';

/** Milliseconds when alone; the rest is for a machine with much else to do. */
const HOSTILE_MS_MAX = 200;

describe('NFC', () => {
  it('is what Unicode makes it, of every text that people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(toNfc(text)).toBe(text.normalize('NFC'));
      }),
    );
    expect(toNfc('Cafe\u0301 \u212B \u1112\u1161\u11AB')).toBe('Café Å 한');
  });

  it.each([
    ['marks in the wrong order', `a${'\u0301'.repeat(100_000)}${'\u0323'.repeat(100_000)}`],
    ['marks in turn', `a${'\u0301\u0323'.repeat(100_000)}`],
    ['marks without a letter', '\u0650\u064B'.repeat(100_000)],
  ])('takes no longer for %s, and keeps them all', (_name, text) => {
    const started = process.cpuUsage();
    const cleaned = cleanText(text);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(HOSTILE_MS_MAX);
    const marks = (one: string) => one.normalize('NFD').replaceAll('\u034F', '').length;
    expect(marks(cleaned.slice(0, 3_000))).toBeGreaterThan(2_000);
    expect(toNfc(cleaned)).toBe(cleaned);
  });

  it('is what HTML becomes, also of characters that it names', () => {
    expect(bodyText('<p>Cafe&#x301;</p>')).toBe('Café');
    const marks = '&#x301;&#x323;'.repeat(30_000);
    const started = process.cpuUsage();
    bodyText(`<p>a${marks}</p>`).normalize('NFKC');
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(HOSTILE_MS_MAX);
  });
});
