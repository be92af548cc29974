import type { SaveSearch } from '@warta/contracts';
import { ProblemError } from '@warta/service';
import type { Egress } from '@warta/service';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { compileSearch } from './compiled-search.ts';
import type { CompiledSearch, SearchedFor } from './compiled-search.ts';
import { QuerySyntaxError, TooExpensiveQueryError } from '../query-language/query-errors.ts';
import type { FaultTexts } from '../query-language/query-faults.ts';
import { InvalidSearchError } from '../search-articles/invalid-search-error.ts';
import { placeOf } from '../search-articles/search-problems.ts';

/**
 * Compiles a search that somebody sent.
 * @throws ProblemError 400 that names the field, and of a query the column; TransientError when
 * Elasticsearch cannot answer.
 */
export async function checkSearch(
  parts: EntityParts,
  wanted: SearchedFor,
): Promise<CompiledSearch> {
  try {
    return await compileSearch(parts, wanted);
  } catch (error) {
    throw toProblem(error);
  }
}

/**
 * Refuses receivers that nothing can ever be sent to: said now, not by a log of failed deliveries.
 * @throws ProblemError 400 that names each.
 */
export function checkReceivers(
  egress: Pick<Egress, 'refusalOf'>,
  { notify: { webhooks } }: Pick<SaveSearch, 'notify'>,
): void {
  const errors = webhooks.flatMap(({ url }, at) => {
    const isTwice = webhooks.findIndex((one) => one.url === url) < at;
    const refusal = isTwice ? 'is named twice' : egress.refusalOf(url);
    return refusal === undefined
      ? []
      : [{ pointer: `/notify/webhooks/${at}/url`, detail: refusal }];
  });
  if (errors.length > 0) {
    throw new ProblemError(400, 'Nothing could ever be sent to a receiver.', { errors });
  }
}

function toProblem(error: unknown): unknown {
  if (error instanceof QuerySyntaxError || error instanceof TooExpensiveQueryError) {
    return badField('/q', error.texts, placeOf(error));
  }
  if (error instanceof InvalidSearchError) {
    const pointer = error.parameter === 'q' ? '/q' : `/filters/${error.parameter}`;
    return badField(pointer, error.texts ?? error.message, placeOf(error.cause));
  }
  return error;
}

function badField(
  pointer: string,
  says: string | FaultTexts,
  place: ReturnType<typeof placeOf>,
): ProblemError {
  const { en, id } = typeof says === 'string' ? { en: says, id: undefined } : says;
  return new ProblemError(400, 'The search cannot be saved or tried as it is.', {
    errors: [{ pointer, detail: en, ...place }],
    ...(id !== undefined && {
      translations: {
        id: {
          detail: 'Pencarian ini tidak dapat disimpan atau dicoba seperti adanya.',
          errors: [{ pointer, detail: id, ...place }],
        },
      },
    }),
  });
}
