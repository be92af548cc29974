import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOCUMENT_BYTES_MAX, ITEMS_MAX } from '@warta/contracts';
import { partsOf, sourcesOf } from './push-source.ts';

describe('what ./warta push sends', () => {
  let folder: string;
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'warta-push-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is every file of a folder, of all levels, and nothing hidden', () => {
    const root = join(folder, 'archive');
    for (const name of ['b', '.git/objects']) mkdirSync(join(root, name), { recursive: true });
    for (const name of ['b/2.xml', 'a.json', '.hidden', '.git/HEAD', '.git/objects/ab']) {
      writeFileSync(join(root, name), 'x');
    }
    expect(sourcesOf(root)).toEqual([join(root, 'a.json'), join(root, 'b/2.xml')]);
  });

  it('is also what links lead to, once, and a link to nothing is named, not passed over', async () => {
    const root = join(folder, 'linked');
    mkdirSync(join(root, 'b'), { recursive: true });
    const elsewhere = file('elsewhere.json', '{}');
    symlinkSync(elsewhere, join(root, 'b/file.json'));
    symlinkSync(root, join(root, 'b/up'));
    symlinkSync(join(folder, 'nowhere'), join(root, 'lost.json'));
    expect(sourcesOf(root)).toEqual([join(root, 'b/file.json'), join(root, 'lost.json')]);
    await expect(partsOf(join(root, 'lost.json'))).rejects.toThrow('could not be read: ENOENT');
  });

  it('is a file as it is, with the media type of its name', async () => {
    const [part, ...more] = await partsOf(file('feed.rss', '<rss/>'));
    expect(more).toEqual([]);
    expect(part).toMatchObject({ contentType: 'application/xml' });
    expect(part?.bytes.toString()).toBe('<rss/>');
  });

  it('leaves it to the ingestor what a file of another name is', async () => {
    const [part] = await partsOf(file('unknown', '{"id":"1","body":"x"}'));
    expect(part).not.toHaveProperty('contentType');
  });

  it.each([
    ['lines', 'many.ndjson', (all: string[]) => all.join('\n')],
    ['an array', 'many.json', (all: string[]) => `[${all.join(',')}]`],
  ])('is cut into parts that fit when %s hold more than one request takes', async (...given) => {
    const [, name, join_] = given;
    const all = Array.from({ length: 2 * ITEMS_MAX + 1 }, (_, index) =>
      JSON.stringify({ id: `${index}`, body: 'isi '.repeat(800) }),
    );
    const parts = await partsOf(file(name, join_(all)));
    const lines = parts.flatMap(({ bytes }) => bytes.toString().split('\n'));
    expect(lines).toEqual(all);
    for (const { bytes } of parts) {
      expect(bytes.length).toBeLessThanOrEqual(DOCUMENT_BYTES_MAX);
      expect(bytes.toString().split('\n').length).toBeLessThanOrEqual(ITEMS_MAX);
    }
  });
});
