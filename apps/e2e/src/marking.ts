import type { ArticleView } from '@warta/contracts';

/** What an editor marks in a sample article, as in libs/nlp/samples/*.expected.json. */
export interface Marking {
  language: string;
  entities: {
    type: string;
    name: string;
    wikidata?: string;
    role?: string;
    aliases: string[];
    /** Mentions in title and body. */
    count: number;
  }[];
  quotes: { text: string; cue: string; speaker?: string; indirect?: boolean }[];
  dates: { text: string; value: string; flagged?: string }[];
}

type Marks = Omit<Marking, 'language'>;

export function markedIn({ entities, quotes, dates }: Marking): Marks {
  return { entities: entities.map(withSortedAliases), quotes, dates };
}

/** The same facts of an article as the search API shows it, to be compared with the marking. */
export function marksOf({ entities, quotes, dates }: ArticleView): Marks {
  const nameOf = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name;
  return {
    entities: entities.map(({ type, name, wikidata, role, aliases, mentions }) =>
      withSortedAliases({
        type,
        name,
        ...(wikidata && { wikidata }),
        ...(role && { role }),
        aliases,
        count: mentions.length,
      }),
    ),
    quotes: quotes.map(({ text, cue, speakerEntityId, indirect }) => {
      const speaker = nameOf(speakerEntityId);
      return { text, cue, ...(speaker && { speaker }), ...(indirect && { indirect }) };
    }),
    dates: dates.map(({ text, value, flagged }) => ({ text, value, ...(flagged && { flagged }) })),
  };
}

function withSortedAliases<T extends { aliases: string[] }>(entity: T): T {
  return { ...entity, aliases: entity.aliases.toSorted() };
}
