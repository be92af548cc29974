import { alertsTexts } from '../alerts/alerts-texts.ts';
import { articleTexts } from '../article/article-texts.ts';
import { correctionsTexts } from '../entities/corrections-texts.ts';
import { duplicatesTexts } from '../duplicates/duplicates-texts.ts';
import { entitiesTexts } from '../entities/entities-texts.ts';
import { operationsTexts } from '../operations/operations-texts.ts';
import { receiversTexts } from '../searches/receivers-texts.ts';
import { searchesTexts } from '../searches/searches-texts.ts';
import { searchTexts } from '../search/search-texts.ts';
import { shellTexts } from '../shell/shell-texts.ts';

/** Every text by its path; what takes arguments is called with some. */
function textsOf(
  value: unknown,
  path: string,
  given: readonly unknown[] = ['3', '4', '5'],
): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    return [[path, String((value as (...given: unknown[]) => unknown)(...given))]];
  }
  return Object.entries(value as object).flatMap(([name, inner]) =>
    textsOf(inner, `${path}.${name}`, given),
  );
}

/** A count with a noun in the plural, where the count is told as 1. */
const PLURAL_OF_ONE = /(^|\s)1 (articles|pushes|alerts|quotes|stories)\b/;

/** Words that are the same in both languages, and examples. */
const SAME = /^(Bahasa Indonesia|English|RSS|Atom|JSON Feed|status|–|\d| )+$/;

describe.each(
  Object.entries({
    articleTexts,
    correctionsTexts,
    duplicatesTexts,
    entitiesTexts,
    operationsTexts,
    searchTexts,
    shellTexts,
    receiversTexts,
    alertsTexts,
    searchesTexts,
  }),
)('%s', (_name, { en, id }) => {
  const english = textsOf(en, '');
  const indonesian = new Map(textsOf(id, ''));

  it('says everything in both languages', () => {
    expect([...indonesian.keys()].sort()).toEqual(english.map(([path]) => path).sort());
    const silent = [...english, ...indonesian].filter(([, text]) => text.trim() === '');
    // Said of a comparison word by word: nothing.
    expect(silent.filter(([path]) => path !== '.comparedBy.word')).toEqual([]);
    expect(
      [...english, ...indonesian].filter(([, text]) => /undefined|\[object/.test(text)),
    ).toEqual([]);
  });

  it('knows the singular wherever it knows the plural', () => {
    const pluralsOf = (...one: readonly unknown[]) =>
      textsOf(en, '', one).filter(([, text]) => PLURAL_OF_ONE.test(text));
    const byWord = new Set(pluralsOf('1', '1', '1').map(([path]) => path));
    // A text goes by the number itself or by how it is written.
    expect(pluralsOf(1, '1', '1').filter(([path]) => byWord.has(path))).toEqual([]);
  });

  it('is translated, but for what is called the same', () => {
    const same = english.filter(
      ([path, text]) => indonesian.get(path) === text && !SAME.test(text) && !path.endsWith('.q'),
    );
    expect(same.filter(([, text]) => text !== '')).toEqual([]);
  });
});
