import type { FastifyAdapter } from '@nestjs/platform-fastify';

/** Fastify's types by way of Nest's adapter: the one version that is really running. */
export type FastifyInstance = ReturnType<FastifyAdapter['get']>;
export type FastifyRequest = Parameters<Parameters<FastifyAdapter['setOnRequestHook']>[0]>[0];
export type FastifyReply = Parameters<Parameters<FastifyAdapter['setOnRequestHook']>[0]>[1];
