import { ITEMS_MAX } from '@warta/contracts';
import { articleUrl } from './article-url.ts';
import { DocumentError } from './draft.ts';
import type { ArticleDraft } from './draft.ts';
import type { Format, ReadingContext } from './format.ts';
import { bodyOf as textBodyOf } from './feed-fields.ts';
import { htmlLine } from './html-text.ts';
import { instantOf } from './instants.ts';
import { LdExtras } from './json-ld-extras.ts';
import { jsonLdFields } from './json-ld-fields.ts';
import { isJsonLd, isNode, LdGraph, nameOfValue, textOfValue } from './json-ld-graph.ts';
import type { LdNode } from './json-ld-graph.ts';
import { escaped } from './xml-html.ts';

type TextBody = ReturnType<typeof textBodyOf>;

const SPECIFICATION = 'https://schema.org/NewsArticle';

/** Not to be shown, or no more: schema.org gives these words as examples and leaves them open. */
const withheldStatuses = new Set(['draft', 'incomplete', 'withdrawn', 'retracted']);

/**
 * schema.org articles in JSON-LD: alone, in @graph, in arrays, as the main entity of a page, in
 * lists. Contexts are not fetched.
 */
export const jsonLd: Format = {
  name: 'json-ld',
  title: 'schema.org articles in JSON-LD',
  specification: SPECIFICATION,
  mediaTypes: ['application/ld+json'],
  recognises: (document) => document.kind === 'json' && isJsonLd(document.value),
  read(document, context) {
    const articles = articlesOf(document.kind === 'json' ? document.value : undefined, context);
    if (articles.length > 0) return articles;
    throw new DocumentError(
      'The JSON-LD holds no article: it needs a node of @type NewsArticle or another Article of schema.org',
    );
  },
  fields: jsonLdFields,
};

export interface LdArticle {
  readonly pointer: string;
  readonly draft: ArticleDraft;
}

/**
 * The articles of a value, in its order, up to one more than a document may have. An article of a
 * page may lack its text and its URL.
 */
export function articlesOf(
  value: unknown,
  context: ReadingContext,
  articlesMax = ITEMS_MAX + 1,
): LdArticle[] {
  const graph = new LdGraph(value);
  const taken = new Set<LdNode>();
  return graph
    .articles()
    .slice(0, articlesMax)
    .map(({ node, pointer }) => ({ pointer, draft: draftOf(node, graph, context, taken) }));
}

function draftOf(
  node: LdNode,
  graph: LdGraph,
  context: ReadingContext,
  taken: Set<LdNode>,
): ArticleDraft {
  const url = urlOf(node, graph, context.baseUrl);
  const extras = new LdExtras(graph, url ?? context.baseUrl).of(node);
  const names = (extras.authors ?? []).flatMap(({ name, role }) => (role ? [] : [name ?? '']));
  const instant = (...properties: string[]) =>
    instantOf(graph.text(node, ...properties), context.timeZone);
  const title = graph.text(node, 'headline', 'name');
  const version = Number(graph.text(node, 'version') ?? Number.NaN);
  const section = graph.text(node, 'articleSection');
  const draft = {
    id: idOf(node, graph),
    url,
    title: title && htmlLine(title),
    ...bodyOf(node, graph, taken),
    publishedAt: instant('datePublished', 'dateCreated'),
    updatedAt: instant('dateModified'),
    version: Number.isSafeInteger(version) && version >= 0 ? version : undefined,
    status: statusOf(node, graph),
    language: languageOf(node, graph),
    byline: names.join(', ') || undefined,
    section: section && htmlLine(section),
    extras: extras as ArticleDraft['extras'],
  };
  return Object.fromEntries(
    Object.entries(draft).filter(([, one]) => one !== undefined),
  ) as ArticleDraft;
}

/** What the publisher calls an identifier, or a name of a node that is no address of a page. */
function idOf(node: LdNode, graph: LdGraph): string | undefined {
  for (const value of graph.values(node, 'identifier')) {
    const id = isNode(value) ? graph.text(value, 'value', '@value') : textOfValue(value);
    if (id !== undefined) return id;
  }
  const id = textOfValue(node['@id']);
  const isName = id !== undefined && /^(?!https?:|_:)[a-z][a-z0-9+.-]*:./i.test(id);
  return isName ? id : undefined;
}

function urlOf(node: LdNode, graph: LdGraph, base: string | undefined): string | undefined {
  const [page] = graph.values(node, 'mainEntityOfPage');
  const written = [
    graph.text(node, 'url'),
    isNode(page) ? graph.text(page, 'url', '@id') : textOfValue(page),
    textOfValue(node['@id']),
  ];
  for (const one of written) {
    const url = articleUrl(one, base);
    if (url !== undefined) return url;
  }
  return undefined;
}

/** In place of a text that is not there, the updates of a live blog, else what describes it. */
function bodyOf(
  node: LdNode,
  graph: LdGraph,
  taken: Set<LdNode>,
): Pick<ArticleDraft, 'body' | 'bodyHtml'> {
  const text = graph.text(node, 'articleBody', 'text');
  if (text !== undefined) return textBodyOf(text);
  const updates = graph.nodes(node, 'liveBlogUpdate').filter((update) => {
    // NOTE: each once, or a small document of references would grow to a huge text.
    const isNew = !taken.has(update);
    taken.add(update);
    return isNew;
  });
  const told = updates.flatMap((update) =>
    [graph.text(update, 'headline'), graph.text(update, 'articleBody', 'text')].flatMap((part) =>
      part === undefined ? [] : [part],
    ),
  );
  if (told.length > 0) return joined(told.map(textBodyOf));
  const description = graph.text(node, 'description', 'abstract');
  return description === undefined ? {} : textBodyOf(description);
}

function joined(parts: readonly TextBody[]): TextBody {
  const isText = (part: TextBody) => 'body' in part;
  if (parts.every(isText)) return { body: parts.map(({ body }) => body).join('\n\n') };
  const htmlOf = (part: TextBody) =>
    'body' in part ? escaped(part.body).replaceAll('\n', '<br>') : part.bodyHtml;
  return { bodyHtml: parts.map((part) => `<div>${htmlOf(part)}</div>`).join('\n') };
}

function statusOf(node: LdNode, graph: LdGraph): ArticleDraft['status'] {
  const [value] = graph.values(node, 'creativeWorkStatus');
  const status = value === undefined ? undefined : nameOfValue(value, graph);
  return withheldStatuses.has(status?.toLowerCase() ?? '') ? 'withheld' : undefined;
}

function languageOf(node: LdNode, graph: LdGraph): string | undefined {
  const [value] = graph.values(node, 'inLanguage');
  const said = isNode(value) ? graph.text(value, 'alternateName', 'name') : textOfValue(value);
  const [headline] = graph.values(node, 'headline');
  return said ?? (isNode(headline) ? textOfValue(headline['@language']) : undefined);
}
