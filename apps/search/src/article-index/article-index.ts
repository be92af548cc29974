import { errors } from '@elastic/elasticsearch';
import type { Client, estypes } from '@elastic/elasticsearch';
import { articleAnalysis } from './article-analysis.ts';
import { articleMapping } from './article-mapping.ts';
import { AskLimit } from './ask-limit.ts';
import { layoutOf } from './index-layout.ts';
import { contradiction, missingFields } from './missing-fields.ts';
import type { Properties } from './missing-fields.ts';

/** The names an index goes by. Searches and writes only ever use the aliases. */
export interface IndexNames {
  /** The first index behind the aliases; a rebuild counts on from it. */
  readonly first: string;
  readonly read: string;
  readonly write: string;
}

/** The index of articles in one Elasticsearch: what searches, indexing and progress work on. */
export class ArticleIndex {
  readonly client: Client;
  readonly names: IndexNames;
  /** What the names of all indices of this service begin with. */
  readonly prefix: string;
  /** Of what readers ask; see `askIndex`. */
  readonly askLimit: AskLimit;

  /** @param alias another one than the usual two, for an index that nobody searches yet. */
  constructor(client: Client, prefix: string, askLimit = new AskLimit(), alias?: string) {
    this.client = client;
    this.prefix = prefix;
    this.askLimit = askLimit;
    this.names = {
      first: `${prefix}articles-v1-000001`,
      read: alias ?? `${prefix}articles-read`,
      write: alias ?? `${prefix}articles-write`,
    };
  }
}

/** Searches walk on by cursor, so no window of results has to be larger than a page and one. */
const RESULT_WINDOW_MAX = 1_000;

/** A busy cluster takes its time to allocate a shard. */
export const CREATE_TIMEOUT_MS = 30_000;

export const indexSettings: estypes.IndicesIndexSettings = {
  number_of_shards: 1,
  // One copy more where there is a second node, and no yellow state where there is none.
  auto_expand_replicas: '0-1',
  // Set explicitly, it also keeps an index nobody searches from putting refreshes off.
  refresh_interval: '1s',
  max_result_window: RESULT_WINDOW_MAX,
  // Acknowledged means on disk: progress is recorded right after.
  translog: { durability: 'request' },
  analysis: articleAnalysis,
};

/** Something about the index that only a person can put right; the message says how. */
export class IndexSetupError extends Error {
  override readonly name = 'IndexSetupError';
}

/**
 * Makes sure that the index is there behind its two aliases, and has every field this version
 * writes. Idempotent, and safe to run in several processes at once.
 * @throws IndexSetupError when the names are taken or the mapping contradicts ours; whatever the
 * client throws when Elasticsearch is away.
 */
export async function ensureIndex(
  { client, names }: Pick<ArticleIndex, 'client' | 'names'>,
  mapping: IndexMapping = articleMapping,
  settings: estypes.IndicesIndexSettings = indexSettings,
): Promise<'created' | 'present'> {
  const isCreated =
    (await aliasesOf(client, names)) === 'absent' &&
    (await create(client, names, mapping, settings));
  if ((await aliasesOf(client, names)) === 'absent') {
    throw new IndexSetupError(
      `the index ${names.first} exists without the aliases ${names.read} and ${names.write}: add them, or delete the index and let it be filled again`,
    );
  }
  if (isCreated) return 'created';
  await addMissingFields(client, names, mapping);
  return 'present';
}

async function aliasesOf(client: Client, names: IndexNames): Promise<'present' | 'absent'> {
  const [read, write] = await Promise.all(
    [names.read, names.write].map(async (name) => {
      if (await client.indices.existsAlias({ name })) return true;
      if (await client.indices.exists({ index: name })) {
        throw new IndexSetupError(
          `${name} is an index, but has to be an alias: something wrote to it while the alias was missing. Delete or reindex it, then start again`,
        );
      }
      return false;
    }),
  );
  if (read !== write) {
    const [missing, existing] = read ? [names.write, names.read] : [names.read, names.write];
    throw new IndexSetupError(
      `the alias ${existing} exists but ${missing} does not: point both at the same index`,
    );
  }
  return read ? 'present' : 'absent';
}

/** @returns false when another process was faster. */
async function create(
  client: Client,
  names: IndexNames,
  mappings: IndexMapping,
  settings: estypes.IndicesIndexSettings,
): Promise<boolean> {
  try {
    // One call: there is never an index without its aliases.
    await client.indices.create(
      {
        index: names.first,
        settings,
        mappings: { ...mappings, _meta: { layout: layoutOf(mappings) } },
        aliases: { [names.read]: {}, [names.write]: { is_write_index: true } },
      },
      { requestTimeout: CREATE_TIMEOUT_MS },
    );
    return true;
  } catch (error) {
    if (typeOf(error) === 'resource_already_exists_exception') return false;
    throw error;
  }
}

/** A new optional field is added in place; anything else needs a new index. */
async function addMissingFields(
  client: Client,
  names: IndexNames,
  { properties }: IndexMapping,
): Promise<void> {
  const indices = await client.indices.getMapping({ index: names.write });
  for (const [index, { mappings }] of Object.entries(indices)) {
    const theirs = mappings.properties ?? {};
    const missing = missingFields(theirs, properties);
    if (Object.keys(missing).length === 0) continue;
    const other = contradiction(theirs, properties);
    if (other !== undefined) throw contradicting(index, `${other} is of another type`);
    try {
      await client.indices.putMapping({ index, properties: missing });
    } catch (error) {
      if (!contradictions.includes(typeOf(error) ?? '')) throw error;
      throw contradicting(index, (error as Error).message);
    }
  }
}

function contradicting(index: string, why: string): IndexSetupError {
  return new IndexSetupError(
    `the mapping of ${index} contradicts this version's: rebuild into a new index (${why})`,
  );
}

type IndexMapping = typeof articleMapping & { readonly properties: Properties };

const contradictions = ['illegal_argument_exception', 'mapper_parsing_exception'];

function typeOf(error: unknown): string | undefined {
  return error instanceof errors.ResponseError
    ? (error.body as { error?: { type?: string } } | undefined)?.error?.type
    : undefined;
}
