import { RouteConfig } from '@nestjs/platform-fastify';
import type { Type } from '@nestjs/common';
import type { Scope } from '@warta/contracts';
import type { FastifyRequest } from './fastify-types.ts';

/**
 * What the headers tell of who sends a body: `known` by a key or else something that cannot be
 * guessed, or a `stranger`, who may still prove by the body itself who it is, as signatures do.
 */
export type Sender = 'known' | 'stranger';

/** A guard that can judge a request by its headers, so that no memory goes to what is refused. */
export interface BodyDoor {
  /** @throws ProblemError to refuse the request before any of its body is read. */
  senderOf(request: FastifyRequest, scopes: readonly Scope[]): Sender | Promise<Sender>;
}

interface DoorRule {
  readonly guard: Type<BodyDoor>;
  readonly scopes: readonly Scope[];
}

const RULE = 'wartaDoor';

/** The bodies of this address pass the guard before they are read, beside `UseGuards`. */
export function GuardsBody(guard: Type<BodyDoor>, scopes: readonly Scope[] = []): MethodDecorator {
  return routeSettings({ [RULE]: { guard, scopes } satisfies DoorRule });
}

const settings = new WeakMap<object, Record<string, unknown>>();

/** As Nest's RouteConfig, for several decorators of one handler: each adds to what the others set. */
export function routeSettings(part: Readonly<Record<string, unknown>>): MethodDecorator {
  return (target, key, descriptor) => {
    const handler = descriptor.value as object;
    const all = settings.get(handler) ?? {};
    settings.set(handler, Object.assign(all, part));
    RouteConfig(all)(target, key, descriptor);
  };
}

/** Asks the guard of the address, which is made with the service and after its server. */
export class BodyDoors {
  #guardOf: ((guard: Type<BodyDoor>) => BodyDoor) | undefined;

  open(guardOf: (guard: Type<BodyDoor>) => BodyDoor): void {
    this.#guardOf = guardOf;
  }

  /** Whoever sends to an address without a door is a stranger. @throws ProblemError */
  async senderOf(request: FastifyRequest): Promise<Sender> {
    const rule = (request.routeOptions.config as { [RULE]?: DoorRule } | undefined)?.[RULE];
    if (rule === undefined || this.#guardOf === undefined) return 'stranger';
    return this.#guardOf(rule.guard).senderOf(request, rule.scopes);
  }
}
