import type { ExtrasVocabulary } from './draft.ts';
import { isNode, nameOfValue, textOfValue, typesOf } from './json-ld-graph.ts';
import type { LdGraph, LdNode } from './json-ld-graph.ts';
import { LdValues, line, text } from './json-ld-values.ts';

type Media = NonNullable<ExtrasVocabulary['media']>[number];
type Author = NonNullable<ExtrasVocabulary['authors']>[number];

/** What stays under its own name: Warta has none for it. */
const ownTexts = [
  'alternativeHeadline',
  'backstory',
  'correction',
  'creativeWorkStatus',
  'expires',
  'printEdition',
  'printPage',
  'printSection',
];

/** What an article says beside its text. */
export class LdExtras {
  readonly #graph: LdGraph;
  readonly #values: LdValues;

  /** @param base what relative addresses are relative to. */
  constructor(graph: LdGraph, base: string | undefined) {
    this.#graph = graph;
    this.#values = new LdValues(graph, base);
  }

  of(article: LdNode): ExtrasVocabulary & Record<string, unknown> {
    const extras: ExtrasVocabulary & Record<string, unknown> = {
      summary: this.#values.line(article, 'description', 'abstract'),
      keywords: this.#keywords(article),
      subjects: this.#subjects(article),
      authors: this.#authors(article),
      media: this.#media(article),
      links: this.#links(article),
      rights: this.#rights(article),
      dateline: this.#values.line(article, 'dateline'),
      genre: this.#values.line(article, 'genre'),
      source: this.#source(article),
      places: this.#places(article),
      ...Object.fromEntries(ownTexts.map((name) => [name, this.#values.named(article, name)])),
      isAccessibleForFree: this.#isFree(article),
      sections: this.#graph.values(article, 'articleSection').slice(1).flatMap(text),
    };
    return Object.fromEntries(
      Object.entries(extras).filter(
        ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
      ),
    );
  }

  /** Authors first, then who else took part, with the part. */
  #authors(article: LdNode): Author[] {
    const roles = [
      ['author', undefined],
      ['creator', undefined],
      ['contributor', 'contributor'],
      ['editor', 'editor'],
      ['translator', 'translator'],
    ] as const;
    const found = new Map<string, Author>();
    for (const [property, role] of roles) {
      for (const value of this.#graph.values(article, property)) {
        const author = this.#author(value, property, role);
        if (author?.name !== undefined && !found.has(author.name)) found.set(author.name, author);
      }
    }
    return [...found.values()];
  }

  #author(value: unknown, property: string, role: string | undefined): Author | undefined {
    if (!isNode(value)) return { name: text(value)[0], ...(role && { role }) };
    // schema.org's Role stands between the article and who has it, under the same property.
    const [inner] = typesOf(value).includes('Role') ? this.#graph.nodes(value, property) : [];
    const person = inner ?? value;
    const uri = this.#values.address(person, 'url', 'sameAs');
    const email = this.#graph.text(person, 'email')?.replace(/^mailto:/, '');
    const part = inner === undefined ? role : (this.#values.line(value, 'roleName') ?? role);
    const name = this.#values.line(person, 'name');
    return { name, ...(uri && { uri }), ...(email && { email }), ...(part && { role: part }) };
  }

  /** In one text, separated by commas, or in a list. */
  #keywords(article: LdNode): string[] {
    const values = this.#graph.values(article, 'keywords').filter((value) => !isTerm(value));
    const [only] = values;
    const words = values.length === 1 ? (text(only)[0] ?? '').split(/[,;]/) : values.flatMap(text);
    return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
  }

  #subjects(article: LdNode): ExtrasVocabulary['subjects'] {
    const terms = this.#graph.values(article, 'keywords').filter(isTerm);
    const [about, mentions] = [
      this.#graph.values(article, 'about'),
      this.#graph.values(article, 'mentions'),
    ];
    return [...terms, ...about, ...mentions].flatMap((value) => {
      const name = nameOfValue(value, this.#graph);
      if (!isNode(value)) return name === undefined ? [] : [{ name: line(name) }];
      const code =
        this.#graph.text(value, 'termCode') ?? this.#values.address(value, 'sameAs', '@id');
      const set = this.#graph.values(value, 'inDefinedTermSet')[0];
      const scheme = isNode(set) ? this.#values.address(set, 'url', '@id') : textOfValue(set);
      if (name === undefined && code === undefined) return [];
      return [
        { ...(code && { code }), ...(name && { name: line(name) }), ...(scheme && { scheme }) },
      ];
    });
  }

  #media(article: LdNode): Media[] {
    const found = new Map<string, Media>();
    for (const property of ['image', 'video', 'audio', 'associatedMedia', 'thumbnailUrl']) {
      for (const value of this.#graph.values(article, property)) {
        const medium = this.#medium(value);
        if (medium !== undefined && !found.has(medium.url)) found.set(medium.url, medium);
      }
    }
    return [...found.values()];
  }

  #medium(value: unknown): Media | undefined {
    if (!isNode(value)) {
      const url = this.#values.url(value);
      return url === undefined ? undefined : { url };
    }
    const url = this.#values.address(value, 'contentUrl', 'url', 'embedUrl', '@id');
    if (url === undefined) return undefined;
    const type = this.#graph.text(value, 'encodingFormat');
    const caption = this.#values.line(value, 'caption', 'description', 'name');
    const credit = this.#values.named(value, 'creditText') ?? this.#values.named(value, 'author');
    const [width, height] = [
      this.#values.number(value, 'width'),
      this.#values.number(value, 'height'),
    ];
    const seconds = secondsOf(this.#graph.text(value, 'duration'));
    const bytes = this.#values.number(value, 'contentSize');
    return {
      url,
      ...(type && { type }),
      ...(caption && { caption }),
      ...(credit && { credit }),
      ...(width && { width }),
      ...(height && { height }),
      ...(bytes && { bytes }),
      ...(seconds && { seconds }),
    };
  }

  #links(article: LdNode): ExtrasVocabulary['links'] {
    const rels = [
      ['relatedLink', 'related'],
      ['isBasedOn', 'source'],
      ['citation', 'cites'],
      ['discussionUrl', 'replies'],
      ['isPartOf', 'up'],
      ['sameAs', 'alternate'],
    ] as const;
    return rels.flatMap(([property, rel]) =>
      this.#graph.values(article, property).flatMap((value) => {
        const url = isNode(value)
          ? this.#values.address(value, 'url', '@id')
          : this.#values.url(value);
        const title = isNode(value) ? nameOfValue(value, this.#graph) : undefined;
        return url === undefined ? [] : [{ url, rel, ...(title && { title: line(title) }) }];
      }),
    );
  }

  #rights(article: LdNode): string | undefined {
    const holder = this.#values.named(article, 'copyrightHolder');
    const year = this.#graph.text(article, 'copyrightYear');
    const parts = [
      this.#values.line(article, 'copyrightNotice') ??
        (holder && ['©', year, holder].filter(Boolean).join(' ')),
      this.#values.address(article, 'license') ?? this.#values.named(article, 'license'),
      this.#values.address(article, 'usageInfo'),
    ];
    return parts.filter(Boolean).join(' · ') || undefined;
  }

  #source(article: LdNode): ExtrasVocabulary['source'] {
    const [value] = this.#graph.values(article, 'sourceOrganization', 'publisher', 'provider');
    const name = value === undefined ? undefined : nameOfValue(value, this.#graph);
    const url = isNode(value) ? this.#values.address(value, 'url', 'sameAs') : undefined;
    if (name === undefined && url === undefined) return undefined;
    return { ...(name && { name: line(name) }), ...(url && { url }) };
  }

  #places(article: LdNode): ExtrasVocabulary['places'] {
    return ['contentLocation', 'spatialCoverage', 'locationCreated'].flatMap((property) =>
      this.#graph.values(article, property).flatMap((value) => {
        const name = nameOfValue(value, this.#graph);
        const [geo] = isNode(value) ? this.#graph.nodes(value, 'geo') : [];
        const code = isNode(value) ? this.#values.address(value, 'sameAs', '@id') : undefined;
        const latitude = geo && this.#values.number(geo, 'latitude');
        const longitude = geo && this.#values.number(geo, 'longitude');
        if (name === undefined && code === undefined && latitude === undefined) return [];
        return [
          {
            ...(name && { name: line(name) }),
            ...(code && { code }),
            ...(latitude !== undefined && { latitude }),
            ...(longitude !== undefined && { longitude }),
          },
        ];
      }),
    );
  }

  #isFree(article: LdNode): boolean | undefined {
    const [value] = this.#graph.values(article, 'isAccessibleForFree');
    if (typeof value === 'boolean') return value;
    const said = textOfValue(value)
      ?.toLowerCase()
      .replace(/^.*[/:]/, '');
    return said === 'true' || said === 'false' ? said === 'true' : undefined;
  }
}

const isTerm = (value: unknown) => isNode(value) && typesOf(value).includes('DefinedTerm');

/** Of a duration as ISO 8601 writes it: `PT1H2M3S`. */
function secondsOf(duration: string | undefined): number | undefined {
  const parts = /^P(?:(\d{1,4})D)?T?(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,7})(?:\.\d+)?S)?$/.exec(
    duration ?? '',
  );
  if (parts === null) return undefined;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const all = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return all > 0 ? all : undefined;
}
