import type { EndedStream } from '@warta/contracts';
import type { Logger } from 'pino';
import type { TeamView } from '../saved-searches/team-view.ts';
import type { AlertReader, TeamEvent } from './alert-reader.store.postgres.ts';

/** Each costs a connection and some kilobytes; a desk has a handful of screens. */
export const STREAMS_MAX = 200;

/** So that one team's forgotten screens leave room for the others. */
export const STREAMS_PER_TEAM_MAX = 40;

/** One question for all streams of the process; none while there are none. */
const POLL_MS = 500;
/** Whether searches that are listened to are there still. */
const LOOK_FOR_SEARCHES_MS = 2_000;

const EVENTS_PER_POLL = 500;
const EVENTS_PER_PAGE = 200;

/** What comes while a stream reads what it missed; more, and it reads on from where it is. */
const HELD_BACK_MAX = 1_000;

/** Whoever listens. */
export interface AlertListener {
  readonly team: TeamView;
  readonly search?: string | undefined;
  /** Resolves when there is room for more; rejects never. */
  send(event: TeamEvent): void;
  /** There will never be more. */
  endWith(why: EndedStream): void;
  /** Waits until what was sent has mostly gone out. */
  drained(): Promise<void>;
  readonly isEnded: boolean;
}

interface Stream {
  readonly listener: AlertListener;
  /** The last event that it was sent, or had seen before. */
  sentId: number;
  /** Present while it reads what it missed. */
  heldBack: TeamEvent[] | undefined;
  mustReadOn: boolean;
}

/**
 * Hands the events of alerts to those who listen, each event once and in order, from where they left
 * off. Ids become visible in their order, so that the last one says all about what was seen.
 */
export class AlertStreams {
  readonly #reader: AlertReader;
  readonly #logger: Logger;
  readonly #streams = new Set<Stream>();
  #position = 0;
  #lookedForSearchesAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #polling: Promise<void> = Promise.resolve();
  #isFailing = false;
  #isStopped = false;

  constructor(reader: AlertReader, logger: Logger) {
    this.#reader = reader;
    this.#logger = logger;
  }

  /** Those who see all teams count as a team of their own. */
  isFullFor(team: TeamView): boolean {
    if (this.#streams.size >= STREAMS_MAX || this.#isStopped) return true;
    const ofTeam = [...this.#streams].filter(({ listener }) => listener.team === team);
    return ofTeam.length >= STREAMS_PER_TEAM_MAX;
  }

  get size(): number {
    return this.#streams.size;
  }

  /** Where a listener begins that has seen nothing, or has seen what is no longer there. */
  async begin(lastEventId: number | undefined): Promise<number> {
    const newest = await this.#reader.newestId();
    if (this.#streams.size === 0) this.#position = newest;
    return lastEventId === undefined ? newest : Math.min(lastEventId, newest);
  }

  /** Sends every event after `fromId`, those there are and those to come. @returns what ends it. */
  join(listener: AlertListener, fromId: number): () => void {
    const stream: Stream = { listener, sentId: fromId, heldBack: [], mustReadOn: false };
    this.#streams.add(stream);
    this.#pollSoon();
    void this.#catchUp(stream);
    return () => this.#streams.delete(stream);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#streams.clear();
    await this.#polling;
  }

  /** It is in the set while it reads, so that nothing comes between the last page and the first event. */
  async #catchUp(stream: Stream): Promise<void> {
    const { listener } = stream;
    while (!listener.isEnded && this.#streams.has(stream)) {
      const page = await this.#page(stream);
      if (page === undefined) continue;
      for (const event of page) this.#send(stream, event);
      await listener.drained();
      if (page.length === EVENTS_PER_PAGE) continue;
      if (stream.mustReadOn) {
        stream.mustReadOn = false;
        continue;
      }
      const held = stream.heldBack ?? [];
      stream.heldBack = undefined;
      for (const event of held) this.#send(stream, event);
      return;
    }
  }

  async #page({ listener, sentId }: Stream): Promise<TeamEvent[] | undefined> {
    const { team, search } = listener;
    try {
      return await this.#reader.after(sentId, EVENTS_PER_PAGE, { team, search });
    } catch (error) {
      this.#complain(error);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      return undefined;
    }
  }

  #send(stream: Stream, event: TeamEvent): void {
    if (event.id <= stream.sentId || stream.listener.isEnded) return;
    stream.sentId = event.id;
    stream.listener.send(event);
  }

  #pollSoon(): void {
    if (this.#timer !== undefined || this.#isStopped || this.#streams.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#polling = this.#poll().finally(() => {
        this.#timer = undefined;
        this.#pollSoon();
      });
    }, POLL_MS);
    this.#timer.unref();
  }

  async #poll(): Promise<void> {
    let events: TeamEvent[];
    try {
      do {
        events = await this.#reader.after(this.#position, EVENTS_PER_POLL);
        for (const event of events) this.#broadcast(event);
        this.#position = events.at(-1)?.id ?? this.#position;
      } while (events.length === EVENTS_PER_POLL && !this.#isStopped);
      await this.#endDeleted();
      this.#isFailing = false;
    } catch (error) {
      this.#complain(error);
    }
  }

  async #endDeleted(): Promise<void> {
    if (performance.now() - this.#lookedForSearchesAt < LOOK_FOR_SEARCHES_MS) return;
    this.#lookedForSearchesAt = performance.now();
    const asked = [...this.#streams].flatMap(({ listener: { search } }) => search ?? []);
    if (asked.length === 0) return;
    const known = await this.#reader.searchesOf(undefined, asked);
    const lost = new Set(asked.filter((id) => !known.has(id)));
    for (const { listener } of this.#streams) {
      const { search } = listener;
      if (search !== undefined && lost.has(search)) {
        listener.endWith({ reason: 'search-deleted', search });
      }
    }
  }

  #broadcast(event: TeamEvent): void {
    for (const stream of this.#streams) {
      const { team, search } = stream.listener;
      if (team !== undefined && team !== event.team) continue;
      if (search !== undefined && search !== event.searchId) continue;
      if (stream.heldBack === undefined) {
        this.#send(stream, event);
      } else if (stream.heldBack.length < HELD_BACK_MAX) {
        stream.heldBack.push(event);
      } else {
        stream.heldBack = [];
        stream.mustReadOn = true;
      }
    }
  }

  /** Listeners keep their connections: it goes on where it was when Postgres is back. */
  #complain(error: unknown): void {
    if (!this.#isFailing) this.#logger.warn({ err: error }, 'alerts cannot be read for streams');
    this.#isFailing = true;
  }
}
