import { readFileSync } from 'node:fs';
import type { MarkedSet } from './draw.ts';
import { drawArticles } from './draw.ts';
import type { RealArticle } from './real-articles.ts';
import { hashOfText } from './real-articles.ts';

type Field = 'title' | 'body';
type NameType = 'PERSON' | 'ORGANIZATION' | 'LOCATION';
type Placed = { field: Field; start: number; end: number };

/** An article with what an editor marks in it, by marks/RULES.md. Offsets are UTF-16 units. */
export type MarkedArticle = {
  article: RealArticle;
  entities: { type: NameType; wikidata?: string }[];
  /** `type` can differ from the entity's where one name stands for two things. */
  mentions: (Placed & { type: NameType; entity: number })[];
  /** `speaker`: index among the entities; absent when no name of the article says who it is. */
  quotes: (Placed & { kind: 'direct' | 'indirect'; speaker?: number })[];
  /** `value`: ISO 8601 day, month or year. */
  dates: (Placed & { value: string })[];
};

type Place = [Field, number, number];
type MarksLine = {
  id: string;
  /** Hash of the text that was marked. */
  text: string;
  entities: MarkedArticle['entities'];
  mentions: [...Place, NameType, number][];
  quotes?: [...Place, 'direct' | 'indirect', number][];
  dates?: [...Place, string][];
};

/**
 * The marked articles of a set.
 *
 * @param all the whole corpus, as readRealArticles gives it: the draw is made from all of it.
 * @throws Error when a text is not the one that was marked.
 */
export function readMarkedArticles(set: MarkedSet, all: readonly RealArticle[]): MarkedArticle[] {
  const drawn = new Map(drawArticles(all)[set].map((article) => [article.id, article]));
  return readFileSync(new URL(`../marks/${set}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => toMarkedArticle(JSON.parse(line) as MarksLine, drawn));
}

function toMarkedArticle(marks: MarksLine, drawn: ReadonlyMap<string, RealArticle>): MarkedArticle {
  const article = drawn.get(marks.id);
  if (!article) throw new Error(`marks of ${marks.id}: the draw does not deal this article`);
  if (hashOfText(article) !== marks.text) {
    throw new Error(`marks of ${marks.id}: made on another text than the corpus has now`);
  }
  return {
    article,
    entities: marks.entities,
    mentions: marks.mentions.map(([field, start, end, type, entity]) => ({
      field,
      start,
      end,
      type,
      entity,
    })),
    quotes: (marks.quotes ?? []).map(([field, start, end, kind, speaker]) => ({
      field,
      start,
      end,
      kind,
      ...(speaker >= 0 && { speaker }),
    })),
    dates: (marks.dates ?? []).map(([field, start, end, value]) => ({
      field,
      start,
      end,
      value,
    })),
  };
}
