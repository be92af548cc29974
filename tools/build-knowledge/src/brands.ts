import type { KnowledgeRow } from './knowledge-row.ts';
import { compact } from './knowledge-row.ts';
import type { Sources } from './sources.ts';

type Index = {
  nsi: Record<
    string,
    {
      items: {
        displayName: string;
        locationSet: { include?: string[] };
        tags: Record<string, string>;
      }[];
    }
  >;
};
type Labels = { wikidata: Record<string, { label?: string; dissolutions?: unknown[] }> };

/** Wikidata numbered what is famous first: a later brand counts only where it is Indonesia's. */
const famousIdMax = 8_000_000;

/** One word that is more often something else: a word of the language, a street, a person. */
const otherWords = new Set(
  (
    'giant hero central guardian coach paul relay penny diesel midas graff aesop informa solaria griya ' +
    'yogya eiger proton element conrad courtyard hampton raffles super yomart fila oasis next gap target ' +
    'boss guess mango zara monki weekday spar metro costa subway shell total point haus eden union ' +
    'vision orange express premier harvest safari sultan royal fuso'
  ).split(' '),
);

/** Shorter brands are mostly words or initials of something else. */
const brandLettersMin = 4;

/**
 * Brands that do business in Indonesia or everywhere, by names that no other brand of the index has.
 */
export function brandRows(sources: Sources): KnowledgeRow[] {
  const index = JSON.parse(
    sources.fromPackage('name-suggestion-index/dist/json/nsi.json'),
  ) as Index;
  const labels = JSON.parse(
    sources.fromPackage('name-suggestion-index/dist/wikidata/wikidata.json'),
  ) as Labels;
  const owners = new Map<string, Set<string>>();
  const brands = new Map<string, Set<string>>();
  for (const [path, { items }] of Object.entries(index.nsi)) {
    for (const { displayName, locationSet, tags } of items) {
      const id = tags['brand:wikidata'] ?? tags['operator:wikidata'];
      if (!id || !/^Q[1-9]\d*$/.test(id)) continue;
      const key = compact(displayName);
      owners.set(key, (owners.get(key) ?? new Set()).add(id));
      const places = locationSet.include ?? [];
      const isFamous = Number(id.slice(1)) <= famousIdMax;
      const isHere = places.includes('id') || (isFamous && places.includes('001'));
      if (!isHere || !/^(?:brands|operators)\//.test(path)) continue;
      const label = labels.wikidata[id]?.label ?? '';
      const names = [label, displayName].filter(isPrintedBrand);
      brands.set(id, new Set([...(brands.get(id) ?? []), ...names]));
    }
  }
  return [...brands].flatMap(([wikidata, names]): KnowledgeRow[] => {
    const own = [...names].filter(
      (name) => (owners.get(compact(name))?.size ?? 1) === 1 && !otherWords.has(compact(name)),
    );
    const [name] = own;
    if (!name) return [];
    const forms = own.slice(1).filter((form) => !isDescription(form, name));
    return [{ key: `brand/${wikidata}`, kind: 'brand', name, wikidata, forms }];
  });
}

/** "Burger King toilets" are the brand's, and no name of it. */
export function isDescription(form: string, name: string): boolean {
  return form.startsWith(`${name} `) && /^\p{Ll}/u.test(form.slice(name.length + 1));
}

/** Latin letters, no explanation in brackets. */
function isPrintedBrand(name: string): boolean {
  return (
    compact(name).length >= brandLettersMin &&
    /^[\p{Lu}\p{N}][\p{Script=Latin}\p{N} .&'’-]*$/u.test(name)
  );
}
