import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';

type Manifest = {
  name: string;
  language: string;
  inputs: { file: string; sha256: string }[];
  outputs: { file: string; bytes: number; sha256: string }[];
  f1: Record<string, Record<string, number>>;
};

const models = new URL('../model/', import.meta.url);
const languages = readdirSync(models, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** What an operator who pulls an image over a thin line was promised. */
const BYTES_MAX = 20_000_000;

describe('the taggers that ship', () => {
  it('are those of Indonesian and English', () => {
    expect(languages).toEqual(['en', 'id']);
  });

  it('together weigh less than 20 MB', () => {
    const sizes = languages.flatMap((language) =>
      readdirSync(new URL(`${language}/`, models)).map(
        (file) => statSync(new URL(`${language}/${file}`, models)).size,
      ),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(BYTES_MAX);
  });

  it.each(languages)('%s: are the files that training wrote, and say what of', (language) => {
    const folder = new URL(`${language}/`, models);
    const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest;
    expect(manifest.language).toBe(language);
    expect(manifest.name).toMatch(new RegExp(`^tagger-${language}-\\d+$`));
    expect(manifest.inputs.length).toBeGreaterThan(1);
    expect(Object.keys(manifest.f1)).not.toEqual([]);
    expect(manifest.outputs.map(({ file }) => file)).toEqual(['tagger.onnx', 'alphabet.json']);
    for (const { file, bytes, sha256 } of manifest.outputs) {
      const data = readFileSync(new URL(file, folder));
      expect({ file, bytes: data.length, sha256: sha256Of(data) }).toEqual({ file, bytes, sha256 });
    }
  });
});

function sha256Of(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
