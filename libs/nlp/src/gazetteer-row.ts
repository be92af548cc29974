import type { EntityType } from '@warta/contracts';

/** An entity of the knowledge base. */
export type KnownEntity = {
  /** Stays the same for ever: entity ids are made of it. */
  key: string;
  type: EntityType;
  name: string;
  wikidata?: string;
  forms: KnownForm[];
  /** Words of a person's field: many bear the name, and only an article with one of them means this one. */
  field?: ReadonlySet<string>;
};

/** One way in which a known entity is printed. */
export type KnownForm = { text: string; trust: FormTrust };

/**
 * `sure`: the form alone says who is meant. `weak` (written with a leading `~`): also an ordinary
 * word or another name, so it counts only where the sentence supports it. `strict` (leading `!`):
 * counts only after a word that says what it is, as in "kelompok tentara bayaran Wagner".
 */
export type FormTrust = 'sure' | 'weak' | 'strict';

function parseForm(text: string): KnownForm {
  if (text.startsWith('~')) return { text: text.slice(1), trust: 'weak' };
  if (text.startsWith('!')) return { text: text.slice(1), trust: 'strict' };
  return { text, trust: 'sure' };
}

/**
 * Reads a table of lines `wikidata|name|other;names|words of the field`, the first column empty where the
 * id is not certain, the last only where many people bear the name. A key is made of the kind and the name, so renaming a row makes another entity of it.
 */
export function parseRows(rows: string, type: EntityType, kind: string): KnownEntity[] {
  return rows
    .trim()
    .split('\n')
    .map((row) => {
      const [wikidata = '', name = '', others = '', field] = row.split('|');
      const main = parseForm(name);
      const forms = others.split(';').filter(Boolean).map(parseForm);
      // "Tempo|~Tempo": a name that is given again has the trust that is given with it.
      const isGivenAgain = forms.some(({ text }) => text === main.text);
      return {
        key: `${kind}/${main.text.toLowerCase()}`,
        type,
        name: main.text,
        ...(wikidata && { wikidata }),
        ...(field && { field: new Set(field.split(' ')) }),
        forms: isGivenAgain ? forms : [main, ...forms],
      };
    });
}

/** Reads lines `iso|wikidata|name|other;names`; the ISO code is the key. */
export function parseTerritoryRows(rows: string): KnownEntity[] {
  return rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const bar = row.indexOf('|');
      return parseRows(row.slice(bar + 1), 'LOCATION', 'territory').map((entity) => ({
        ...entity,
        key: `territory/${row.slice(0, bar)}`,
      }));
    });
}
