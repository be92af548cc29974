import { absoluteUrl } from './absolute-url.ts';
import { articleUrl } from './article-url.ts';
import type { ArticleDraft, ExtrasVocabulary } from './draft.ts';
import type { ReadingContext } from './format.ts';
import type { Attributes } from './html-cursor.ts';
import type { ScannedPage } from './html-scan.ts';
import { htmlLine } from './html-text.ts';
import { instantOf } from './instants.ts';

/** Of one text of the head. */
const TEXT_LENGTH_MAX = 2_000;
const KEYWORDS_MAX = 50;

const PUBLISHED = [
  'article:published_time',
  'datepublished',
  'og:article:published_time',
  'parsely-pub-date',
  'publishdate',
  'publish-date',
  'publish_date',
  'pubdate',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'content_publisheddate',
  'originalpublicationdate',
  'date',
];
const UPDATED = [
  'article:modified_time',
  'datemodified',
  'og:updated_time',
  'dcterms.modified',
  'lastmod',
  'last-modified',
];

/** What the head of a page says of its article, by the names in use: Open Graph, Dublin Core, others. */
export class PageMeta {
  readonly #page: ScannedPage;
  readonly #context: ReadingContext;
  readonly #byName = new Map<string, string[]>();
  /** What relative addresses are relative to. */
  readonly base: string | undefined;
  /** Where the page is, as it says itself, else as the request says. */
  readonly url: string | undefined;

  constructor(page: ScannedPage, context: ReadingContext) {
    this.#page = page;
    this.#context = context;
    for (const meta of page.metas) {
      const content = htmlLine((meta.get('content') ?? '').slice(0, TEXT_LENGTH_MAX));
      if (content === '') continue;
      for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
        const name = meta.get(key)?.trim().toLowerCase();
        if (name !== undefined) this.#byName.set(name, [...this.all(name), content]);
      }
    }
    const base = absoluteUrl(decoded(page.base), context.baseUrl) ?? context.baseUrl;
    this.url = this.#url(base);
    this.base = base ?? this.url;
  }

  all(name: string): readonly string[] {
    return this.#byName.get(name) ?? [];
  }

  /** The first that is there, in the order of the names. */
  first(...names: string[]): string | undefined {
    return names.map((name) => this.all(name)[0]).find((content) => content !== undefined);
  }

  /** NOTE: never the base itself, which is that of many pages: they would become one article. */
  #url(base: string | undefined): string | undefined {
    const { headers } = this.#context;
    const linked = /<([^<>]{1,2048})>\s*;\s*rel="?canonical"?/i.exec(headers['link'] ?? '')?.[1];
    const written = [
      this.#link('canonical'),
      this.first('og:url'),
      linked,
      headers['content-location'],
    ];
    return written.map((one) => articleUrl(one, base)).find((url) => url !== undefined);
  }

  draft(): ArticleDraft {
    return {
      title: this.#title(),
      publishedAt: this.#instant(PUBLISHED, ['pubdate', 'datepublished', 'published']),
      updatedAt: this.#instant(UPDATED, ['datemodified', 'updated']),
      language:
        (decoded(this.#page.language)?.trim() || undefined) ??
        this.first('content-language', 'language', 'dc.language') ??
        this.#context.headers['content-language']?.split(',')[0] ??
        this.first('og:locale'),
      byline: this.#authors().join(', ') || undefined,
      section: this.first('article:section', 'parsely-section', 'section', 'articlesection'),
      extras: this.#extras() as ArticleDraft['extras'],
    };
  }

  /** Without the name of the site that many put behind it. */
  #title(): string | undefined {
    const title = this.first('og:title', 'twitter:title') ?? htmlLine(this.#page.title);
    const site = this.first('og:site_name', 'application-name');
    const end = site === undefined ? -1 : title.lastIndexOf(site);
    const before = title.slice(0, Math.max(0, end)).trimEnd();
    const isBehind = end > 0 && end + (site?.length ?? 0) === title.length;
    return (
      (isBehind && /[-–—|:·»]$/.test(before) ? before.slice(0, -1).trim() : title) || undefined
    );
  }

  #instant(names: string[], itemprops: string[]): string | undefined {
    const { timeZone } = this.#context;
    const written = names.flatMap((name) => this.all(name));
    const times = this.#page.times.filter(
      (time) =>
        itemprops.includes(time.get('itemprop')?.toLowerCase() ?? '') ||
        (itemprops.includes('pubdate') && time.has('pubdate')),
    );
    // The first time of a page is when it was published, wherever that is said in no other way.
    const [first] = itemprops.includes('pubdate') ? this.#page.times : [];
    const shown = [...times, ...(first === undefined ? [] : [first])].map((time) =>
      decoded(time.get('datetime')),
    );
    return [...written, ...shown]
      .map((one) => instantOf(one, timeZone))
      .find((instant) => instant !== undefined);
  }

  /** Names; pages give the address of a profile under the same name. */
  #authors(): string[] {
    const names = [
      'author',
      'article:author',
      'parsely-author',
      'dc.creator',
      'byl',
      'sailthru.author',
    ];
    const found = names.map((name) => this.all(name).filter((one) => !/^https?:/.test(one)));
    return [...new Set(found.find((some) => some.length > 0) ?? [])].slice(0, KEYWORDS_MAX);
  }

  #extras(): ExtrasVocabulary {
    const listed = ['article:tag', 'og:article:tag'].flatMap((name) => this.all(name));
    const keywords =
      listed.length > 0 ? listed : this.#split('news_keywords', 'keywords', 'parsely-tags');
    const site = this.first('og:site_name', 'publisher', 'dc.publisher', 'application-name');
    const rights = this.first('copyright', 'dc.rights', 'rights') ?? this.#link('license');
    return withoutEmpty({
      summary: this.first('description', 'og:description', 'twitter:description', 'dc.description'),
      keywords: [...new Set(keywords)].slice(0, KEYWORDS_MAX),
      authors: this.#authors().map((name) => ({ name })),
      media: this.#media(),
      links: this.#links(),
      rights,
      source: site === undefined ? undefined : { name: site },
      places: this.#places(),
    });
  }

  #split(...names: string[]): string[] {
    const words = (this.first(...names) ?? '').split(',');
    return words.map((word) => word.trim()).filter((word) => word !== '');
  }

  #media(): ExtrasVocabulary['media'] {
    const found = [
      ['og:image', 'og:image:secure_url', 'og:image:url', 'twitter:image', 'twitter:image:src'],
      ['og:video', 'og:video:url', 'og:video:secure_url'],
      ['og:audio', 'og:audio:url', 'og:audio:secure_url'],
    ].flatMap((names) => {
      const url = absoluteUrl(this.first(...names), this.base);
      if (url === undefined) return [];
      const kind = names[0] ?? '';
      const [width, height] = ['width', 'height'].map((side) =>
        Number(this.first(`${kind}:${side}`)),
      );
      return [
        withoutEmpty({
          url,
          type: this.first(`${kind}:type`),
          caption: this.first(`${kind}:alt`),
          width: width || undefined,
          height: height || undefined,
        }),
      ];
    });
    return found;
  }

  #links(): ExtrasVocabulary['links'] {
    return ['amphtml', 'shortlink', 'prev', 'next'].flatMap((rel) => {
      const url = absoluteUrl(this.#link(rel), this.base);
      return url === undefined ? [] : [{ url, rel }];
    });
  }

  #places(): ExtrasVocabulary['places'] {
    const name = this.first('geo.placename');
    const position = this.first('geo.position', 'icbm')?.split(/[;,]/).map(Number) ?? [];
    const [latitude, longitude] = position;
    const code = this.first('geo.region');
    const place = withoutEmpty({ name, code, latitude, longitude });
    return Object.keys(place).length === 0 ? [] : [place];
  }

  #link(rel: string): string | undefined {
    const isIt = (link: Attributes) =>
      (link.get('rel') ?? '').toLowerCase().split(/\s+/).includes(rel) && link.get('href');
    return decoded(this.#page.links.find(isIt)?.get('href'));
  }
}

function withoutEmpty<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, one]) =>
        one !== undefined && !Number.isNaN(one) && !(Array.isArray(one) && one.length === 0),
    ),
  ) as Value;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
};

/** An attribute's value; what is in addresses besides is written there as it is. */
function decoded(value: string | undefined): string | undefined {
  return value?.replace(/&(?:(amp|quot|apos|lt|gt)|#(\d{1,6})|#x([\da-f]{1,5}));/gi, (...match) => {
    const [, name, decimal, hex] = match as [string, string?, string?, string?];
    if (name !== undefined) return named[name.toLowerCase()] ?? '';
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return String.fromCodePoint(code);
  });
}
