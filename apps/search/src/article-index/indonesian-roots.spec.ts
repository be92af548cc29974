import { indonesianForms } from './indonesian-roots.ts';

const rules = new Map(indonesianForms().map((rule) => rule.split(' => ') as [string, string]));

describe('the forms of Indonesian roots', () => {
  it('are each written down once, in words that the analysis would make of them', () => {
    expect(rules.size).toBe(indonesianForms().length);
    for (const [form, root] of rules) expect(`${form} ${root}`).toMatch(/^[a-z]+ [a-z]+$/);
  });

  it('have the nasal that belongs before each letter, and lose the letter that it costs', () => {
    const expected = {
      menunda: 'tunda',
      memilih: 'pilih',
      memproses: 'proses',
      mengirim: 'kirim',
      mengkritik: 'kritik',
      menyerang: 'serang',
      membentuk: 'bentuk',
      mencetak: 'cetak',
      mendidik: 'didik',
      mengajak: 'ajak',
      merusak: 'rusak',
      meminta: 'minta',
      pengadilan: undefined,
    };
    for (const [form, root] of Object.entries(expected)) expect(rules.get(form)).toBe(root);
  });

  it('of a root are the root, whatever else it looks like', () => {
    for (const root of new Set(rules.values())) expect(rules.get(root)).toBe(root);
  });
});
