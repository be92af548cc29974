import { nameKeyOfCorrections, whereToLook } from '@warta/nlp/corrections';
import type { WhereToLook } from '@warta/nlp/corrections';
import { inTransaction, retrying, safeInteger, unnest } from '@warta/postgres';
import type { DataSource, EntityManager } from 'typeorm';
import { readBook } from './correction-book.store.postgres.ts';
import type { CorrectionPassRow, CorrectionRow } from './correction.entity.ts';

export interface ArticleToAsk {
  readonly id: string;
  readonly feed: string;
}

/** What one look at the work has led to. */
export interface WorkStep {
  readonly ask: readonly ArticleToAsk[];
  readonly planned?: { readonly correctionId: string; readonly articles: number };
  readonly finished: readonly {
    readonly correctionId: string;
    readonly articles: number;
    readonly seconds: number;
  }[];
  /** False when there is nothing to do for a while. */
  readonly isBusy: boolean;
}

const IDLE: WorkStep = { ask: [], finished: [], isBusy: false };

/** Ends with the transaction. The number is only ours within the database: any will do. */
const WORK_LOCK = 7_236_116;

/** Under way at once, in the log or just handled. So a push waits behind that many at most. */
const ASKED_MAX = 100;

/** Passes that take turns: a correction of a few articles does not wait for one of many. */
const PASSES_AT_ONCE = 20;

/** Names given a key in one transaction. */
const NAMES_AT_ONCE = 5_000;

/** Which articles have still to be published again because of corrections. */
export class CorrectionWork {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** One step of one enricher at a time; the others find it done. */
  async step(): Promise<WorkStep> {
    const isOpen: unknown[] = await retrying(() =>
      this.#dataSource.query('select from correction_pass where finished_at is null limit 1'),
    );
    if (isOpen.length === 0) return IDLE;
    if (await this.#nameSome()) return { ...IDLE, isBusy: true };
    return inTransaction(this.#dataSource, async (manager) => {
      const [lock]: { mine: boolean }[] = await manager.query(
        `select pg_try_advisory_xact_lock(hashtext(current_schema()), ${WORK_LOCK}) as mine`,
      );
      if (lock?.mine !== true) return IDLE;
      const planned = await plan(manager);
      if (planned !== undefined) return { ...IDLE, planned, isBusy: true };
      const finished = await finish(manager);
      const ask = await next(manager);
      return { ask, finished, isBusy: true };
    });
  }

  async remaining(): Promise<number> {
    const [row]: { articles: string }[] = await retrying(() =>
      this.#dataSource.query('select count(*) as articles from correction_work'),
    );
    return safeInteger(row?.articles ?? '0');
  }

  /** Names that the version before this one stored, or did while both ran. */
  async #nameSome(): Promise<boolean> {
    return inTransaction(this.#dataSource, async (manager) => {
      const rows: { entity_id: string; alias: string }[] = await manager.query(
        `select entity_id, alias from entity_alias where name_key is null
         limit ${NAMES_AT_ONCE} for update skip locked`,
      );
      if (rows.length === 0) return false;
      const { sql, parameters } = unnest(rows, {
        entity_id: ['uuid', (row) => row.entity_id],
        alias: ['text', (row) => row.alias],
        name_key: ['text', (row) => nameKeyOfCorrections(row.alias)],
      });
      await manager.query(
        `update entity_alias set name_key = given.name_key from ${sql}
         where entity_alias.entity_id = given.entity_id and entity_alias.alias = given.alias`,
        parameters,
      );
      return true;
    });
  }
}

/** Lists the articles of the next pass that has none listed. */
async function plan(
  manager: EntityManager,
): Promise<{ correctionId: string; articles: number } | undefined> {
  const [pass]: (CorrectionPassRow & Pick<CorrectionRow, 'event'>)[] = await manager.query(
    `select correction_pass.id, correction.event from correction_pass
     join correction on correction.id = correction_id
     where finished_at is null and planned_at is null order by correction_pass.id limit 1`,
  );
  if (pass === undefined) return undefined;
  const look = whereToLook(pass.event, (await readBook(manager)).events());
  const articles = await list(manager, pass.id, look);
  await manager.query(
    'update correction_pass set planned_at = now(), articles = $2 where id = $1',
    [pass.id, articles],
  );
  return { correctionId: pass.event.correctionId, articles };
}

/**
 * Listed at once. All of an entity's articles in one statement take 2 to 3 s for 100,000: for a million
 * longer than a statement may.
 */
const LISTED_AT_ONCE = 20_000;

const FIND_WORK = `
  declare found no scroll cursor for
  select article.id, coalesce(print.arrival_ms, 0) as arrival_ms
  from (
    select article_id from mention
    where entity_id = any($1::uuid[]) and ($2::text[] is null or aliases && $2::text[])
    union all
    select mention.article_id from entity_alias as known
    join mention on mention.entity_id = known.entity_id and known.alias = any(mention.aliases)
    where known.name_key = any($3::text[]) and ($2::text[] is null or known.alias = any($2::text[]))
  ) as mentioning
  join article
    on article.id = mentioning.article_id and coalesce(article.corrected_through, 0) < $4::bigint
  left join fingerprint as print on print.article_id = article.id`;

async function list(
  manager: EntityManager,
  passId: string,
  { entityIds, names, printed }: WhereToLook,
): Promise<number> {
  const ids = [...entityIds];
  const forms = printed.size === 0 ? null : await formsOf(manager, ids, [...names], printed);
  // One transaction, so that a list is whole or not there; each of its statements is short.
  await manager.query('set local transaction_timeout = 0');
  // All of it is read: looked up one by one, 300,000 took 31 s.
  await manager.query('set local cursor_tuple_fraction = 1');
  await manager.query(FIND_WORK, [ids, forms, [...names], passId]);
  for (let listed = 0; ;) {
    const found: { id: string; arrival_ms: string }[] = await manager.query(
      `fetch ${LISTED_AT_ONCE} from found`,
    );
    if (found.length === 0) return listed;
    const { sql, parameters } = unnest(found, {
      article_id: ['uuid', ({ id }) => id],
      arrival_ms: ['bigint', ({ arrival_ms: ms }) => ms],
    });
    const added: unknown[] = await manager.query(
      `insert into correction_work (pass_id, article_id, arrival_ms)
       select $3::bigint, article_id, arrival_ms from ${sql} on conflict do nothing returning 1`,
      [...parameters, passId],
    );
    listed += added.length;
  }
}

/** As these entities are printed anywhere: what is compared without case has to be looked at. */
async function formsOf(
  manager: EntityManager,
  entityIds: readonly string[],
  names: readonly string[],
  printed: ReadonlySet<string>,
): Promise<string[]> {
  const rows: { form: string }[] = await manager.query(
    `select distinct unnest(aliases) as form from mention where entity_id = any($1::uuid[])
     union select alias from entity_alias where name_key = any($2::text[])`,
    [entityIds, names],
  );
  return rows.map(({ form }) => form).filter((form) => printed.has(nameKeyOfCorrections(form)));
}

/** Passes all of whose articles have answered. */
async function finish(manager: EntityManager): Promise<WorkStep['finished']> {
  const [rows]: [{ correction_id: string; articles: number; seconds: number }[]] =
    await manager.query(
      `update correction_pass set finished_at = now()
       where finished_at is null and planned_at is not null
         and not exists (select from correction_work where pass_id = correction_pass.id)
       returning correction_id, articles,
         extract(epoch from now() - heard_at)::double precision as seconds`,
    );
  return rows.map(({ correction_id: correctionId, articles, seconds }) => ({
    correctionId,
    articles,
    seconds: Math.round(seconds * 10) / 10,
  }));
}

/**
 * The newest of each pass that are not asked for yet, as many as there is room for. What does not
 * answer is asked for again, after a minute and then after twice as long each time, an hour at most:
 * the log may be behind, or the question may lie among the dead letters.
 */
async function next(manager: EntityManager): Promise<ArticleToAsk[]> {
  const [row]: { asked: number }[] = await manager.query(
    'select count(*)::integer as asked from correction_work where asked > 0 and ask_at > now()',
  );
  const room = ASKED_MAX - (row?.asked ?? 0);
  // In halves, so that there are always some in the log while the others are asked for.
  if (room < ASKED_MAX / 2) return [];
  return manager.query(
    `with open as (
       select id from correction_pass where finished_at is null and planned_at is not null
       order by id limit ${PASSES_AT_ONCE}
     ), newest as (
       select work.pass_id, work.article_id,
         row_number() over (partition by work.pass_id order by work.arrival_ms desc) as place
       from open cross join lateral (
         select * from correction_work where pass_id = open.id and ask_at <= now()
         order by arrival_ms desc limit $1
       ) as work
     ), chosen as (
       select article_id, min(place) as place from newest
       group by article_id order by min(place) limit $1
     ), asked as (
       update correction_work as work set asked = asked + 1,
         ask_at = now() + least(interval '1 hour', interval '1 minute' * power(2, asked))
       from chosen where work.article_id = chosen.article_id
     )
     select article.id, article.feed from chosen join article on article.id = chosen.article_id
     order by chosen.place`,
    [room],
  );
}
