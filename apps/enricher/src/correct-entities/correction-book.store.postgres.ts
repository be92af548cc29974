import type { EntityCorrectionV1 } from '@warta/contracts';
import { inTransaction, safeInteger } from '@warta/postgres';
import type { DataSource, EntityManager } from 'typeorm';
import { lockEntityRows } from './entity-rows.store.postgres.ts';
import { CorrectionBook } from './correction-book.ts';
import type { CorrectionPassRow, CorrectionRow } from './correction.entity.ts';

interface Standing {
  readonly through: string;
  readonly is_working: boolean;
}

/** The corrections of this schema, read again only when there is a new one. */
export class CorrectionBooks {
  #book = CorrectionBook.empty;

  /**
   * The book as it is in this transaction, which holds the entity rows: none comes to it before the
   * transaction ends. `isWorking` when articles are waited for because of one.
   */
  async read(manager: EntityManager): Promise<{ book: CorrectionBook; isWorking: boolean }> {
    const [standing]: Standing[] = await manager.query(
      `select coalesce((select max(id) from correction_pass), 0) as through,
         exists (select from correction_work) as is_working`,
    );
    const through = safeInteger(standing?.through ?? '0');
    if (through !== this.#book.through) this.#book = await readBook(manager);
    return { book: this.#book, isWorking: standing?.is_working ?? false };
  }
}

/** As of now; what is in the log but not in here yet is not in it. */
export async function readBook(manager: EntityManager): Promise<CorrectionBook> {
  // Passes first: a correction that is stored between the two is in force after a later pass.
  const passes: CorrectionPassRow[] = await manager.query(
    'select id, log_offset from correction_pass order by id',
  );
  const rows: CorrectionRow[] = await manager.query('select * from correction');
  return new CorrectionBook(
    rows.map(({ event, made_pass: made, undone_pass: undone }) => ({
      event,
      ...(made !== null && { madePass: safeInteger(made) }),
      ...(undone !== null && { undonePass: safeInteger(undone) }),
    })),
    new Map(passes.map((one) => [safeInteger(one.id), safeInteger(one.log_offset)])),
  );
}

/** Where corrections are kept as they are heard. */
export class CorrectionStore {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /**
   * Keeps a correction, once, however often and by however many it is heard. From the moment it is
   * kept, every state that is written takes it into account: batches that do not know of it have
   * ended, since it waits for the lock that they share.
   *
   * @returns whether it was new.
   */
  async keep(event: EntityCorrectionV1, offset: bigint): Promise<boolean> {
    const { correctionId: id, undone } = event;
    return inTransaction(this.#dataSource, async (manager) => {
      if (!(await isNews(manager, event))) return false;
      await lockEntityRows(manager, 'alone');
      if (!(await isNews(manager, event))) return false;
      const [known]: CorrectionRow[] = await manager.query(
        'select made_pass from correction where id = $1',
        [id],
      );
      // Nobody has ever seen its effect: there is nothing to take back.
      const isOver = known === undefined && undone !== undefined;
      const [pass]: CorrectionPassRow[] = await manager.query(
        `insert into correction_pass (id, correction_id, log_offset, planned_at, articles, finished_at)
         select coalesce((select max(id) from correction_pass), 0) + 1, $1, $2,
           case when $3 then now() end, case when $3 then 0 end, case when $3 then now() end
         returning id`,
        [id, String(offset), isOver],
      );
      await manager.query(
        `insert into correction (id, event, made_pass, undone_pass) values ($1, $2, $3, $4)
         on conflict (id) do update set event = excluded.event, undone_pass = excluded.undone_pass`,
        [
          id,
          JSON.stringify(event),
          undone === undefined ? pass?.id : null,
          undone === undefined ? null : pass?.id,
        ],
      );
      return true;
    });
  }
}

/** What was undone stays so. */
async function isNews(
  manager: EntityManager,
  { correctionId, undone }: EntityCorrectionV1,
): Promise<boolean> {
  const [known]: CorrectionRow[] = await manager.query(
    'select undone_pass from correction where id = $1',
    [correctionId],
  );
  return known === undefined || (known.undone_pass === null && undone !== undefined);
}
