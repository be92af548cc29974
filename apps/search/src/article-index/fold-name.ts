import { nameKeyOfCorrections } from '@warta/nlp/corrections';

/** A name longer than this cannot be asked for, so it needs no key. Same as `entity` in the API. */
const NAME_LENGTH_MAX = 200;

/** Not in any folded name: folding turns it into a space. */
const SEPARATOR = '|';

/**
 * Makes one spelling of a name of all its spellings, by the rule that corrections follow too; where
 * there is neither letter nor digit, as texts are folded. What is in the index was folded by this
 * function: a change of it needs a new index.
 */
export function foldName(name: string): string {
  return nameKeyOfCorrections(name) || foldText(name);
}

/**
 * Makes one of sections, roles and the like that differ in case, accents, apostrophes and spaces; the
 * separator does not count either.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/gu, "'")
    .replace(/[\s|]+/gu, ' ')
    .trim();
}

/** The key under which the id of an entity is found by one of its names. */
export function entityNameKey(name: string, entityId: string): string | undefined {
  const folded = foldName(name);
  return folded === '' || folded.length > NAME_LENGTH_MAX
    ? undefined
    : `${folded}${SEPARATOR}${entityId}`;
}

/** All keys of this name start with it, and no other name's key does. */
export function entityNamePrefix(name: string): string {
  return `${foldName(name)}${SEPARATOR}`;
}

export function entityIdOfKey(key: string): string {
  return key.slice(key.lastIndexOf(SEPARATOR) + 1);
}
