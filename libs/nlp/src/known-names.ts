import type { EntityType } from '@warta/contracts';
import { entityTypes } from '@warta/contracts';
import { entityId } from './entity-id.ts';
import { formsByName, nameKey } from './gazetteer.ts';
import type { KnownEntity } from './gazetteer-row.ts';
import { withoutAccents } from './name-key.ts';

/** An entity that a name alone stands for. */
export interface KnownName {
  /** As annotations have it. */
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
}

/**
 * The entities of our own tables that a name stands for without a text around it: "Korut", "DPRK" and
 * "North Korea" are Korea Utara even where no article prints them. None for names that only a text can
 * tell apart, such as "Tempo". Reads no files. Pure.
 */
export function knownNames(name: string): KnownName[] {
  const key = withoutAccents(nameKey(name));
  if (key === '') return [];
  return entityTypes.flatMap((type) => {
    const named = formsByName(type, name);
    const isSure = named?.forms.some(
      ({ text, trust }) => trust === 'sure' && withoutAccents(nameKey(text)) === key,
    );
    return named !== undefined && isSure === true ? [toKnownName(named.entity)] : [];
  });
}

function toKnownName({ key, type, name }: KnownEntity): KnownName {
  return { id: entityId({ key }), type, name };
}
