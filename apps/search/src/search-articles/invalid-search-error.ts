import type { SearchArticles } from '@warta/contracts';

/** A search that cannot be answered as it was asked; the message says what to change. */
export class InvalidSearchError extends Error {
  override readonly name = 'InvalidSearchError';
  /** The parameter at fault; `b` is the second of two entities. */
  readonly parameter: keyof SearchArticles | 'interval' | 'since' | 'b';

  /** @param message goes on after the parameter's name: `must be before to`. */
  constructor(parameter: InvalidSearchError['parameter'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.parameter = parameter;
  }
}
