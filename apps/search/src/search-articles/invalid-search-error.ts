import type { SearchArticles } from '@warta/contracts';
import type { FaultTexts } from '../query-language/query-faults.ts';

/** A search that cannot be answered as it was asked; the message says what to change. */
export class InvalidSearchError extends Error {
  override readonly name = 'InvalidSearchError';
  /** The parameter at fault; `b` is the second of two entities. */
  readonly parameter: keyof SearchArticles | 'interval' | 'since' | 'b';

  /** The message in each language, where there is more than the English one. */
  readonly texts: FaultTexts | undefined;

  /** @param says goes on after the parameter's name: `must be before to`. */
  constructor(
    parameter: InvalidSearchError['parameter'],
    says: string | FaultTexts,
    options?: ErrorOptions,
  ) {
    super(typeof says === 'string' ? says : says.en, options);
    this.parameter = parameter;
    this.texts = typeof says === 'string' ? undefined : says;
  }
}
