import { dropIndex, newIndex } from '../testing.ts';
import type { ArticleIndex } from './article-index.ts';
import { unstemmedNames } from './unstemmed-names.ts';

let index: ArticleIndex;
beforeAll(async () => {
  index = await newIndex();
});
afterAll(() => dropIndex(index));

async function termsOf(analyzer: string, text: string): Promise<string[]> {
  const { tokens } = await index.client.indices.analyze({
    index: index.names.read,
    analyzer,
    text,
  });
  return (tokens ?? []).map(({ token }) => token);
}

describe('the words of a text', () => {
  it.each([
    ['tulis', 'menulis penulis penulisan tulisan ditulis tertulis tulisannya'],
    ['pilih', 'memilih pemilih pemilihan pilihan dipilih terpilih'],
    ['kirim', 'mengirim mengirimkan pengirim pengiriman dikirim kiriman'],
    ['serang', 'menyerang penyerang penyerangan serangan diserang'],
    ['tindak', 'bertindak menindak penindakan tindakan tindakannya'],
    ['milik', 'memiliki pemilik dimiliki kepemilikan milik'],
    ['bank', 'perbankan bank'],
    ['menteri', 'menteri kementerian menterinya'],
    ['luas', 'perluasan memperluas diperluas luas'],
    ['rusuh', 'kerusuhan perusuh'],
    ['menang', 'menang kemenangan pemenang memenangkan'],
    ['main', 'bermain pemain permainan dimainkan'],
  ])('in Indonesian: every form of %s is one word', async (root, forms) => {
    expect(new Set(await termsOf('indonesian_stems', forms))).toEqual(new Set([root]));
  });

  it('in Indonesian: words that only look alike stay apart', async () => {
    const apart = 'menteri teri rusak rusa menang kenang bank bangkai tindak tinda';
    const terms = await termsOf('indonesian_stems', apart);
    expect(new Set(terms).size).toBe(terms.length);
  });

  it('in English: forms are one word, a possessive is the name', async () => {
    expect(await termsOf('english_stems', "elections election’s election's Susi’s")).toEqual([
      'elect',
      'elect',
      'elect',
      'susi',
    ]);
  });

  it('are names as they are, in both', async () => {
    const names = `Bali Susi Maluku Kediri Paris Anies Prabowo ${unstemmedNames.join(' ')}`;
    const asTheyAre = names.toLowerCase().split(' ');
    expect(await termsOf('indonesian_stems', names)).toEqual(asTheyAre);
    expect(await termsOf('english_stems', unstemmedNames.join(' '))).toEqual(unstemmedNames);
  });

  it('are the same with an apostrophe within and without, but for a possessive', async () => {
    for (const analyzer of ['exact', 'indonesian_stems', 'english_stems']) {
      expect(await termsOf(analyzer, "Ma'ruf Qur’an Jumʼat")).toEqual(
        await termsOf(analyzer, 'Maruf Quran Jumat'),
      );
    }
    expect(await termsOf('exact', "Ma'ruf's Susi’s")).toEqual(["maruf's", "susi's"]);
  });

  it('are never left out, and accents and case make no difference', async () => {
    for (const analyzer of ['exact', 'indonesian_stems', 'english_stems']) {
      expect(await termsOf(analyzer, 'The Who')).toEqual(['the', 'who']);
      expect(await termsOf(analyzer, 'CAFÉ')).toEqual(await termsOf(analyzer, 'cafe'));
    }
  });
});
