import {
  ArticleIndex,
  CREATE_TIMEOUT_MS,
  indexSettings,
  IndexSetupError,
} from '../article-index/article-index.ts';
import { articleMapping } from '../article-index/article-mapping.ts';
import { layoutOf } from '../article-index/index-layout.ts';

/** While an index is filled nobody searches it: larger segments, written less often. */
const FILLING_REFRESH = '30s';

/** The indices of articles there are. */
export interface Indices {
  /** Behind the aliases that searches and writes use. */
  readonly current: string;
  /** Behind the alias of a rebuild that has not ended. */
  readonly target: string | undefined;
  /** Behind none of them: what rebuilds have left. */
  readonly left: readonly string[];
  /** Of the next new one. */
  readonly next: string;
}

/** The new index as the means that fill one know it: by an alias of its own, which they insist on. */
export function targetOf({ client, prefix, askLimit }: ArticleIndex): ArticleIndex {
  return new ArticleIndex(client, prefix, askLimit, `${prefix}articles-rebuild`);
}

/** @throws IndexSetupError when the aliases are not at one index each, and both at the same. */
export async function readIndices(index: ArticleIndex): Promise<Indices> {
  const { client, names, prefix } = index;
  const family = `${prefix}articles-v1-`;
  const found = Object.entries(await client.indices.getAlias({ index: `${family}*` }))
    .filter(([name]) => /^\d{6}$/.test(name.slice(family.length)))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const behind = (alias: string) =>
    found.flatMap(([name, { aliases }]) => (Object.hasOwn(aliases, alias) ? [name] : []));
  const [read, write, target] = [names.read, names.write, targetOf(index).names.write].map(behind);
  const [current] = write ?? [];
  if (current === undefined || write?.length !== 1 || String(read) !== current) {
    throw new IndexSetupError(
      `${names.read} is at ${String(read) || 'no index'} and ${names.write} at ${String(write) || 'no index'}: point both at the same one`,
    );
  }
  const last = Number(found.at(-1)?.[0].slice(family.length) ?? 0);
  return {
    current,
    target: target?.[0],
    left: found.map(([name]) => name).filter((name) => name !== current && name !== target?.[0]),
    next: `${family}${String(last + 1).padStart(6, '0')}`,
  };
}

/**
 * The index that is to be filled: the one that a run before has left unfinished, as long as it was
 * made as this version makes them, else a new one.
 */
export async function openTarget(
  index: ArticleIndex,
): Promise<{ name: string; current: string; isContinued: boolean }> {
  const { client } = index;
  const { current, target, next } = await readIndices(index);
  if (target !== undefined) {
    if ((await layoutIn(index, target)) === layoutOf(articleMapping)) {
      return { name: target, current, isContinued: true };
    }
    await client.indices.delete({ index: target });
  }
  await client.indices.create(
    {
      index: next,
      settings: { ...indexSettings, refresh_interval: FILLING_REFRESH },
      mappings: { ...articleMapping, _meta: { layout: layoutOf(articleMapping) } },
      aliases: { [targetOf(index).names.write]: { is_write_index: true } },
    },
    { requestTimeout: CREATE_TIMEOUT_MS },
  );
  return { name: next, current, isContinued: false };
}

/** Whether the index was made as this version makes them; a new field alone is added in place. */
export async function layoutIn(
  { client }: ArticleIndex,
  name: string,
): Promise<string | undefined> {
  const mappings = await client.indices.getMapping({ index: name });
  return mappings[name]?.mappings._meta?.['layout'] as string | undefined;
}

/** From now on a refresh shows what was written, as in every index that is searched. */
export async function endFilling({ client }: ArticleIndex, name: string): Promise<void> {
  const { refresh_interval } = indexSettings;
  await client.indices.putSettings({ index: name, settings: { refresh_interval } });
}

/**
 * Deletes the indices that rebuilds have left behind: nobody takes down in them what is withdrawn.
 * @param isAbandoned also the one that an unfinished rebuild would go on with.
 * @returns their names.
 */
export async function dropLeft(
  index: ArticleIndex,
  isAbandoned = false,
): Promise<readonly string[]> {
  const { current, target, left } = await readIndices(index);
  const unfinished = isAbandoned && target !== undefined && target !== current ? [target] : [];
  const dropped = [...left, ...unfinished];
  for (const name of dropped) await index.client.indices.delete({ index: name });
  return dropped;
}
