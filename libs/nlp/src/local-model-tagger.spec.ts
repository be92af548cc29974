import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLocalModelTagger } from './local-model-tagger.ts';

/** One field of a protobuf message: https://protobuf.dev/programming-guides/encoding. */
function field(number: number, value: number | string | Uint8Array): Buffer {
  if (typeof value === 'number') return Buffer.from([...varint(number << 3), ...varint(value)]);
  const bytes = Buffer.from(value);
  return Buffer.concat([
    Buffer.from([...varint((number << 3) | 2), ...varint(bytes.length)]),
    bytes,
  ]);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

const message = (...fields: Buffer[]) => Buffer.concat(fields);
const FLOAT = 1;
const INT64 = 7;

/** ValueInfoProto of a tensor whose sizes are given by name or number. */
function valueInfo(name: string, type: number, sizes: (string | number)[]): Buffer {
  const shape = sizes.map((size) => field(1, field(typeof size === 'number' ? 1 : 2, size)));
  const tensor = message(field(1, type), field(2, message(...shape)));
  return message(field(1, name), field(2, field(1, tensor)));
}

/** An ONNX model with one weight: the scores of each label for each piece of the vocabulary. */
function modelBytes(scores: number[][]): Buffer {
  const labels = scores[0]?.length ?? 0;
  const weight = message(
    ...[scores.length, labels].map((size) => field(1, size)),
    field(2, FLOAT),
    field(8, 'scores'),
    field(9, Buffer.from(Float32Array.from(scores.flat()).buffer)),
  );
  const gather = message(
    field(1, 'scores'),
    field(1, 'input_ids'),
    field(2, 'logits'),
    field(4, 'Gather'),
  );
  const graph = message(
    field(1, gather),
    field(2, 'tiny'),
    field(5, weight),
    ...['input_ids', 'attention_mask', 'token_type_ids'].map((name) =>
      field(11, valueInfo(name, INT64, ['batch', 'pieces'])),
    ),
    field(12, valueInfo('logits', FLOAT, ['batch', 'pieces', labels])),
  );
  return message(field(1, 8), field(7, graph), field(8, message(field(1, ''), field(2, 13))));
}

const labels = ['O', 'B-PER', 'I-PER', 'B-ORG', 'B-GPE'];
/** Each piece and the label that the tiny model gives it. */
const pieces: [piece: string, label: string][] = [
  ['[PAD]', 'O'],
  ['[UNK]', 'O'],
  ['[CLS]', 'O'],
  ['[SEP]', 'O'],
  ['budi', 'B-PER'],
  ['san', 'I-PER'],
  // Never looked at: a word goes by its first piece.
  ['##toso', 'B-ORG'],
  ['kpk', 'B-ORG'],
  ['medan', 'B-GPE'],
  ['ke', 'O'],
];

function writeModel(folder: string, labelNames: string[]): void {
  const special = (content: string) => ({
    id: pieces.findIndex(([piece]) => piece === content),
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  });
  const tokenizer = {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: ['[PAD]', '[UNK]', '[CLS]', '[SEP]'].map(special),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
      },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(pieces.map(([piece], id) => [piece, id])),
    },
  };
  const config = {
    model_type: 'bert',
    architectures: ['BertForTokenClassification'],
    id2label: Object.fromEntries(labelNames.entries()),
  };
  const json = {
    'config.json': config,
    'tokenizer.json': tokenizer,
    'tokenizer_config.json': { tokenizer_class: 'BertTokenizer', do_lower_case: true },
  };
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  for (const [name, content] of Object.entries(json)) {
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
  const scores = pieces.map(([, label]) => labels.map((name) => (name === label ? 1 : 0)));
  writeFileSync(join(folder, 'onnx/model.onnx'), modelBytes(scores));
}

describe('a model in a folder', () => {
  const parent = mkdtempSync(join(tmpdir(), 'warta-tagger-'));
  afterAll(() => rmSync(parent, { recursive: true }));

  test('takes the place of the built-in tagger, by the tokens it is given', async () => {
    const folder = join(parent, 'tiny');
    writeModel(folder, labels);
    const tagger = await loadLocalModelTagger(folder);
    expect(tagger.name).toBe('local:tiny');
    expect(
      await tagger.tag(['Budi', 'Santoso', 'ke', 'Medan', ',', 'KPK', '\u0000'], 'article'),
    ).toEqual([
      { type: 'PERSON', from: 0, to: 2 },
      { type: 'LOCATION', from: 3, to: 4 },
      { type: 'ORGANIZATION', from: 5, to: 6 },
    ]);
    expect(await tagger.tag([], 'article')).toEqual([]);
  });

  test('without a file it needs says which', async () => {
    await expect(loadLocalModelTagger(join(parent, 'empty'))).rejects.toThrow(
      /empty has no config\.json/,
    );
  });

  test('with labels for something else is refused', async () => {
    const folder = join(parent, 'speech');
    writeModel(folder, ['O', 'NOUN', 'VERB', 'ADJ', 'ADV']);
    await expect(loadLocalModelTagger(folder)).rejects.toThrow(/no label for a person/);
  });
});
