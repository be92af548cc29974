import { loadOnnxTagger } from './onnx-tagger.ts';
import type { Tagger, TaggerOfLanguage } from './tagger.ts';

/** Malay is close enough to Indonesian to be tagged as it. */
const folderOfLanguage: Record<string, string> = { id: 'id', ms: 'id', en: 'en' };

const loaded = new Map<string, Promise<Tagger>>();

/** The taggers that ship with Warta, loaded once a thread. */
export const builtInTagger: TaggerOfLanguage = (language) => {
  const folder = folderOfLanguage[language];
  if (!folder) return Promise.resolve(undefined);
  const tagger =
    loaded.get(folder) ??
    // The same place from src/ and from dist/.
    loadOnnxTagger(new URL(`../model/${folder}/`, import.meta.url));
  loaded.set(folder, tagger);
  return tagger;
};
