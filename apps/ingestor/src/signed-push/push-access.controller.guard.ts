import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FeedName } from '@warta/contracts';
import type { Scope } from '@warta/contracts';
import {
  AccessBook,
  admitCaller,
  bodyBytesOf,
  ProblemError,
  RequireScope,
  ScopeGuard,
} from '@warta/service';
import type { BodyDoor, FastifyRequest, Sender } from '@warta/service';
import { PushGate } from './push-gate.ts';
import type { SignedRequest } from './push-gate.ts';
import { isSigned } from './verify-signature.ts';

/** Lets a key in as everywhere; without one, a feed that has signed the request, as itself. */
@Injectable()
export class PushGuard extends ScopeGuard implements CanActivate, BodyDoor {
  readonly #gate: PushGate;

  constructor(
    @Inject(AccessBook) book: AccessBook,
    @Inject(Reflector) reflector: Reflector,
    @Inject(PushGate) gate: PushGate,
  ) {
    super(book, reflector);
    this.#gate = gate;
  }

  override canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!hasSignatureAlone(request)) return super.canActivate(context);
    const caller = this.#gate.callerBySignature(feedNamedBy(request), signedRequestOf(request));
    admitCaller(request, caller);
    return true;
  }

  /** A signature may turn out to be right once the body is there: until then it is a stranger's. */
  override senderOf(request: FastifyRequest, scopes: readonly Scope[]): Sender | Promise<Sender> {
    if (!hasSignatureAlone(request)) return super.senderOf(request, scopes);
    this.#gate.requirePossible(feedNamedBy(request), request.headers);
    return 'stranger';
  }
}

const hasSignatureAlone = ({ headers }: FastifyRequest) =>
  headers.authorization === undefined && isSigned(headers);

/** As RequireScope('articles:write'), and for a feed that signs its pushes without any key. */
export const RequirePush = (): MethodDecorator => RequireScope('articles:write', PushGuard);

/** What a signature of the request would be about. */
export function signedRequestOf(request: FastifyRequest): SignedRequest {
  const { headers, method, url: target } = request;
  return { headers, method, target, body: bodyBytesOf(request) };
}

/** Only where the address says it: nothing of a body is looked at before it is let in. */
function feedNamedBy({ params }: FastifyRequest): string {
  const { data } = FeedName.safeParse((params as { feed?: unknown } | undefined)?.feed);
  if (data !== undefined) return data;
  throw new ProblemError(
    401,
    'Send an API key as Authorization: Bearer <key>, or push to /v1/feeds/{feed}/items, where the ' +
      'signature is enough.',
  );
}
