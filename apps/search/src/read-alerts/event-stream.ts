import type { ServerResponse } from 'node:http';
import type { EndedStream } from '@warta/contracts';
import type { TeamEvent } from './alert-reader.store.postgres.ts';

/** Proxies cut what is silent for a minute, some for half of one. */
const HEARTBEAT_MS = 15_000;

/** For clients that wait before they connect again. */
const RETRY_MS = 2_000;

/** A client that reads so slowly is cut; it goes on where it was. */
const UNSENT_BYTES_MAX = 1024 * 1024;

/** Below it, more is read of what it missed. */
const DRAINED_BYTES = 64 * 1024;

/**
 * A response as an event stream, https://html.spec.whatwg.org/multipage/server-sent-events.html:
 * events with their ids, comments while there are none. Nothing waits for a client that does not read.
 */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #heartbeat: NodeJS.Timeout;

  /** @param headers of the answer, beside its type. */
  constructor(response: ServerResponse, headers: Readonly<Record<string, string>>) {
    this.#response = response;
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Of nginx: it would hold events back until a buffer is full.
      'x-accel-buffering': 'no',
    });
    response.write(`retry: ${RETRY_MS}\n\n`);
    this.#heartbeat = setInterval(() => this.#write(': still here\n\n'), HEARTBEAT_MS);
    response.once('close', () => clearInterval(this.#heartbeat));
  }

  get isEnded(): boolean {
    return this.#response.writableEnded || this.#response.destroyed;
  }

  /** JSON has no line breaks of its own, so that data is one line. */
  send({ id, streamed }: TeamEvent): void {
    this.#write(`id: ${id}\nevent: ${streamed.event.kind}\ndata: ${JSON.stringify(streamed)}\n\n`);
  }

  /** It ends for good: connecting again brings nothing. */
  endWith(why: EndedStream): void {
    this.#write(`event: ended\ndata: ${JSON.stringify(why)}\n\n`);
    this.end();
  }

  async drained(): Promise<void> {
    while (!this.isEnded && this.#response.writableLength > DRAINED_BYTES) {
      await new Promise<void>((resolve) => {
        const go = () => {
          this.#response.off('drain', go).off('close', go);
          resolve();
        };
        this.#response.once('drain', go).once('close', go);
      });
    }
  }

  end(): void {
    clearInterval(this.#heartbeat);
    this.#response.end();
  }

  #write(text: string): void {
    if (this.isEnded) return;
    if (this.#response.writableLength > UNSENT_BYTES_MAX) this.#response.destroy();
    else this.#response.write(text);
  }
}
