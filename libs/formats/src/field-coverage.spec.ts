import { parseStrictJson, PushArticle } from '@warta/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Item } from './draft.ts';
import type { Format, ParsedDocument } from './format.ts';
import { allFormats, readDocument } from './read-document.ts';
import { parseXml } from './xml-document.ts';

const folder = join(import.meta.dirname, '..', 'samples');
const files = readdirSync(folder);
const context = { timeZone: 'Asia/Jakarta', headers: {} };

/** `newsml-g2-text.xml` belongs to newsml-g2: the longest name of a format that it begins with. */
function samplesOf({ name }: Format): string[] {
  const owner = (file: string) =>
    allFormats
      .map((format) => format.name)
      .filter((one) => file === `${one}.${file.split('.')[1]}` || file.startsWith(`${one}-`))
      .sort((a, b) => b.length - a.length)[0];
  return files.filter((file) => owner(file) === name);
}

function parsed(file: string): ParsedDocument {
  const text = readFileSync(join(folder, file), 'utf8');
  if (file.endsWith('.json')) return { kind: 'json', value: parseStrictJson(text) };
  if (file.endsWith('.html')) return { kind: 'html', text };
  return { kind: 'xml', root: parseXml(text) };
}

const isThere = (value: unknown) =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

function fills(field: string, item: Item, documented: readonly string[]): boolean {
  if (field === 'withdrawal') return 'withdrawal' in item;
  if (!('draft' in item)) return false;
  const { draft } = item;
  const extras: Record<string, unknown> = draft.extras ?? {};
  if (field === '*') return isThere(draft.title) && isThere(draft.body);
  if (field === 'extras' || field === 'extras.*') {
    return Object.keys(extras).some((name) => !documented.includes(`extras.${name}`));
  }
  if (field.startsWith('extras.')) return isThere(extras[field.slice('extras.'.length)]);
  if (field === 'body' && !documented.includes('bodyHtml')) {
    return isThere(draft.body) || isThere(draft.bodyHtml);
  }
  return isThere(draft[field as keyof typeof draft]);
}

describe.each(allFormats.map((format) => [format.name, format] as const))(
  'the samples of %s',
  (name, format) => {
    const samples = samplesOf(format);

    it('are recognised without a media type, and every article of them is valid', () => {
      expect(samples).not.toEqual([]);
      for (const file of samples) {
        const { format: read, items } = readDocument(
          { bytes: readFileSync(join(folder, file)) },
          context,
        );
        expect([file, read]).toEqual([file, name]);
        expect(items).not.toEqual([]);
        for (const item of items) {
          if ('refusal' in item) throw new Error(`${file}: ${JSON.stringify(item)}`);
          if ('draft' in item) expect(PushArticle.safeParse(item.draft).error).toBeUndefined();
        }
      }
    });

    it('fill every field that docs/formats.md says the format has', () => {
      const items = samples.flatMap((file) => format.read(parsed(file), context));
      const documented = format.fields.map(({ field }) => field);
      const empty = documented.filter(
        (field) => !items.some((item) => fills(field, item, documented)),
      );
      expect(empty).toEqual([]);
    });

    it('say nothing that docs/formats.md does not', () => {
      const items = samples.flatMap((file) => format.read(parsed(file), context));
      const documented = new Set(format.fields.map(({ field }) => field));
      if (documented.has('*')) return;
      const isOpen = documented.has('extras') || documented.has('extras.*');
      const said = items.flatMap((item) => {
        if (!('draft' in item)) return 'withdrawal' in item ? ['withdrawal'] : [];
        const { extras = {}, ...draft } = item.draft;
        const names = Object.keys(extras).map((extra) => `extras.${extra}`);
        return [...Object.keys(draft), ...(isOpen ? [] : names)];
      });
      // Either is the text of the article.
      if (documented.has('body')) documented.add('bodyHtml');
      expect(said.filter((field) => !documented.has(field))).toEqual([]);
    });
  },
);

it('the document that docs/formats.md sends for each format is an article of its own, in public', () => {
  const shown = files.filter((file) =>
    allFormats.some(({ name }) => file.replace(/\.\w+$/, '') === name),
  );
  const names = shown.map((file) => {
    const [item] = readDocument({ bytes: readFileSync(join(folder, file)) }, context).items;
    if (item === undefined || !('draft' in item)) throw new Error(`${file} has no article`);
    expect([file, item.draft.status]).not.toEqual([
      file,
      expect.stringMatching(/withheld|canceled/),
    ]);
    return item.draft.id ?? item.draft.url;
  });
  expect(new Set(names).size).toBe(allFormats.length);
});
