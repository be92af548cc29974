import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ITEMS_MAX } from '@warta/contracts';
import { summaryOf } from './push-command.ts';
import { DOCUMENT_BYTES_MAX, partsOf, sourcesOf } from './push-source.ts';

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

  it('is every file of a folder, of all levels, and no hidden one', () => {
    const root = join(folder, 'archive');
    mkdirSync(join(root, 'b'), { recursive: true });
    for (const name of ['b/2.xml', 'a.json', '.hidden']) writeFileSync(join(root, name), 'x');
    expect(sourcesOf(root)).toEqual([join(root, 'a.json'), join(root, 'b/2.xml')]);
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

  it('is summed up with the documents that could not be read at all', () => {
    const item = (outcome: 'accepted' | 'refused') => ({ pointer: '/0', outcome });
    const answer = { feed: 'f', format: 'rss', counts: {} as never, items: [item('accepted')] };
    expect(summaryOf([])).toBe('nothing pushed');
    expect(
      summaryOf([
        { name: 'a', answer: { ...answer, items: [item('accepted'), item('refused')] } },
        { name: 'b', refusal: '422 Unprocessable' },
      ]),
    ).toBe('1 accepted, 2 refused');
  });
});
