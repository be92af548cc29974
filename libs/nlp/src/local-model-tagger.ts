import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { PreTrainedModel, PreTrainedTokenizer } from '@huggingface/transformers';
import type { NameType, TaggedName, Tagger } from './tagger.ts';

/** What the models that people use call the three types, the fourth letter on left out. */
const typeOfLabel: Record<string, NameType> = {
  PER: 'PERSON',
  ORG: 'ORGANIZATION',
  NOR: 'ORGANIZATION',
  LOC: 'LOCATION',
  GPE: 'LOCATION',
  FAC: 'LOCATION',
  PLA: 'LOCATION',
};

/** BERT reads 512 pieces; a word of Indonesian news is two or three. */
const WINDOW_TOKENS_MAX = 128;
/** A word that falls into more pieces is no word: its first ones tell enough. */
const piecesPerWordMax = 8;
const filesNeeded = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];

/**
 * A token-classification model that the operator has put into a folder, in place of the built-in
 * tagger: config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx, as
 * `optimum-cli export onnx` writes them. Labels are B-, I- or bare ones of PER, ORG, LOC and the names
 * that OntoNotes has for them. Read by `@huggingface/transformers`; nothing is ever downloaded.
 *
 * @throws Error that says which file is missing or which label is not understood.
 */
export async function loadLocalModelTagger(folder: string): Promise<Tagger> {
  const path = resolve(folder);
  for (const file of [...filesNeeded, 'onnx/model.onnx']) {
    if (existsSync(`${path}/${file}`)) continue;
    throw new Error(
      `The tagger's folder ${folder} has no ${file}: export the model to ONNX first.`,
    );
  }
  // Loaded only where an operator asks for it: it brings a hundred architectures along.
  const { AutoModelForTokenClassification, AutoTokenizer, env } =
    await import('@huggingface/transformers');
  env.allowRemoteModels = false;
  env.localModelPath = dirname(path);
  const options = { local_files_only: true };
  const tokenizer = await AutoTokenizer.from_pretrained(basename(path), options);
  const model = await AutoModelForTokenClassification.from_pretrained(basename(path), {
    ...options,
    dtype: 'fp32',
    device: 'cpu',
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
  return new LocalModelTagger(basename(path), tokenizer, model, labelsOf(model, folder));
}

type Label = { type: NameType | undefined; begins: boolean };

/** `tag` is called a window at a time: the model's memory stays that of one window. */
class LocalModelTagger implements Tagger {
  readonly name: string;
  readonly windowTokensMax = WINDOW_TOKENS_MAX;
  readonly #tokenizer: PreTrainedTokenizer;
  readonly #model: PreTrainedModel;
  readonly #labels: readonly Label[];

  constructor(
    name: string,
    tokenizer: PreTrainedTokenizer,
    model: PreTrainedModel,
    labels: readonly Label[],
  ) {
    this.name = `local:${name}`.slice(0, 64);
    this.#tokenizer = tokenizer;
    this.#model = model;
    this.#labels = labels;
  }

  async tag(window: readonly string[]): Promise<TaggedName[]> {
    if (window.length === 0) return [];
    const { Tensor } = await import('@huggingface/transformers');
    const [opening = [], closing = []] = this.#specialPieces();
    const pieces: number[] = [...opening];
    const firsts = window.map((word) => {
      const first = pieces.length;
      const own = this.#tokenizer.encode(word, { add_special_tokens: false });
      pieces.push(...own.slice(0, piecesPerWordMax));
      return pieces.length > first ? first : undefined;
    });
    pieces.push(...closing);
    const shape = [1, pieces.length];
    const row = (number: bigint) => new BigInt64Array(pieces.length).fill(number);
    const { logits } = (await this.#model({
      input_ids: new Tensor('int64', BigInt64Array.from(pieces, BigInt), shape),
      attention_mask: new Tensor('int64', row(1n), shape),
      token_type_ids: new Tensor('int64', row(0n), shape),
    })) as { logits: { data: Float32Array } };
    return this.#namesOf(firsts.map((first) => this.#labelAt(logits.data, first)));
  }

  /** What the tokenizer puts around a text, such as [CLS] and [SEP]. */
  #specialPieces(): number[][] {
    const [bare, whole] = [false, true].map((specials) =>
      this.#tokenizer.encode('a', { add_special_tokens: specials }),
    );
    const at = whole?.indexOf(bare?.[0] ?? -1) ?? -1;
    if (!bare || !whole || at === -1) return [];
    return [whole.slice(0, at), whole.slice(at + bare.length)];
  }

  #labelAt(logits: Float32Array, piece: number | undefined): Label | undefined {
    if (piece === undefined) return undefined;
    const count = this.#labels.length;
    const scores = logits.subarray(piece * count, (piece + 1) * count);
    return this.#labels[scores.indexOf(Math.max(...scores))];
  }

  #namesOf(labels: readonly (Label | undefined)[]): TaggedName[] {
    const names: TaggedName[] = [];
    for (const [index, label] of labels.entries()) {
      if (!label?.type) continue;
      const last = names.at(-1);
      const goesOn = last?.to === index && last.type === label.type && !label.begins;
      if (goesOn) last.to = index + 1;
      else names.push({ type: label.type, from: index, to: index + 1 });
    }
    return names;
  }
}

function labelsOf(model: PreTrainedModel, folder: string): Label[] {
  const names = (model.config as { id2label?: Record<string, string> }).id2label ?? {};
  const labels = Object.keys(names).map((_, id) => {
    const [prefix = '', type = prefix] = (names[id] ?? 'O').split('-');
    return { type: typeOfLabel[type.slice(0, 3).toUpperCase()], begins: prefix === 'B' };
  });
  if (labels.some(({ type }) => type)) return labels;
  throw new Error(
    `The model in ${folder} has no label for a person, an organisation or a place in its config.json.`,
  );
}
