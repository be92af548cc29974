import { randomUUID } from 'node:crypto';
import type {
  CorrectEntity,
  CorrectionList,
  CorrectionView,
  EntityCorrectionV1,
  EventDefinition,
  ListCorrections,
} from '@warta/contracts';
import { encodeEvent, TransientError } from '@warta/messaging';
import type { KafkaProducer } from '@warta/messaging';
import { currentTraceparent } from '@warta/service';
import type { AccessBook, Caller } from '@warta/service';
import type { Entities } from '../entity-book/entities.ts';
import { CORRECTIONS_MAX } from '../entity-book/entity-book.ts';
import type { LoggedCorrection } from '../entity-book/entity-book.ts';
import { checkCorrection, InvalidCorrectionError } from './check-correction.ts';
import { readProgress } from './correction-progress.ts';
import { sameInForce } from './same-correction.ts';

/** Below the deadline of a request; the rest of it is for reading back. */
const PUBLISH_DEADLINE_MS = 5_000;
const READ_BACK_DEADLINE_MS = 9_000;

const EVENT_SOURCE = 'search';

/**
 * What people say about entities. The log of corrections is its only store; articles are published
 * again by whoever reads it.
 */
export class Corrections {
  readonly #entities: Entities;
  readonly #producer: KafkaProducer;
  readonly #definition: EventDefinition<EntityCorrectionV1>;
  readonly #access: AccessBook;

  constructor(options: {
    entities: Entities;
    producer: KafkaProducer;
    definition: EventDefinition<EntityCorrectionV1>;
    access: AccessBook;
  }) {
    this.#entities = options.entities;
    this.#producer = options.producer;
    this.#definition = options.definition;
    this.#access = options.access;
  }

  /**
   * Stores a correction, or finds the same one in force. It counts here when this returns, and in
   * every other process as soon as that has read it.
   * @throws InvalidCorrectionError; TransientError when it cannot be said whether it is stored: asking
   * again then finds it.
   */
  async make(
    { change: wanted, reason }: CorrectEntity,
    caller: Caller,
  ): Promise<{ view: CorrectionView; isNew: boolean }> {
    const { book } = this.#entities;
    this.#assertWhole();
    const same = sameInForce(book, wanted);
    if (same !== undefined) return { view: await this.#viewOf(same), isNew: false };
    const latest = book.list();
    if (latest.length >= CORRECTIONS_MAX) {
      throw new InvalidCorrectionError(
        `there are ${CORRECTIONS_MAX} corrections, the most there can be`,
      );
    }
    const correctionId = randomUUID();
    const { change, entity } = await checkCorrection(this.#entities, wanted, correctionId);
    // Corrections count in the order of their making, also when the clock of a neighbour is ahead.
    const afterMs = Date.parse(latest[0]?.correction.made.at ?? '') + 1;
    const atMs = Math.max(Date.now(), Number.isNaN(afterMs) ? 0 : afterMs);
    await this.#store({
      correctionId,
      change,
      entityName: entity.name,
      entityType: entity.type,
      made: { at: new Date(atMs).toISOString(), by: this.#authorOf(caller), reason: reason.trim() },
    });
    return { view: await this.#viewOf(this.#known(correctionId)), isNew: true };
  }

  /** Takes it back; undefined when there is none with this id. Again: the same answer. */
  async undo(id: string, reason: string, caller: Caller): Promise<CorrectionView | undefined> {
    this.#assertWhole();
    const logged = this.#entities.book.get(id.toLowerCase());
    if (logged === undefined) return undefined;
    if (logged.correction.undone === undefined) {
      const at = new Date().toISOString();
      const undone = { at, by: this.#authorOf(caller), reason: reason.trim() };
      await this.#store({ ...logged.correction, undone });
    }
    return this.#viewOf(this.#known(logged.correction.correctionId));
  }

  async one(id: string): Promise<CorrectionView | undefined> {
    this.#assertWhole();
    const logged = this.#entities.book.get(id.toLowerCase());
    return logged && this.#viewOf(logged);
  }

  /** The latest first. A cursor is the id of the last one shown; one that is unknown shows nothing. */
  async list({ entity, state, size, cursor }: ListCorrections): Promise<CorrectionList> {
    this.#assertWhole();
    const { book } = this.#entities;
    const members = entity === undefined ? undefined : book.membersOf(entity.toLowerCase());
    const fitting = book
      .list()
      .filter(({ correction }) => state === undefined || stateOf(correction) === state)
      .filter(
        ({ correction }) =>
          members === undefined || idsOf(correction).some((id) => members.includes(id)),
      );
    const after = fitting.findIndex(({ correction }) => correction.correctionId === cursor);
    const rest = cursor !== undefined && after < 0 ? [] : fitting.slice(after + 1);
    const page = rest.slice(0, size);
    const last = page.at(-1)?.correction.correctionId;
    const asOf = new Date().toISOString();
    const progress = await readProgress(this.#entities, page);
    return {
      data: page.flatMap((logged, nth) => {
        const one = progress[nth];
        return one === undefined ? [] : [toView(logged, one)];
      }),
      total: fitting.length,
      ...(rest.length > page.length && last !== undefined && { next: last }),
      asOf,
    };
  }

  #assertWhole(): void {
    const reason = this.#entities.book.unavailable;
    if (reason !== undefined) throw new TransientError(reason);
  }

  #known(correctionId: string): LoggedCorrection {
    const logged = this.#entities.book.get(correctionId);
    if (logged === undefined)
      throw new Error(`correction ${correctionId} was read and is not there`);
    return logged;
  }

  async #viewOf(logged: LoggedCorrection): Promise<CorrectionView> {
    const [progress] = await readProgress(this.#entities, [logged]);
    if (progress === undefined) throw new Error('one correction has one progress');
    return toView(logged, progress);
  }

  async #store(correction: EntityCorrectionV1): Promise<void> {
    const traceparent = currentTraceparent();
    const about = { source: EVENT_SOURCE, ...(traceparent === undefined ? {} : { traceparent }) };
    const record = encodeEvent(this.#definition, correction, about);
    const { correctionId, undone } = correction;
    await Promise.all([
      this.#entities.book.readBack(correctionId, undone !== undefined, READ_BACK_DEADLINE_MS),
      this.#producer.publish([record], PUBLISH_DEADLINE_MS),
    ]);
  }

  #authorOf({ keyId }: Caller): EntityCorrectionV1['made']['by'] {
    const name = this.#access.get(keyId)?.name;
    return name === undefined ? { keyId: 'admin', name: 'admin' } : { keyId, name };
  }
}

function toView(
  { correction }: LoggedCorrection,
  progress: CorrectionView['progress'],
): CorrectionView {
  const { correctionId, change, entityName, made, undone } = correction;
  const intoName = change.kind === 'merge' ? change.into?.name : undefined;
  const state = stateOf(correction);
  return { id: correctionId, change, entityName, intoName, made, undone, state, progress };
}

function stateOf({ undone }: EntityCorrectionV1): CorrectionView['state'] {
  return undone === undefined ? 'in-force' : 'undone';
}

function idsOf({ change }: EntityCorrectionV1): string[] {
  switch (change.kind) {
    case 'merge':
      return [change.entityId, change.intoId];
    case 'split':
      return [change.entityId, change.newId];
    case 'block':
    case 'retype':
    case 'alias-add':
    case 'alias-remove':
      return [change.entityId];
  }
}
