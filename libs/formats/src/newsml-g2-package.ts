import type { Link } from './agency-draft.ts';
import { joined, present } from './agency-draft.ts';
import { childElement } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { at, descendants, lineOf, said } from './xml-paths.ts';

const refsOf = (item: XmlElement) => {
  const groupSet = childElement(item, 'groupSet');
  return groupSet === undefined ? [] : descendants(groupSet, 'itemRef');
};

/** The titles of a package's items, with what is said of each, in the package's order. */
export const packageText = (item: XmlElement): string | undefined =>
  joined(
    refsOf(item).map((ref) =>
      joined([lineOf(at(ref, 'title')), lineOf(at(ref, 'description'))], ' — '),
    ),
    '\n\n',
  );

/** A package's items, and what an item says it is related to. */
export function g2Links(item: XmlElement): Link[] {
  const itemMeta = childElement(item, 'itemMeta');
  const links = itemMeta === undefined ? [] : descendants(itemMeta, 'link');
  return [...links, ...refsOf(item)].flatMap((link) => {
    const url = said(link, 'href') ?? said(link, 'residref');
    if (url === undefined) return [];
    const rel = said(link, 'rel') ?? (link.name === 'itemRef' ? 'item' : undefined);
    const title = lineOf(at(link, 'title'));
    return [present({ url, rel, title, type: said(link, 'contenttype') }) as Link];
  });
}
