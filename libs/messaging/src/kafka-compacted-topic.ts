import type { EventDefinition } from '@warta/contracts';
import type { KafkaSettings } from './kafka-client.ts';
import type { Platform } from './platform.ts';

export interface CompactedTopicOptions<T> {
  readonly definition: EventDefinition<T>;
  /** Called in the order of the log, first with everything already in it. Must not throw. */
  readonly onEvent: (event: T) => void;
  readonly onFatal: (reason: Error) => void;
}

export class CompactedTopic<T> {
  constructor(_settings: KafkaSettings, _options: CompactedTopicOptions<T>, _platform: Platform) {}
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  /** All that was in the topic when it was started has been handed out. */
  get caughtUp(): boolean {
    return false;
  }
  /** When everything then in the topic was known to have been handed out. */
  get lastRefreshedAt(): Date | undefined {
    return undefined;
  }
}
