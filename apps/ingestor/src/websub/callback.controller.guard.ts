import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { CallbackToken, FeedName } from '@warta/contracts';
import { AccessBook, ProblemError, unavailable } from '@warta/service';
import type { BodyDoor, FastifyRequest, Sender } from '@warta/service';
import { WebSub } from './web-sub.ts';

/** Lets in who knows the token of a subscription that is not over, before a body is read. */
@Injectable()
export class CallbackGuard implements CanActivate, BodyDoor {
  readonly #webSub: WebSub;
  readonly #book: AccessBook;

  constructor(@Inject(WebSub) webSub: WebSub, @Inject(AccessBook) book: AccessBook) {
    this.#webSub = webSub;
    this.#book = book;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    await this.senderOf(context.switchToHttp().getRequest<FastifyRequest>());
    return true;
  }

  /** @throws ProblemError 410 when there is none, 503 while that cannot be told. */
  async senderOf({ params }: FastifyRequest): Promise<Sender> {
    // A hub must not hear 410 from a process that has not read the topic yet.
    const reason = this.#book.unavailable(Date.now());
    if (reason !== undefined) throw unavailable(`Feeds cannot be checked just now: ${reason}.`);
    const { feed, token } = params as { feed?: unknown; token?: unknown };
    const named = { feed: FeedName.safeParse(feed), token: CallbackToken.safeParse(token) };
    const isOpen =
      named.feed.success &&
      named.token.success &&
      (await this.#webSub.isOpen(named.feed.data, named.token.data));
    if (isOpen) return 'known';
    throw new ProblemError(410, 'This subscription is over: nothing more is taken here.');
  }
}
