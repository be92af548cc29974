import { setImmediate as nextTurn } from 'node:timers/promises';
import { safeInteger, unnest } from '@warta/postgres';
import type { EntityManager } from 'typeorm';
import type { DecidedPrint, Relation } from './decide-leads.ts';
import type { FingerprintRow } from './fingerprint.entity.ts';
import { keysAround, markOf, storyPrintOf, textKeysAround, WINDOW_MS } from './story-print.ts';
import type { StoryPrint } from './story-print.ts';

/** What is stored of an article, and what should be. */
export interface PrintedArticle {
  readonly articleId: string;
  readonly feed: string;
  /** Taken down, or restored and not pushed since: nothing is to be stored of it. */
  readonly isGone: boolean;
  /** Of its first push that counts. */
  readonly arrivalMs: number;
  /** Present when the article is live: all others lead nobody and follow nobody. */
  readonly print?: StoryPrint;
  readonly stored?: StoredPrint;
}

export type StoredPrint = Pick<
  FingerprintRow,
  'arrival_ms' | 'content_hash' | 'mark' | 'lead_id' | 'lead_mark' | 'similarity' | 'kind'
>;

interface ArticleRow {
  id: string;
  feed: string;
  status: string;
  current_hash: string | null;
  url: string | null;
  published_at: string | null;
  title: string | null;
  body: string | null;
  arrived_at: Date | null;
  stored: StoredPrint | null;
}

const READ_PRINTED = `
  select article.id, article.feed, article.status, article.current_hash, article.url,
    revision.published_at, revision.title, revision.body,
    (select min(coalesce(first_arrival_at, arrival_at)) from revision
      where revision.article_id = article.id) as arrived_at,
    case when print.article_id is not null then json_build_object(
      'arrival_ms', print.arrival_ms::text, 'content_hash', print.content_hash,
      'mark', print.mark, 'lead_id', print.lead_id, 'lead_mark', print.lead_mark,
      'similarity', print.similarity, 'kind', print.kind) end as stored
  from article
  left join revision
    on revision.article_id = article.id and revision.content_hash = article.current_hash
  left join fingerprint as print on print.article_id = article.id
  where article.id = any($1)`;

/**
 * The prints of these articles as their rows now say, made anew from the current text.
 * @param restarted articles whose stored arrival does not count any more.
 */
export async function readPrinted(
  manager: EntityManager,
  ids: readonly string[],
  restarted: ReadonlySet<string>,
): Promise<PrintedArticle[]> {
  const rows: ArticleRow[] = await manager.query(READ_PRINTED, [ids]);
  const printed: PrintedArticle[] = [];
  for (const row of rows) {
    // The longest texts there may be take dozens of milliseconds each: others have their turn between.
    await nextTurn();
    const { id: articleId, feed, stored } = row;
    const arrivalMs = Math.min(
      stored === null || restarted.has(articleId) ? Infinity : safeInteger(stored.arrival_ms),
      row.arrived_at?.getTime() ?? Infinity,
    );
    const isPushed = Number.isFinite(arrivalMs);
    // Never pushed: a takedown or a question came first.
    if (!isPushed && stored === null) continue;
    const print = printOfRow(row, arrivalMs);
    printed.push({
      articleId,
      feed,
      isGone: row.status === 'canceled' || !isPushed,
      arrivalMs,
      ...(print === undefined ? {} : { print }),
      ...(stored === null ? {} : { stored }),
    });
  }
  return printed;
}

function printOfRow(row: ArticleRow, arrivalMs: number): StoryPrint | undefined {
  const { id: articleId, feed, status, current_hash: contentHash, title, body } = row;
  if (status !== 'live' || contentHash === null || body === null) return undefined;
  return storyPrintOf({
    articleId,
    feed,
    contentHash,
    content: { body, ...(title === null ? {} : { title }) },
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
    arrivalMs,
  });
}

/**
 * Looked at of one article's candidates, of each kind. Only a text that has hundreds of others
 * like it, none of which is its copy, reaches it; what is beyond may be related too late or never.
 */
const CANDIDATES_MAX = 200;

/**
 * The very same text is looked for by itself: a bulletin made from a template shares bands with
 * any number of others, and what its copy follows must not be beyond the limit. That is a lead
 * with this text, or the lead that another copy follows.
 */
const READ_CANDIDATES = `
  with found as materialized (
    select distinct near.article_id
    from <given> cross join lateral (
      ${nearBy('text_keys', 'print.article_id', 'print.lead_id is null')}
      union all
      ${nearBy('text_keys', 'print.lead_id', 'print.lead_id is not null')}
      union all
      ${nearBy('keys', 'print.article_id', 'print.lead_id is null')}
      union all
      ${nearBy('keys', 'print.article_id', 'print.lead_id is not null and print.arrival_ms >= given.arrival_ms')}
    ) as near
    where near.article_id <> all($1)
  )
  select print.*, article.feed, lead.arrival_ms as lead_arrival_ms
  from found
  join fingerprint as print on print.article_id = found.article_id
  join article on article.id = print.article_id and article.status = 'live'
    and article.current_hash = print.content_hash
  left join fingerprint as lead on lead.article_id = print.lead_id`;

/** Each kind has an index of its own, so each condition names one. */
function nearBy(keys: string, article: string, condition: string): string {
  return `(select ${article} as article_id from fingerprint as print
     where ${condition} and print.bands && given.${keys}
       and print.at_ms between given.at_ms - ${WINDOW_MS} and given.at_ms + ${WINDOW_MS}
       and print.article_id <> all($1)
     limit ${CANDIDATES_MAX})`;
}

type CandidateRow = { [Name in keyof FingerprintRow]: NonNullable<FingerprintRow[Name]> } & {
  feed: string;
  lead_id: string | null;
  address_hash: string | null;
  lead_arrival_ms: string | null;
};

/** Live articles outside the batch that share a key with one of these prints, within the window. */
export async function readCandidates(
  manager: EntityManager,
  batchIds: readonly string[],
  prints: readonly StoryPrint[],
): Promise<DecidedPrint[]> {
  if (prints.length === 0) return [];
  const columns = {
    keys: ['bigint[]', keysAround],
    text_keys: ['bigint[]', textKeysAround],
    at_ms: ['bigint', (print: StoryPrint) => print.atMs],
    arrival_ms: ['bigint', (print: StoryPrint) => print.arrivalMs],
  } as const;
  const { sql, parameters } = unnest(prints, columns, 2);
  const rows: CandidateRow[] = await manager.query(
    READ_CANDIDATES.replace('<given>', () => sql),
    [batchIds, ...parameters],
  );
  return rows.map((row) => ({
    articleId: row.article_id,
    feed: row.feed,
    contentHash: row.content_hash,
    textHash: row.text_hash,
    ...(row.address_hash === null ? {} : { addressHash: row.address_hash }),
    sketch: fromBytes(row.sketch),
    keys: row.bands,
    atMs: safeInteger(row.at_ms),
    arrivalMs: safeInteger(row.arrival_ms),
    ...(row.lead_id === null
      ? {}
      : {
          lead: {
            articleId: row.lead_id,
            // A lead that is gone: it does not keep the place.
            arrivalMs: row.lead_arrival_ms === null ? Infinity : safeInteger(row.lead_arrival_ms),
          },
        }),
  }));
}

/** A row to write: with a print and perhaps a relation, or only an arrival. */
export interface PrintToWrite extends PrintedArticle {
  readonly relation?: Relation;
}

export async function writePrints(
  manager: EntityManager,
  printed: readonly PrintToWrite[],
): Promise<void> {
  if (printed.length === 0) return;
  const { sql, parameters } = unnest(printed, {
    article_id: ['uuid', ({ articleId }) => articleId],
    arrival_ms: ['bigint', ({ arrivalMs }) => arrivalMs],
    content_hash: ['text', ({ print }) => print?.contentHash],
    mark: ['text', ({ print }) => print && markOf(print)],
    text_hash: ['text', ({ print }) => print?.textHash],
    address_hash: ['text', ({ print }) => print?.addressHash],
    sketch: ['bytea', ({ print }) => print && toBytes(print.sketch)],
    bands: ['bigint[]', ({ print }) => print?.keys],
    at_ms: ['bigint', ({ print }) => print?.atMs],
    lead_id: ['uuid', ({ relation }) => relation?.leadId],
    lead_mark: ['text', ({ relation }) => relation?.leadMark],
    similarity: ['double precision', ({ relation }) => relation?.similarity],
    kind: ['text', ({ relation }) => relation?.kind],
  });
  await manager.query(
    `insert into fingerprint
       (article_id, arrival_ms, content_hash, mark, text_hash, address_hash, sketch, bands, at_ms,
        lead_id, lead_mark, similarity, kind)
     select * from ${sql} order by article_id
     on conflict (article_id) do update set
       arrival_ms = excluded.arrival_ms, content_hash = excluded.content_hash,
       mark = excluded.mark, text_hash = excluded.text_hash,
       address_hash = excluded.address_hash, sketch = excluded.sketch, bands = excluded.bands,
       at_ms = excluded.at_ms, lead_id = excluded.lead_id, lead_mark = excluded.lead_mark,
       similarity = excluded.similarity, kind = excluded.kind`,
    parameters,
  );
}

function toBytes(sketch: Uint32Array): Buffer {
  const bytes = Buffer.alloc(4 * sketch.length);
  sketch.forEach((shingle, at) => bytes.writeUInt32BE(shingle, 4 * at));
  return bytes;
}

function fromBytes(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32BE(4 * at));
}
