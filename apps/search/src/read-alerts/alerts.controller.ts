import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import {
  AlertEventId,
  AlertPage,
  AlertThread,
  ListAlerts,
  SearchId,
  StreamAlerts,
  StreamedAlert,
} from '@warta/contracts';
import {
  AccessBook,
  apiHeaders,
  ApiProblem,
  CurrentCaller,
  ProblemError,
  RequireScope,
  unavailable,
} from '@warta/service';
import type { Caller, FastifyReply } from '@warta/service';
import { viewOf } from '../saved-searches/team-view.ts';
import { AlertReader } from './alert-reader.store.postgres.ts';
import { AlertStreams } from './alert-streams.ts';
import { EventStream } from './event-stream.ts';

/** A revoked key opens nothing anywhere after 5 s; the topic that says so takes a moment, too. */
const KEY_CHECK_MS = 2_000;

@Controller('v1/alerts')
export class AlertsController implements OnModuleDestroy {
  readonly #reader: AlertReader;
  readonly #streams: AlertStreams;
  readonly #book: AccessBook;
  readonly #open = new Set<() => void>();

  constructor(
    @Inject(AlertReader) reader: AlertReader,
    @Inject(AlertStreams) streams: AlertStreams,
    @Inject(AccessBook) book: AccessBook,
  ) {
    this.#reader = reader;
    this.#streams = streams;
    this.#book = book;
  }

  @Get()
  @RequireScope('search:read')
  @ApiOperation({
    summary: 'Alerts of the team, that with the latest event first',
    description: 'Each is a thread: a saved search and a group of articles with one text.',
  })
  @ApiResponse({ status: 200, description: 'A page of threads.', standardSchema: AlertPage })
  @ApiProblem(400, 'A parameter is unknown or not valid.')
  async listAlerts(
    @Query({ schema: ListAlerts }) { search, since, size, cursor }: ListAlerts,
    @CurrentCaller() caller: Caller,
  ): Promise<AlertPage> {
    const before = cursor === undefined ? undefined : positionOf(cursor);
    const wanted = { search, since, before, limit: size + 1 };
    const found = await this.#reader.list(viewOf(caller), wanted);
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      data: page.map(({ alert }) => alert),
      ...(found.length > size && last && { next: String(last.lastEventId) }),
      partial: false,
    };
  }

  @Get('stream')
  @RequireScope('search:read')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Goes on after this event; browsers send it by themselves.',
  })
  @ApiOperation({
    summary: 'Alerts as they come, as an event stream',
    description:
      'Server-sent events: `event` is the kind, `id` its position, `data` a StreamedAlert. Without a ' +
      'position it begins with what comes next; with one nothing in between is lost. Comments come ' +
      'while nothing happens. It ends when the key does and when the service stops: connect again. That ' +
      'of a search which is deleted ends with the event `ended`.',
  })
  @ApiResponse({
    status: 200,
    description: 'Events without end.',
    content: { 'text/event-stream': {} },
    standardSchema: StreamedAlert,
  })
  @ApiProblem(400, 'A parameter is unknown or not valid.')
  @ApiProblem(404, 'The team has no such saved search.')
  async streamAlerts(
    @Query({ schema: StreamAlerts }) { search, lastEventId }: StreamAlerts,
    @Headers('last-event-id') header: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const team = viewOf(caller);
    if (search !== undefined && !(await this.#reader.searchesOf(team, [search])).has(search)) {
      throw new ProblemError(
        404,
        `There is no saved search ${search}; GET /v1/searches lists them.`,
      );
    }
    if (reply.request.method === 'HEAD') {
      reply.type('text/event-stream; charset=utf-8').send();
      return;
    }
    const last = lastIdOf(header) ?? lastEventId;
    if (this.#streams.isFullFor(team)) {
      throw unavailable('Too many streams at once; end some of the team’s, or try again.');
    }
    const fromId = await this.#streams.begin(last === undefined ? undefined : Number(last));
    reply.hijack();
    const stream = new EventStream(reply.raw, {
      ...apiHeaders,
      'x-trace-id': String(reply.getHeader('x-trace-id') ?? ''),
    });
    const leave = this.#streams.join(Object.assign(stream, { team, search }), fromId);
    const end = () => stream.end();
    const check = setInterval(() => {
      if (!this.#book.isStillOpen(caller, 'search:read', Date.now())) end();
    }, KEY_CHECK_MS);
    this.#open.add(end);
    reply.raw.once('close', () => {
      clearInterval(check);
      this.#open.delete(end);
      leave();
    });
  }

  @Get(':id')
  @RequireScope('search:read')
  @ApiOperation({ summary: 'One alert with everything that followed' })
  @ApiResponse({ status: 200, description: 'The thread.', standardSchema: AlertThread })
  @ApiProblem(404, 'The team has no such alert.')
  async readAlert(
    @Param('id', { schema: SearchId }) id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<AlertThread> {
    const thread = await this.#reader.thread(viewOf(caller), id);
    if (thread) return thread;
    throw new ProblemError(404, `There is no alert ${id}; GET /v1/alerts lists them.`);
  }

  /** The first thing that happens at shutdown: nobody waits for streams to end by themselves. */
  onModuleDestroy(): void {
    for (const end of this.#open) end();
  }
}

function positionOf(cursor: string): number {
  const position = Number(cursor);
  if (AlertEventId.safeParse(cursor).success && Number.isSafeInteger(position)) return position;
  throw new ProblemError(400, 'The parameter cursor is not one that was given out.', {
    errors: [{ pointer: '?cursor', detail: 'must be `next` of a page' }],
  });
}

/** Browsers send whatever the last id was; what is none of ours begins anew rather than never. */
function lastIdOf(header: string | undefined): string | undefined {
  const parsed = AlertEventId.safeParse(header?.trim());
  return parsed.success ? parsed.data : undefined;
}
