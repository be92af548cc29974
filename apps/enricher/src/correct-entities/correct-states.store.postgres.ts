import type { ArticleUpdatedV1 } from '@warta/contracts';
import { applyCorrections } from '@warta/nlp/corrections';
import { safeInteger } from '@warta/postgres';
import type { EntityManager } from 'typeorm';
import type { CorrectionBook } from './correction-book.ts';

/** A published state but for people's corrections. */
export interface StoredState {
  /** As the extractor found it. */
  readonly state: ArticleUpdatedV1;
  /** The last pass of corrections that its rev takes into account. */
  readonly correctedThrough?: number;
}

/** What is published of some articles. */
export interface CorrectedStates {
  readonly states: readonly ArticleUpdatedV1[];
  /** How many of them got a new rev, only because people corrected an entity. */
  readonly corrected: number;
}

/**
 * The last step of a batch's transaction: the states with people's corrections. An article that one
 * made or undone since its rev concerns gets a new rev. All others have been made with what they
 * say, so a rev says the same for ever. Rows are locked by the caller, which is done with them.
 */
export async function correctStates(
  manager: EntityManager,
  stored: readonly StoredState[],
  { book, isWorking }: { readonly book: CorrectionBook; readonly isWorking: boolean },
): Promise<CorrectedStates> {
  if (book.through === 0) return { states: stored.map(({ state }) => state), corrected: 0 };
  const concerned = new Set(
    stored.filter((one) => isConcerned(one, book)).map(({ state }) => state.articleId),
  );
  const raised = await raiseRevs(manager, [...concerned], book.through);
  if (isWorking) {
    await manager.query('delete from correction_work where article_id = any($1)', [
      stored.map(({ state }) => state.articleId),
    ]);
  }
  const states = stored.map((one) => {
    const rev = raised.get(one.state.articleId);
    if (rev === undefined) return correctedState(one, book);
    return correctedState(
      { state: { ...one.state, ...rev }, correctedThrough: book.through },
      book,
    );
  });
  return { states, corrected: concerned.size };
}

/** The state as its rev says it: with the corrections that were known when it was written. */
export function correctedState(
  { state, correctedThrough = 0 }: StoredState,
  book: CorrectionBook,
): ArticleUpdatedV1 {
  if (state.status !== 'live') return state;
  const offset = book.offsetOf(correctedThrough);
  return {
    ...state,
    annotation: applyCorrections(state.annotation, book.asOf(correctedThrough), state.content),
    ...(offset !== undefined && { correctedThrough: offset }),
  };
}

function isConcerned({ state, correctedThrough = 0 }: StoredState, book: CorrectionBook): boolean {
  if (state.status !== 'live' || correctedThrough === book.through) return false;
  return [correctedThrough, book.through].some((pass) => {
    const { corrections = [] } = applyCorrections(state.annotation, book.asOf(pass), state.content);
    return corrections.some((id) => book.hasChangedSince(correctedThrough, id));
  });
}

async function raiseRevs(
  manager: EntityManager,
  ids: readonly string[],
  through: number,
): Promise<Map<string, { rev: number; changedAt: string }>> {
  if (ids.length === 0) return new Map();
  const [rows]: [{ id: string; rev: string; changed_at: Date }[]] = await manager.query(
    `update article set rev = rev + 1, changed_at = now(), corrected_through = $2
     where id = any($1) returning id, rev, changed_at`,
    [ids, through],
  );
  return new Map(
    rows.map(({ id, rev, changed_at: at }) => [
      id,
      { rev: safeInteger(rev), changedAt: at.toISOString() },
    ]),
  );
}
