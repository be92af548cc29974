import type { AnnotatedEntity, Annotation } from '@warta/contracts';
import type { MarkedArticle } from './marked-articles.ts';

/** One link that can be judged: what the marks say and what the extractor says. */
export type JudgedLink = {
  /** The marked name as first printed. */
  name: string;
  marked: string;
  /** Absent where the name was not found or not linked. */
  linked?: string;
};

/**
 * Links of one or more articles. Only marked entities with a Wikidata id can be judged: precision is
 * right/(right + wrong), coverage right/marked. `unjudged` are links on names whose marks have no id,
 * `unmarked` links on what is no marked name at all.
 */
export type LinkScore = {
  marked: number;
  right: number;
  wrong: number;
  unjudged: number;
  unmarked: number;
  /** Every marked link that is not right, for a person to read. */
  misses: JudgedLink[];
};

type Marked = Pick<MarkedArticle, 'article' | 'entities' | 'mentions'>;

/**
 * Measures the links of one article against its marks. A marked entity counts as linked rightly when
 * every linked entity that stands on one of its mentions has its id.
 */
export function scoreLinks(marked: Marked, annotation: Pick<Annotation, 'entities'>): LinkScore {
  const linked = annotation.entities.filter(({ wikidata }) => wikidata);
  const judged = marked.entities.flatMap(({ wikidata }, index): JudgedLink[] => {
    if (!wikidata) return [];
    const ids = linked
      .filter((entity) => standsOn(entity, marked, index))
      .map((entity) => entity.wikidata);
    const said = ids.find((id) => id !== wikidata) ?? ids[0];
    return [{ name: nameOf(marked, index), marked: wikidata, ...(said && { linked: said }) }];
  });
  const right = judged.filter((link) => link.linked === link.marked).length;
  const hasId = (index: number) => marked.entities[index]?.wikidata !== undefined;
  const entities = marked.entities.map((_, index) => index);
  const standing = linked.map((entity) => entities.filter((at) => standsOn(entity, marked, at)));
  return {
    marked: judged.length,
    right,
    wrong: judged.filter((link) => link.linked && link.linked !== link.marked).length,
    unjudged: standing.filter((on) => on.length > 0 && !on.some(hasId)).length,
    unmarked: standing.filter((on) => on.length === 0).length,
    misses: judged.filter((link) => link.linked !== link.marked),
  };
}

/** The scores of several articles as one. */
export function sumLinkScores(scores: readonly LinkScore[]): LinkScore {
  const sum = (key: 'marked' | 'right' | 'wrong' | 'unjudged' | 'unmarked') =>
    scores.reduce((total, score) => total + score[key], 0);
  return {
    marked: sum('marked'),
    right: sum('right'),
    wrong: sum('wrong'),
    unjudged: sum('unjudged'),
    unmarked: sum('unmarked'),
    misses: scores.flatMap(({ misses }) => misses),
  };
}

/** A mention of the entity overlaps one of the marked one. */
function standsOn(entity: AnnotatedEntity, marked: Marked, index: number): boolean {
  return marked.mentions.some(
    (mark) =>
      mark.entity === index &&
      entity.mentions.some(
        ({ field, start, end }) => field === mark.field && start < mark.end && end > mark.start,
      ),
  );
}

function nameOf({ article, mentions }: Marked, index: number): string {
  const first = mentions.find(({ entity }) => entity === index);
  return first ? article[first.field].slice(first.start, first.end) : '';
}
