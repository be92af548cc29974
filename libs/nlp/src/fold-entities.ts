import type { AnnotatedEntity } from '@warta/contracts';
import { entityId, normaliseName } from './entity-id.ts';
import { nameKey } from './gazetteer.ts';
import type { KnownEntity } from './gazetteer-row.ts';
import { knowledgeBase } from './knowledge-base.ts';
import type { NameSpan, Sheet } from './name-span.ts';
import { printedText, spansOf } from './name-span.ts';

/** One entity of the article with all its spans, in order of position. */
export type FoldedEntity = Omit<AnnotatedEntity, 'salience'> & { spans: PlacedSpan[] };

/** A span and the sheet it stands on. */
type PlacedSpan = { sheet: Sheet; span: NameSpan };

type Group = { type: NameSpan['type']; known?: KnownEntity; names: string[]; placed: PlacedSpan[] };

/** Folds the mentions of an article into entities, in order of first mention. */
export function foldEntities(sheets: readonly Sheet[]): FoldedEntity[] {
  const groups = new Map<string, Group>();
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) addToGroup(groups, sheet, span);
  }
  foldShorterPersons(groups);
  return [...groups.values()].map(toEntity).toSorted(byFirstMention);
}

function byFirstMention({ spans: [a] }: FoldedEntity, { spans: [b] }: FoldedEntity): number {
  return a && b ? byPosition(a, b) : 0;
}

function byPosition(a: PlacedSpan, b: PlacedSpan): number {
  return fieldOrder(a) - fieldOrder(b) || a.span.from - b.span.from;
}

function addToGroup(groups: Map<string, Group>, sheet: Sheet, span: NameSpan): void {
  const text = printedText(sheet, span.from, span.to);
  const name = span.carriedFrom ?? text;
  const key = span.known?.key ?? `${span.type} ${normaliseName(span.type, name)}`;
  const group = groups.get(key) ?? {
    type: span.type,
    ...(span.known && { known: span.known }),
    names: [],
    placed: [],
  };
  groups.set(key, group);
  group.names.push(name);
  group.placed.push({ sheet, span });
}

/** "Ganjar" found by itself joins "Ganjar Pranowo" when nobody else in the article has that name. */
function foldShorterPersons(groups: Map<string, Group>): void {
  const persons = [...groups].filter(([, group]) => group.type === 'PERSON');
  const wordsOf = (group: Group) =>
    new Set(nameKey(group.known?.name ?? longest(group.names)).split(' '));
  // The pairs are compared one by one: a list of names longer than this is not folded.
  if (persons.length > personsFoldedMax) return;
  for (const [key, group] of persons) {
    if (group.known) continue;
    const words = wordsOf(group);
    const hosts = persons.filter(([otherKey, other]) => {
      const otherWords = wordsOf(other);
      return (
        otherKey !== key &&
        groups.has(otherKey) &&
        otherWords.size > words.size &&
        words.isSubsetOf(otherWords)
      );
    });
    const host = hosts.length === 1 ? hosts[0]?.[1] : undefined;
    if (!host) continue;
    host.placed.push(...group.placed);
    host.names.push(...group.names);
    groups.delete(key);
  }
}

const personsFoldedMax = 200;

/** The longest form; of two as long the one that is not written in capitals, as headlines are. */
function longest(names: readonly string[]): string {
  return names.reduce((best, name) => {
    if (name.length !== best.length) return name.length > best.length ? name : best;
    return isOneCase(best) && !isOneCase(name) ? name : best;
  }, '');
}

function isOneCase(name: string): boolean {
  return name === name.toUpperCase() || name === name.toLowerCase();
}

function toEntity(group: Group): FoldedEntity {
  const { type, known } = group;
  const spans = group.placed.toSorted(byPosition);
  const name = known?.name ?? longest(group.names).replaceAll(/\s+/g, ' ');
  const place = known && type === 'LOCATION' ? knowledgeBase().placeOf(known) : undefined;
  const role = spans.find(({ span }) => span.role)?.span.role;
  return {
    id: entityId(known ? { key: known.key } : { type, name }),
    type,
    name,
    ...(known?.wikidata && { wikidata: known.wikidata }),
    ...(known && { linkedBy: linkedBy(spans) }),
    ...(place && { place }),
    ...(role && { role }),
    aliases: [...new Set(spans.map(({ sheet, span }) => printedText(sheet, span.from, span.to)))],
    mentions: spans.map(({ sheet, span }) => ({
      field: sheet.field,
      start: sheet.tokens[span.from]?.start ?? 0,
      end: sheet.tokens[span.to - 1]?.end ?? 0,
      by: span.by,
    })),
    spans,
  };
}

/** From the strongest tie to the weakest: an entity is tied by its strongest mention. */
const tiesByStrength = ['alias', 'own-short-form', 'context', 'prior', 'short-form'] as const;

function linkedBy(spans: readonly PlacedSpan[]): string {
  const ties = new Set(
    spans
      .filter(({ span }) => span.known)
      .map(({ span }) => span.linkedBy ?? (span.carriedFrom ? 'short-form' : 'alias')),
  );
  return tiesByStrength.find((tie) => ties.has(tie)) ?? 'alias';
}

function fieldOrder(placed: PlacedSpan): number {
  return placed.sheet.field === 'title' ? 0 : 1;
}
