import {
  applyDecorators,
  createParamDecorator,
  Inject,
  Injectable,
  Optional,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import type { CanActivate, ExecutionContext, Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth, ApiResponse } from '@nestjs/swagger';
import { Access, PROBLEM_MEDIA_TYPE } from '@warta/contracts';
import type { Scope } from '@warta/contracts';
import { CompactedTopic, withPrefix } from '@warta/messaging';
import { AccessBook, allowsScope } from './access-book.ts';
import type { Caller } from './access-book.ts';
import { GuardsBody } from './body-doors.ts';
import type { BodyDoor, Sender } from './body-doors.ts';
import { kafkaSettings } from './config-fragments.ts';
import type { KafkaConfig, ServiceConfig } from './config-fragments.ts';
import type { FastifyRequest } from './fastify-types.ts';
import { KeysAsPasswords } from './keys-as-passwords.ts';
import { KEY_SCHEME } from './openapi.ts';
import { ProblemError, unavailable } from './problem-error.ts';
import type { ServiceStart } from './service-start.ts';

/**
 * The keys of this stack, kept current: reads the access topic from its start and follows it. Adds
 * itself to the service's lifecycle and readiness. One per process, as provider of AccessBook.
 */
export function followAccess(start: ServiceStart<ServiceConfig & KafkaConfig>): AccessBook {
  const { config, lifecycle, health } = start;
  const book = new AccessBook(config.WARTA_ADMIN_KEY_SHA256);
  const topic = new CompactedTopic(
    kafkaSettings(config, `${start.name}-access`),
    {
      definition: withPrefix(Access, config.WARTA_TOPIC_PREFIX),
      onEvent: (event) => book.apply(event),
      onFatal: start.fatal,
    },
    start,
  );
  book.follow(topic);
  lifecycle.add({ name: 'access topic', start: () => topic.start(), stop: () => topic.stop() });
  health.add({
    name: 'access',
    ready: () => {
      const reason = book.unavailable(Date.now());
      return reason === undefined ? { ok: true } : { ok: false, reason };
    },
  });
  return book;
}

const SCOPES = 'warta:scopes';
const callers = new WeakMap<FastifyRequest, Caller>();

@Injectable()
export class ScopeGuard implements CanActivate, BodyDoor {
  readonly #book: AccessBook;
  readonly #reflector: Reflector;
  readonly #passwords: KeysAsPasswords | undefined;

  constructor(
    @Inject(AccessBook) book: AccessBook,
    @Inject(Reflector) reflector: Reflector,
    @Optional() @Inject(KeysAsPasswords) passwords?: KeysAsPasswords,
  ) {
    this.#book = book;
    this.#reflector = reflector;
    this.#passwords = passwords;
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const scopes = this.#reflector.get<readonly Scope[]>(SCOPES, context.getHandler());
    admitCaller(request, this.#callerOf(request, scopes));
    return true;
  }

  senderOf(request: FastifyRequest, scopes: readonly Scope[]): Sender | Promise<Sender> {
    this.#callerOf(request, scopes);
    return 'known';
  }

  #callerOf(request: FastifyRequest, scopes: readonly Scope[]): Caller {
    const [, token] = /^Bearer +([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const key = token ?? this.#passwords?.keyIn(request);
    const unauthorized = (detail: string) =>
      unauthorizedBy(detail, this.#passwords?.isAsked(request) ?? false);
    if (key === undefined) throw unauthorized('Send an API key as Authorization: Bearer <key>.');
    const decision = this.#book.decide(key, Date.now());
    switch (decision.kind) {
      case 'unavailable':
        throw unavailable(`Keys cannot be checked just now: ${decision.reason}.`);
      case 'unknown':
        throw unauthorized(`Send another API key: ${decision.reason}.`);
      case 'caller':
        if (!scopes.some((scope) => allowsScope(decision.caller, scope))) {
          throw new ProblemError(403, `The key lacks the scope ${scopes.join(' or ')}.`);
        }
        return decision.caller;
    }
  }
}

/** For guards that know callers in other ways than by a key: whom `CurrentCaller` is from now on. */
export function admitCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller);
}

/** @param isPasswordAsked a browser then asks the person for one. */
function unauthorizedBy(detail: string, isPasswordAsked: boolean): ProblemError {
  const bearer = 'Bearer realm="warta", error="invalid_token"';
  const basic = 'Basic realm="warta", charset="UTF-8"';
  return new ProblemError(401, detail, {
    headers: { 'www-authenticate': isPasswordAsked ? `${basic}, ${bearer}` : bearer },
  });
}

/** Documents an answer of the address as problem+json. */
export function ApiProblem(status: number, description: string): MethodDecorator {
  return ApiResponse({
    status,
    description,
    content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
  });
}

/**
 * Only keys with this scope come in: 401 for a missing, unknown, expired or revoked key, 403 for one
 * without the scope, 503 while the keys are not known. Whether the key counts for a feed is asked
 * with `allowsFeed` where the feed is known.
 *
 * @param guard what lets more callers in than keys alone.
 */
export function RequireScope(
  scope: Scope,
  guard: Type<CanActivate & BodyDoor> = ScopeGuard,
): MethodDecorator {
  return requireScopes([scope], guard);
}

/** As RequireScope, for an address to which any one of several scopes opens the door. */
export function RequireAnyScope(...scopes: readonly Scope[]): MethodDecorator {
  return requireScopes(scopes, ScopeGuard);
}

function requireScopes(
  scopes: readonly Scope[],
  guard: Type<CanActivate & BodyDoor>,
): MethodDecorator {
  const named = scopes.join(' or ');
  return applyDecorators(
    SetMetadata(SCOPES, scopes),
    UseGuards(guard),
    GuardsBody(guard, scopes),
    ApiBearerAuth(KEY_SCHEME),
    ApiProblem(401, 'No key, or one that is unknown, expired or revoked.'),
    ApiProblem(403, `The key lacks the scope ${named}, or does not count for the feed.`),
    ApiProblem(503, 'Not possible just now; send the same again after Retry-After seconds.'),
  );
}

/** The caller that RequireScope or RequireAnyScope let in, as a parameter of the handler. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!caller) throw new Error('CurrentCaller needs RequireScope on the same handler');
  return caller;
});
