import type { Furniture } from '@warta/contracts';
import fc from 'fast-check';
import { LEAD_LENGTH_MAX, leadOf } from './article-lead.ts';

const furniture = (body: string, ...texts: string[]): Furniture[] =>
  texts.map((text) => {
    const start = body.indexOf(text);
    return { kind: 'byline', field: 'body', text, start, end: start + text.length };
  });

describe('the lead of an article', () => {
  it('is its first paragraph', () => {
    expect(leadOf('\n \n Harga beras naik. Pasar sepi.\n\nPara pedagang …')).toBe(
      'Harga beras naik. Pasar sepi.',
    );
  });

  it('is not a line of what the publisher put around the text, but may begin with some', () => {
    const body = 'Oleh: Rina Ayu | Foto: Antara\nJakarta - Harga beras naik.\nLebih jauh.';
    const around = furniture(body, 'Oleh: Rina Ayu', '| Foto: Antara', 'Jakarta - ');
    expect(leadOf(body, around)).toBe('Jakarta - Harga beras naik.');
    expect(leadOf(body, furniture(body, 'Oleh: Rina Ayu'))).toBe('Oleh: Rina Ayu | Foto: Antara');
  });

  it('is the beginning of the body when nothing else is there', () => {
    const body = 'Oleh: Rina Ayu';
    expect(leadOf(body, furniture(body, body))).toBe(body);
    expect(leadOf('')).toBe('');
  });

  it('ends between two words, and within its limit, for every text', () => {
    expect(leadOf('kata '.repeat(200))).toMatch(/^(?:kata )+kata$/);
    const bodies = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '😀'), maxLength: 2_000 });
    fc.assert(
      fc.property(bodies, (body) => {
        const lead = leadOf(body);
        expect(lead.length).toBeLessThanOrEqual(LEAD_LENGTH_MAX);
        expect(lead.isWellFormed()).toBe(true);
        expect(lead === '').toBe(body.trim() === '');
      }),
    );
  });
});
