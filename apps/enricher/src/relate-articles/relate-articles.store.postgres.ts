import type { EntityManager } from 'typeorm';
import { decideLeads, wouldFollow } from './decide-leads.ts';
import type { Relation } from './decide-leads.ts';
import { readCandidates, readPrinted, writePrints } from './fingerprint.store.postgres.ts';
import type { PrintedArticle, PrintToWrite, StoredPrint } from './fingerprint.store.postgres.ts';
import { markOf } from './story-print.ts';

export interface RelatedBatch {
  readonly ids: readonly string[];
  /** Whose `rev` this batch has raised already. */
  readonly raised: ReadonlySet<string>;
  /** Restored in this batch: their arrivals from before it do not count. */
  readonly restarted: ReadonlySet<string>;
  /** The last pass of corrections that a new rev takes into account. */
  readonly correctedThrough: number;
}

/** An article whose relation may not be what it was: to be looked at again. */
export interface ArticleToReconsider {
  readonly id: string;
  readonly feed: string;
}

/**
 * Told of one batch. A lead with a larger crowd of followers is let go of step by step: each
 * follower that is reconsidered brings the next ones.
 */
const RECONSIDERED_MAX = 500;

/** Ends with the transaction. The number is only ours within the database: any will do. */
const RELATING_LOCK = 7_236_115;

/**
 * The last step of a batch's transaction, when its articles are written and their rows locked:
 * finds which of them repeat another article, stores it, and raises the `rev` of those for which
 * it changed. Seven statements at most, however large the batch.
 *
 * Returns whoever outside the batch has to be reconsidered for it: followers of what leads no
 * longer or changed, and what came later and would now follow one of these. That rests on what is
 * stored and not on what changed, so a batch that is delivered again returns it again.
 *
 * One batch at a time is in here, until its transaction ends: two copies that arrive at the same
 * moment would not see each other. All of it reads other articles' rows, but writes and locks only
 * the batch's own, which are locked already: nobody waits for anybody in a circle.
 *
 * Once everything that was asked to be reconsidered is, the relations are what `decideLeads` says
 * of the set of live articles, in whatever order they came: each decision rests on earlier
 * arrivals only, and whoever changes makes all later ones that rest on it look again.
 *
 */
export async function relateArticles(
  manager: EntityManager,
  { ids, raised, restarted, correctedThrough }: RelatedBatch,
): Promise<ArticleToReconsider[]> {
  const printed = await readPrinted(manager, ids, restarted);
  await manager.query(`select pg_advisory_xact_lock(hashtext(current_schema()), ${RELATING_LOCK})`);
  const prints = printed.flatMap(({ print }) => print ?? []);
  const candidates = await readCandidates(manager, ids, prints);
  const relations = decideLeads(
    prints,
    candidates.filter(({ lead }) => lead === undefined),
  );
  await store(manager, printed, relations);
  await raiseRev(
    manager,
    printed
      .filter(({ stored, articleId }) => isOther(stored, relations.get(articleId)))
      .map(({ articleId }) => articleId)
      .filter((id) => !raised.has(id)),
    correctedThrough,
  );
  const leads = prints.filter(({ articleId }) => !relations.has(articleId));
  const earlierLeads = printed.flatMap(({ stored }) => stored?.lead_id ?? []);
  const strays = await readStrays(manager, ids, [...ids, ...earlierLeads]);
  const told = new Map(strays.map((stray) => [stray.id, stray]));
  for (const { articleId: id, feed } of wouldFollow(leads, candidates)) told.set(id, { id, feed });
  return [...told.values()];
}

async function store(
  manager: EntityManager,
  printed: readonly PrintedArticle[],
  relations: ReadonlyMap<string, Relation>,
): Promise<void> {
  const gone = printed.filter(({ isGone }) => isGone);
  if (gone.length > 0) {
    await manager.query('delete from fingerprint where article_id = any($1)', [
      gone.map(({ articleId }) => articleId),
    ]);
  }
  const changed = printed.flatMap((one): PrintToWrite[] => {
    const relation = relations.get(one.articleId);
    if (one.isGone || isStored(one, relation)) return [];
    return [{ ...one, ...(relation === undefined ? {} : { relation }) }];
  });
  await writePrints(manager, changed);
}

function isStored(
  { stored, print, arrivalMs }: PrintedArticle,
  relation: Relation | undefined,
): boolean {
  if (stored === undefined) return false;
  return (
    stored.arrival_ms === String(arrivalMs) &&
    stored.content_hash === (print?.contentHash ?? null) &&
    stored.mark === (print === undefined ? null : markOf(print)) &&
    stored.lead_mark === (relation?.leadMark ?? null) &&
    !isOther(stored, relation)
  );
}

/** Whether what is published about it is other than what is stored. */
function isOther(
  stored: Pick<StoredPrint, 'lead_id' | 'similarity' | 'kind'> | undefined,
  relation: Relation | undefined,
): boolean {
  return (
    (stored?.lead_id ?? undefined) !== relation?.leadId ||
    (stored?.similarity ?? undefined) !== relation?.similarity ||
    (stored?.kind ?? undefined) !== relation?.kind
  );
}

async function raiseRev(
  manager: EntityManager,
  ids: readonly string[],
  correctedThrough: number,
): Promise<void> {
  if (ids.length === 0) return;
  await manager.query(
    `update article set rev = rev + 1, changed_at = now(), corrected_through = $2
     where id = any($1) and rev > 0`,
    [ids, correctedThrough],
  );
}

/** Followers outside the batch whose lead leads no longer, or is not what it was. */
async function readStrays(
  manager: EntityManager,
  batchIds: readonly string[],
  leadIds: readonly string[],
): Promise<ArticleToReconsider[]> {
  return manager.query(
    `select print.article_id as id, article.feed
     from fingerprint as print
     join article on article.id = print.article_id
     left join fingerprint as lead on lead.article_id = print.lead_id
     left join article as its on its.id = print.lead_id
     where print.lead_id = any($2) and print.article_id <> all($1)
       and (lead.article_id is null or lead.lead_id is not null
         or lead.mark is distinct from print.lead_mark or its.status <> 'live'
         or its.current_hash is distinct from lead.content_hash)
     order by print.arrival_ms, print.article_id
     limit ${RECONSIDERED_MAX}`,
    [batchIds, leadIds],
  );
}
