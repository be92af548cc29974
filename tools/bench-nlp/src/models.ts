import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

/** A model that ships. */
export type Model = {
  name: string;
  language: string;
  bytes: number;
  trained?: string;
  /** What it has learnt from, such as "conll2003/train.conllu". */
  inputs: { file: string }[];
  /** What training measured, per set and type. */
  f1: Record<string, Record<string, number>>;
};

const folder = new URL('../../../libs/nlp/model/', import.meta.url);

/** The models in libs/nlp/model, with what their manifests say. */
export function readModels(): Model[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((language) => {
      const own = new URL(`${language}/`, folder);
      const bytes = readdirSync(own)
        .map((file) => statSync(new URL(file, own)).size)
        .reduce((sum, size) => sum + size, 0);
      const file = new URL('manifest.json', own);
      const manifest = existsSync(file)
        ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Model>)
        : {};
      const { name = `tagger-${language}`, trained, inputs = [], f1 = {} } = manifest;
      return { name, language, bytes, inputs, f1, ...(trained && { trained }) };
    });
}
