import { readFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { NameType, TaggedName, Tagger } from './tagger.ts';
import type { AlphabetFile } from './tagger-alphabet.ts';
import { charsPerWord, TaggerAlphabet } from './tagger-alphabet.ts';
import { bestTags } from './viterbi.ts';

const typeOfLabel: Record<string, NameType> = {
  PER: 'PERSON',
  ORG: 'ORGANIZATION',
  LOC: 'LOCATION',
};

/** Training's window; longer ones would be read as nothing the model has seen. */
const WINDOW_TOKENS_MAX = 100;

/**
 * A tagger that tools/train-tagger has trained: ONNX, alphabet and manifest in a folder. One thread: the
 * enricher has a worker a core.
 */
export async function loadOnnxTagger(folder: URL): Promise<Tagger> {
  const readJson = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const { name } = readJson('manifest.json') as { name: string };
  const file = readJson('alphabet.json') as AlphabetFile;
  const session = await InferenceSession.create(readFileSync(new URL('tagger.onnx', folder)), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
  const alphabet = new TaggerAlphabet(file);
  const { articles = 0, idner = articles } = file.conventions;
  const conventions = { article: numberTensor(articles), sentence: numberTensor(idner) };
  return {
    name,
    windowTokensMax: WINDOW_TOKENS_MAX,
    readsPossessives: file.possessives ?? false,
    async tag(window, style) {
      if (window.length === 0) return [];
      const { words, chars, shapes } = alphabet.encode(window);
      const { scores } = await session.run({
        words: new Tensor('int64', words, [window.length]),
        chars: new Tensor('int64', chars, [window.length, charsPerWord]),
        shapes: new Tensor('int64', shapes, [window.length]),
        conventions: conventions[style],
      });
      const rows = scores?.data as Float32Array;
      return namesOf(bestTags(rows, file.tags.length, file.transitions), file.tags);
    },
  };
}

function numberTensor(number: number): Tensor {
  return new Tensor('int64', BigInt64Array.of(BigInt(number)), [1]);
}

/** Rows of B- and I- tags as names; the transitions let no I- stand without its B-. */
function namesOf(path: readonly number[], tags: readonly string[]): TaggedName[] {
  const names: TaggedName[] = [];
  for (const [index, number] of path.entries()) {
    const tag = tags[number] ?? 'O';
    const type = typeOfLabel[tag.slice(2)];
    const last = names.at(-1);
    if (!type) continue;
    if (tag.startsWith('I-') && last?.to === index) last.to = index + 1;
    else names.push({ type, from: index, to: index + 1 });
  }
  return names;
}
