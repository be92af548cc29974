import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Annotation } from '@warta/contracts';
import fc from 'fast-check';
import { annotatedText } from './annotated-text.ts';
import { annotationData } from './annotation-data.ts';
import { exitCodes } from './cli-error.ts';
import { splitTitle, TEXT_BYTES_MAX } from './text-file.ts';

const main = join(import.meta.dirname, 'main.ts');
const projectRoot = join(import.meta.dirname, '../../..');
const golden = join(projectRoot, '../shared/golden');
const goldenPresent = existsSync(join(golden, 'kim-putin.txt'));
if (!goldenPresent) {
  process.stderr.write('left out: the golden article, ../shared/golden is absent\n');
}

const article = [
  'Jokowi bertemu Putin di Moskow',
  '',
  'Presiden Joko Widodo bertemu Presiden Rusia Vladimir Putin di Moskow, Senin (12/6/2023).',
  '“Kami sepakat untuk bekerja sama di bidang pangan,” kata Joko Widodo.',
].join('\n');

type Data = ReturnType<typeof annotationData>;

describe('./warta annotate', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'warta-annotate-'));
    writeFileSync(join(folder, 'berita.txt'), article);
    writeFileSync(join(folder, 'tanpa-judul.txt'), `\uFEFFVladimir Putin tiba di Moskow.\r\n`);
    writeFileSync(join(folder, 'latin1.txt'), Buffer.from('caf\xe9 di Paris', 'latin1'));
    writeFileSync(join(folder, 'kosong.txt'), ' \n\n');
    writeFileSync(join(folder, 'besar.txt'), 'a'.repeat(TEXT_BYTES_MAX + 1));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  /** The command as a person runs it, in the folder of the files. */
  const warta = (args: string[], input = '') =>
    spawnSync(process.execPath, ['--conditions=@warta/source', main, 'annotate', ...args], {
      cwd: folder,
      encoding: 'utf8',
      input,
    });
  const linesOf = (output: string) =>
    output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Data);

  it('shows what is found in the text and as tables, without colours where there is no terminal', () => {
    const { status, stdout, stderr } = warta(['berita.txt', '--published-at', '2023-06-12']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).not.toContain('\x1b');
    expect(stdout).toContain('[Vladimir Putin]:person di [Moskow]:location');
    expect(stdout).toContain('[Senin (12/6/2023)]:date');
    expect(stdout).toContain('“{Kami sepakat untuk bekerja sama di bidang pangan,}”');
    expect(stdout).toMatch(/person +Vladimir Putin +2× +Q7747 +Presiden Rusia +main/);
    expect(stdout).toMatch(/Joko Widodo +kata +“Kami sepakat/);
    expect(stdout).toMatch(/Senin \(12\/6\/2023\) +2023-06-12/);
  });

  it('shows money and counts with their values, and what is reported without quotation marks', () => {
    const text =
      'Menteri Keuangan Sri Mulyani mengatakan bahwa anggaran itu mencapai Rp 2,5 triliun.\n' +
      'Banjir di Jakarta menewaskan 3 orang.';
    const { stdout } = warta(['-', '--published-at', '2023-06-12'], text);
    expect(stdout).toContain('[Rp 2,5 triliun]:amount');
    expect(stdout).toMatch(/Rp 2,5 triliun +2,500,000,000,000 IDR/);
    expect(stdout).toContain('{anggaran itu mencapai [Rp 2,5 triliun]:amount}:reported');
  });

  it('prints one JSON object a line for each file, whose offsets point to the printed words', () => {
    const { status, stdout } = warta(['berita.txt', 'tanpa-judul.txt', '--json']);
    expect(status).toBe(0);
    const [first, second, ...more] = linesOf(stdout);
    expect(more).toEqual([]);
    expect([first?.file, second?.file]).toEqual(['berita.txt', 'tanpa-judul.txt']);
    expect(first?.title).toBe('Jokowi bertemu Putin di Moskow');
    const body = article.slice(first?.bodyStart);
    for (const { mentions } of first?.entities ?? []) {
      for (const { text, field, start, end } of mentions) {
        expect((field === 'title' ? (first?.title ?? '') : body).slice(start, end)).toBe(text);
      }
    }
    const moscow = first?.entities.find(({ wikidata }) => wikidata === 'Q649');
    expect(moscow?.mentions.map(({ text, field }) => `${field} ${text}`)).toEqual([
      'title Moskow',
      'body Moskow',
    ]);
    expect(first?.quotes).toMatchObject([{ speaker: 'Joko Widodo', cue: 'kata', direct: true }]);
    expect(second).not.toHaveProperty('title');
    expect(second?.entities.map(({ name }) => name)).toEqual(['Vladimir Putin', 'Moskow']);
  });

  it('reads standard input, and counts "kemarin" from the time of publication', () => {
    const text = 'Kemarin Putin tiba di Moskow.';
    const { stdout } = warta(['-', '--json', '--published-at', '2023-06-12T08:00:00+07:00'], text);
    expect(linesOf(stdout)[0]).toMatchObject({ file: '-', dates: [{ value: '2023-06-11' }] });
  });

  it.each([
    ['a missing file', ['tidak-ada.txt'], /tidak-ada\.txt could not be read: there is no such/],
    ['a folder', ['.'], /could not be read: it is a folder/],
    ['bytes that are not UTF-8', ['latin1.txt'], /latin1\.txt is not UTF-8 text/],
    ['a text over the cap', ['besar.txt'], /besar\.txt is larger than 1 MiB/],
    ['a file without text', ['kosong.txt'], /kosong\.txt has no text/],
    [
      'a bad time',
      ['berita.txt', '--published-at', 'kemarin'],
      /kemarin is no time: write it like/,
    ],
    ['a day that no year has', ['berita.txt', '--published-at', '2023-02-30'], /is no time/],
  ])('says in one sentence what is wrong with %s', (_, args, sentence) => {
    const { status, stdout, stderr } = warta(args);
    expect({ status, stdout }).toEqual({ status: exitCodes.usage, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  (goldenPresent ? it : it.skip)('finds the golden article as an editor marked it', () => {
    const { stdout } = warta([
      join(golden, 'kim-putin.txt'),
      '--json',
      '--published-at=2023-06-12T16:00:00+07:00',
    ]);
    const [data] = linesOf(stdout);
    const marked = JSON.parse(readFileSync(join(golden, 'kim-putin.json'), 'utf8')) as {
      entities: { name: string; mentions: string[]; wikidata?: string; optional?: boolean }[];
      quotes: { text: string; speaker: string; cue: string }[];
      dates: { text: string; value: string }[];
    };
    for (const { name, mentions, wikidata } of marked.entities.filter((each) => !each.optional)) {
      const found = data?.entities.find((entity) => entity.name === name);
      expect(new Set(found?.mentions.map(({ text }) => text))).toEqual(new Set(mentions));
      if (wikidata) expect(found?.wikidata).toBe(wikidata);
    }
    for (const quote of marked.quotes) {
      expect(data?.quotes).toContainEqual(expect.objectContaining(quote));
    }
    expect(data?.dates.map(({ text, value }) => ({ text, value }))).toEqual(marked.dates);
  });
});

describe('the parts of an annotation that this command does not know', () => {
  it('are passed on as they are', () => {
    const known = { extractor: 'x', version: '1', language: 'id', flags: [], quotes: [] };
    const annotation: Annotation & { later: number[] } = {
      ...known,
      entities: [],
      dates: [],
      later: [3],
    };
    const data = annotationData('a.txt', { body: 'x', bodyStart: 0 }, annotation);
    expect(data).toMatchObject({ later: [3] });
  });
});

describe('a title', () => {
  it.each([
    ['a first line with an empty line after it', 'Judul\n\nIsi.', 'Judul', 'Isi.'],
    ['also with the line ends of Windows', 'Judul\r\n \r\nIsi.\r\n', 'Judul', 'Isi.\r\n'],
    ['not a first line that goes on', 'Satu\nDua.\n\nTiga.', undefined, 'Satu\nDua.\n\nTiga.'],
    ['not the only line', 'Satu.\n\n', undefined, 'Satu.\n\n'],
    ['not an empty first line', '\n\nIsi.', undefined, '\n\nIsi.'],
  ])('is %s', (_, text, title, body) => {
    const split = splitTitle(text);
    expect(split.title).toBe(title);
    expect(split.body).toBe(body);
    expect(text.slice(split.bodyStart)).toBe(body);
  });
});

describe('the text on a terminal', () => {
  it('keeps every word, however the spans cut it', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([one, other]) => ({
      kind: 'quote' as const,
      start: Math.min(one, other),
      end: Math.max(one, other) + 1,
    }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const text = 'Kami sepakat.\nKata Budi di Jakarta, Senin malam.';
        const shown = annotatedText(text, spans);
        expect(shown.replaceAll(/[{}]/g, '')).toBe(text);
        expect(shown.split('{').length).toBe(shown.split('}').length);
      }),
    );
  });

  it('cannot be taken over by what the text holds', () => {
    expect(annotatedText('a\x1b[2Jb\u202ec\nd', [])).toBe('a [2Jb c\nd');
  });
});
