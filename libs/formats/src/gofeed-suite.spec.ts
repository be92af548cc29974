import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { convert } from 'html-to-text';
import { atom, atomDrafts } from './atom.ts';
import { decodeText } from './decode-text.ts';
import { DocumentError } from './draft.ts';
import type { ArticleDraft } from './draft.ts';
import type { Format, ParsedDocument } from './format.ts';
import { jsonFeed, jsonFeedDrafts } from './json-feed.ts';
import { rss, rssDrafts } from './rss.ts';
import { parseXml } from './xml-document.ts';

const suite = path.resolve(import.meta.dirname, '../../../../shared/suites/gofeed/testdata');
const has = existsSync(suite);
const context = { timeZone: 'UTC', headers: {} };

type Expected = Readonly<Record<string, unknown>>;

interface Case {
  readonly file: string;
  readonly expected: { items?: Expected[]; entries?: Expected[] };
}

const read = (file: string) => readFileSync(path.join(suite, file));
const jsonIn = (file: string) => JSON.parse(read(file).toString()) as Case['expected'];

/** Every feed that the suite says what it is: pairs x.xml/x.json and x.json/x_expected.json. */
function cases(): Case[] {
  const files = readdirSync(suite, { recursive: true, encoding: 'utf8' }).sort();
  return files.flatMap((file) => {
    const [, stem] = /^(.*)\.(?:xml|json)$/.exec(file) ?? [];
    const pair = file.endsWith('.xml') ? `${stem}.json` : `${stem}_expected.json`;
    return files.includes(pair) ? [{ file, expected: jsonIn(pair) }] : [];
  });
}

const parsed = (file: string): ParsedDocument =>
  file.endsWith('.xml')
    ? { kind: 'xml', root: parseXml(decodeText(read(file)).text) }
    : { kind: 'json', value: JSON.parse(decodeText(read(file)).text) };

/** By content, as without a media type. */
const formatOf = (document: ParsedDocument): Format | undefined =>
  [jsonFeed, rss, atom].find((format) => format.recognises(document));

/** The drafts before those without id and link are refused: most of the suite's items have neither. */
function draftsOf(document: ParsedDocument): ArticleDraft[] {
  const format = formatOf(document);
  if (format === undefined) throw new DocumentError('of no format');
  expect(() => format.read(document, context)).not.toThrow();
  if (document.kind !== 'xml') return jsonFeedDrafts(document, context).map(({ draft }) => draft);
  const drafts = format === rss ? rssDrafts : atomDrafts;
  return drafts(document.root, context).map(({ draft }) => draft);
}

/**
 * Both sides as a reader sees them: Warta's titles and bodies are plain text in the end, and what the
 * suite expects is the markup as it was written.
 */
const seen = (html: unknown) =>
  convert(convert(String(html), { wordwrap: false, selectors }), { wordwrap: false, selectors })
    .replace(/\s+/g, ' ')
    .trim();
const selectors = [{ selector: 'a', options: { ignoreHref: true } }];

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Expected)[name] : undefined;

/** What the suite says of an item, by the name that it has here; undefined where it says nothing. */
function expectationsOf(item: Expected): Record<string, unknown> {
  const links = (item['links'] ?? []) as unknown[];
  const alternate = links.find((link) => memberOf(link, 'rel') === 'alternate');
  const content = memberOf(item['content'], 'value') ?? item['content'] ?? item['content_html'];
  const hasContent = typeof content === 'string';
  const description = item['description'] ?? item['summary'];
  return {
    title: item['title'],
    link: item['link'] ?? item['url'] ?? memberOf(alternate, 'href'),
    id: memberOf(item['guid'], 'value') ?? item['guid'] ?? item['id'],
    published: item['publishedParsed'] ?? item['pubDateParsed'] ?? item['date_published'],
    updated: item['updatedParsed'] ?? item['date_modified'],
    content: hasContent ? content : description,
    summary: hasContent ? description : undefined,
  };
}

function factsOf(draft: ArticleDraft): Record<string, unknown> {
  const { title, url, id, publishedAt, updatedAt, body, bodyHtml, extras } = draft;
  return {
    ...{ title, link: url, id, published: publishedAt, updated: updatedAt },
    ...{ content: bodyHtml ?? body, summary: extras?.['summary'] },
  };
}

function isEqual(field: string, expected: unknown, found: unknown): boolean {
  if (found === undefined) return false;
  if (field === 'published' || field === 'updated') {
    return Date.parse(String(expected)) === Date.parse(String(found));
  }
  return field === 'link' ? expected === found : seen(expected) === seen(found);
}

(has ? describe : describe.skip)('the feeds of gofeed', () => {
  if (!has) process.stderr.write('left out: gofeed, ../shared/suites is not there\n');
  const all = has ? cases() : [];
  const unread: string[] = [];
  const documents = all.flatMap(({ file, expected }) => {
    try {
      return [{ file, expected, drafts: draftsOfFile(file) }];
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      unread.push(`${file}: ${error.message}`);
      return [];
    }
  });

  function draftsOfFile(file: string) {
    return draftsOf(parsed(file));
  }

  it('are read, all but those with a DOCTYPE or an end tag of another element, which are refused', () => {
    process.stderr.write(
      `gofeed: ${documents.length} of ${all.length} feeds read; not: ${unread.join('; ')}\n`,
    );
    expect(all.length).toBeGreaterThan(430);
    expect(documents.length / all.length).toBeGreaterThanOrEqual(0.97);
    const isMeant = (told: string) => / DOCTYPE |unexpected close tag/.test(told);
    expect(unread.filter((told) => !isMeant(told))).toEqual([]);
  });

  it('without an expectation are told from each other, and from what is no feed', () => {
    const names = readdirSync(path.join(suite, 'parser/universal')).sort();
    const told = names.map((name) => {
      try {
        const document = parsed(path.join('parser/universal', name));
        return `${name} ${formatOf(document)?.name}`;
      } catch (error) {
        return `${name} ${error instanceof DocumentError ? 'refused' : 'no JSON'}`;
      }
    });
    expect(told).toEqual([
      'atom03_feed.xml atom',
      'atom10_feed.xml atom',
      'empty_feed.xml refused',
      'invalid.json no JSON',
      'json10_feed.json json-feed',
      'json11_feed.json json-feed',
      'rdf_feed.xml rss',
      'rss_feed.xml rss',
      'rss_feed_bom.xml rss',
      'rss_feed_leading_spaces.xml rss',
      'sample.json json-feed',
      'unknown_feed.xml undefined',
    ]);
  });

  it('give as many items as expected, with the title, link, id, dates and texts expected', () => {
    const differing: string[] = [];
    let compared = 0;
    for (const { file, expected, drafts } of documents) {
      const items = expected.items ?? expected.entries ?? [];
      if (items.length !== drafts.length) differing.push(`${file}: ${drafts.length} items`);
      for (const [at, item] of items.entries()) {
        const facts = factsOf(drafts[at] ?? {});
        for (const [field, wanted] of Object.entries(expectationsOf(item))) {
          if (wanted === undefined || wanted === '') continue;
          compared += 1;
          if (!isEqual(field, wanted, facts[field])) {
            differing.push(`${file}: ${field} is ${String(facts[field])}, not ${String(wanted)}`);
          }
        }
      }
    }
    process.stderr.write(
      `gofeed: ${compared - differing.length} of ${compared} fields equal\n  ${differing.join('\n  ')}\n`,
    );
    expect(compared).toBeGreaterThan(150);
    expect((compared - differing.length) / compared).toBeGreaterThanOrEqual(0.95);
  });
});
