import type { EventDefinition } from '@warta/contracts';

/**
 * The same event under `<prefix><topic>`: several stacks and tests share one broker without
 * meeting. Apply it once, where the parts are wired together. An empty prefix changes nothing.
 */
export function withPrefix<T>(definition: EventDefinition<T>, prefix: string): EventDefinition<T> {
  return prefix === '' ? definition : { ...definition, topic: `${prefix}${definition.topic}` };
}
