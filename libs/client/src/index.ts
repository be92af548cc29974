export type { components, operations, paths } from './schema.ts';
export * from './warta-client.ts';
export { WartaError } from './warta-error.ts';
export type { Problem } from './warta-error.ts';
