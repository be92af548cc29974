import type { EntityCorrectionV1 } from '@warta/contracts';
import { correctionsInForce } from '@warta/nlp/corrections';
import type { CorrectionsInForce } from '@warta/nlp/corrections';

/** A correction with the passes in which it was made and undone. */
export interface HeardCorrection {
  readonly event: EntityCorrectionV1;
  readonly madePass?: number;
  readonly undonePass?: number;
}

/** Articles of one batch were published at different times, but mostly at the same few. */
const TIMES_REMEMBERED_MAX = 32;

/**
 * All corrections as one moment knows them, and as every moment before it did: what was in force
 * when a rev was written can be told for ever.
 */
export class CorrectionBook {
  static readonly empty = new CorrectionBook([], new Map());
  /** The last pass; 0 before the first. */
  readonly through: number;
  readonly #byId: ReadonlyMap<string, HeardCorrection>;
  readonly #offsets: ReadonlyMap<number, number>;
  readonly #inForce = new Map<number, CorrectionsInForce>();

  /** @param offsets in the log of corrections, of each pass. */
  constructor(heard: Iterable<HeardCorrection>, offsets: ReadonlyMap<number, number>) {
    this.#byId = new Map([...heard].map((one) => [one.event.correctionId, one]));
    this.#offsets = offsets;
    this.through = Math.max(0, ...[...offsets.keys()].slice(-1));
  }

  /** The corrections in force after this pass. */
  asOf(pass: number): CorrectionsInForce {
    const known = this.#inForce.get(pass);
    if (known !== undefined) return known;
    const events = [...this.#byId.values()].flatMap(({ event, madePass, undonePass }) => {
      const { undone: _, ...made } = event;
      const isMade = madePass !== undefined && madePass <= pass;
      return isMade && !(undonePass !== undefined && undonePass <= pass) ? [made] : [];
    });
    const inForce = correctionsInForce(events);
    if (this.#inForce.size >= TIMES_REMEMBERED_MAX) this.#inForce.clear();
    this.#inForce.set(pass, inForce);
    return inForce;
  }

  /** Whether this correction was made or undone after that pass. */
  hasChangedSince(pass: number, correctionId: string): boolean {
    const { madePass = 0, undonePass = 0 } = this.#byId.get(correctionId) ?? {};
    return Math.max(madePass, undonePass) > pass;
  }

  /** How far the log of corrections was known after this pass. */
  offsetOf(pass: number): number | undefined {
    return this.#offsets.get(pass);
  }

  events(): EntityCorrectionV1[] {
    return [...this.#byId.values()].map(({ event }) => event);
  }
}
