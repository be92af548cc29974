/* Generated from apps/search/openapi.json by `npm run docs`. */

export interface paths {
  readonly '/v1/articles': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Articles that match, a page at a time. */
    readonly get: operations['searchArticles'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/articles/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One article as it is now, with everything found in it. */
    readonly get: operations['readArticle'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/receipts/{receipt}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How far the push has come that this receipt was given for. */
    readonly get: operations['readReceipt'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/feeds': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What came of every feed, when it last brought something new, and which are silent. */
    readonly get: operations['reportFeeds'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/feeds/{feed}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The same of one feed, with the hours of the week in which it pushes. */
    readonly get: operations['reportFeed'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    readonly SearchAnswer: {
      readonly data: readonly components['schemas']['ArticleHit'][];
      readonly total: {
        readonly value: number;
        /**
         * @description gte: at least so many.
         * @enum {string}
         */
        readonly relation: 'eq' | 'gte';
      };
      /** @description Cursor of the next page; absent on the last. */
      readonly next?: string;
      /** @description True when a part of the index did not answer in time. */
      readonly partial: boolean;
    };
    readonly ArticleHit: {
      /** Format: uuid */
      readonly id: string;
      /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
      readonly feed: string;
      readonly sourceId?: string;
      /** Format: uri */
      readonly url?: string;
      readonly title?: string;
      /** @description As the feed says it. Where it says nothing, reading one article shows what is printed. */
      readonly byline?: string;
      readonly section?: string;
      readonly language: string;
      /** Format: date-time */
      readonly publishedAt?: string;
      /** Format: date-time */
      readonly updatedAt?: string;
      readonly rev: number;
      readonly revision: number;
      /** @description The article that told the same story first. Absent on that one. */
      readonly duplicateOf?: {
        /** Format: uuid */
        readonly articleId: string;
        /** @description Of the word shingles; 1 is the same text. */
        readonly similarity: number;
        /** @enum {string} */
        readonly kind: 'exact' | 'near';
      };
      readonly score: number | null;
      /** @description HTML-encoded fragments with <em> around what matched, and nothing else. */
      readonly highlights: {
        readonly title?: readonly string[];
        readonly body?: readonly string[];
      };
      readonly entities: readonly {
        /** Format: uuid */
        readonly id: string;
        /** @enum {string} */
        readonly type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
        readonly name: string;
        readonly wikidata?: string;
        /** @enum {string} */
        readonly salience: 'main' | 'passing';
        /** @description How often it is mentioned. */
        readonly mentions: number;
      }[];
    };
    readonly ArticleView: {
      /** Format: uuid */
      readonly id: string;
      /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
      readonly feed: string;
      readonly sourceId?: string;
      /** Format: uri */
      readonly url?: string;
      readonly title?: string;
      /** @description As the feed says it. Where it says nothing, reading one article shows what is printed. */
      readonly byline?: string;
      readonly section?: string;
      readonly language: string;
      /** Format: date-time */
      readonly publishedAt?: string;
      /** Format: date-time */
      readonly updatedAt?: string;
      readonly rev: number;
      readonly revision: number;
      /** @description The article that told the same story first. Absent on that one. */
      readonly duplicateOf?: {
        /** Format: uuid */
        readonly articleId: string;
        /** @description Of the word shingles; 1 is the same text. */
        readonly similarity: number;
        /** @enum {string} */
        readonly kind: 'exact' | 'near';
      };
      readonly body: string;
      readonly extras?: {
        readonly [key: string]: components['schemas']['JsonValue'];
      };
      readonly flags: readonly string[];
      /** @description Name and version of what made the annotations. */
      readonly extractor: string;
      readonly entities: readonly {
        /** Format: uuid */
        readonly id: string;
        /** @enum {string} */
        readonly type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
        readonly name: string;
        readonly wikidata?: string;
        readonly linkedBy?: string;
        readonly place?: {
          readonly latitude: number;
          readonly longitude: number;
          readonly country?: string;
        };
        readonly role?: string;
        readonly aliases: readonly string[];
        /** @enum {string} */
        readonly salience: 'main' | 'passing';
        readonly mentions: readonly {
          /** @enum {string} */
          readonly field: 'title' | 'body';
          readonly start: number;
          readonly end: number;
          readonly by?: string;
        }[];
      }[];
      readonly quotes: readonly {
        readonly text: string;
        /** @enum {string} */
        readonly field: 'body';
        readonly start: number;
        readonly end: number;
        readonly cue: string;
        readonly direct: boolean;
        readonly indirect?: boolean;
        /** Format: uuid */
        readonly speakerEntityId?: string;
        readonly speaker?: string;
        readonly speakerMention?: {
          /** @enum {string} */
          readonly field: 'title' | 'body';
          readonly start: number;
          readonly end: number;
          readonly by?: string;
        };
        readonly confidence: number;
        readonly by?: string;
      }[];
      readonly dates: readonly {
        readonly text: string;
        /** @enum {string} */
        readonly field: 'title' | 'body';
        readonly start: number;
        readonly end: number;
        readonly value: string;
        /** @enum {string} */
        readonly flagged?: 'future' | 'implausible';
        readonly by?: string;
      }[];
      readonly amounts: readonly {
        readonly text: string;
        /** @enum {string} */
        readonly field: 'title' | 'body';
        readonly start: number;
        readonly end: number;
        /** @enum {string} */
        readonly kind: 'money' | 'percent' | 'count' | 'measure';
        readonly value: number;
        readonly unit?: string;
        readonly counts?: string;
        /** @enum {string} */
        readonly flagged?: 'implausible';
        readonly by?: string;
      }[];
      /** @description What the publisher put around its text; nothing else is found in it. */
      readonly furniture: readonly {
        /** @enum {string} */
        readonly kind:
          'dateline' | 'byline' | 'attribution' | 'read-also' | 'embed' | 'prompt' | 'credit';
        readonly text: string;
        /** @enum {string} */
        readonly field: 'title' | 'body';
        readonly start: number;
        readonly end: number;
      }[];
      /** @description The agencies and media that the article says it is taken from. */
      readonly attribution: readonly string[];
      /** @description The trained models that took part. */
      readonly models: readonly string[];
      /**
       * Format: date-time
       * @description When the broker stored the push that made this state.
       */
      readonly submittedAt: string;
    };
    readonly JsonValue: unknown;
    readonly ReceiptView: {
      /** Format: uuid */
      readonly articleId: string;
      /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
      readonly feed: string;
      /**
       * @description Of the event stored.
       * @enum {string}
       */
      readonly kind: 'publish' | 'withhold' | 'takedown' | 'restore';
      /**
       * @description waiting: on its way. indexed: what is shown is this push. held: this version is under embargo; an older one may be shown. withheld, taken-down: the article is hidden. superseded: a later push is shown instead. unchanged: an earlier push with the same content is shown. outranked: an earlier push with a newer stamp is shown. dead-lettered: it failed for good. unknown: nothing tells of it any more.
       * @enum {string}
       */
      readonly state:
        | 'waiting'
        | 'indexed'
        | 'held'
        | 'withheld'
        | 'taken-down'
        | 'superseded'
        | 'unchanged'
        | 'outranked'
        | 'dead-lettered'
        | 'unknown';
      /** @description The same as a sentence, with what to do where that helps. */
      readonly explanation: string;
      /** @description Those that are behind it, in their order. Of an article that changed again without a push, such as at the end of its embargo, the last two are those of the latest change. */
      readonly stages: readonly {
        /** @enum {string} */
        readonly stage: 'accepted' | 'in-kafka' | 'enriched' | 'indexed';
        /**
         * Format: date-time
         * @description By the clock of whoever did it: ingestor, broker, Postgres, search.
         */
        readonly at: string;
        /** @description Since the latest stage before; 0 where clocks disagree. The first is 0. */
        readonly ms: number;
      }[];
      /** @description The sum of the stages. */
      readonly totalMs: number;
      readonly waiting?: {
        /**
         * @description What it waits for.
         * @enum {string}
         */
        readonly stage: 'enriched' | 'indexed';
        /** @description At most so many records are worked off before it. */
        readonly recordsMax: number;
      };
      readonly deadLetter?: {
        readonly topic: string;
        readonly partition: number;
        readonly offset: string;
        /**
         * @description Where it failed.
         * @enum {string}
         */
        readonly stage: 'decode' | 'handle' | 'index';
        /** @description A stable code, for counting. */
        readonly reason: string;
        /** @description For people. */
        readonly detail: string;
        readonly attempts: number;
        /** Format: date-time */
        readonly failedAt: string;
      };
      /** Format: date-time */
      readonly heldUntil?: string;
    };
    readonly FeedReports: {
      readonly feeds: readonly components['schemas']['FeedReport'][];
      /** @description How many of them are silent longer than is usual. */
      readonly silent: number;
      /** @description False when more than 512 feeds have articles: those with the most are here. */
      readonly complete: boolean;
      /** Format: date-time */
      readonly asOf: string;
    };
    readonly FeedReport: {
      /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
      readonly feed: string;
      readonly title?: string;
      /**
       * @description unregistered: only keys name it. A paused feed is never called silent.
       * @enum {string}
       */
      readonly state: 'active' | 'paused' | 'unregistered';
      readonly articles: {
        readonly last24Hours: {
          readonly live: number;
          readonly held: number;
          readonly withheld: number;
          readonly canceled: number;
        };
        readonly last7Days: {
          readonly live: number;
          readonly held: number;
          readonly withheld: number;
          readonly canceled: number;
        };
        readonly all: {
          readonly live: number;
          readonly held: number;
          readonly withheld: number;
          readonly canceled: number;
        };
      };
      /**
       * Format: date-time
       * @description When its last push was stored that brought something new which is shown or under embargo. Pushes that repeat what is known do not count, nor do takedowns, restores and withheld versions. Absent when there is none.
       */
      readonly lastNewsAt?: string;
      /** @description Learnt from the 28 days up to `lastNewsAt`; absent while there is too little to learn from. */
      readonly rhythm?: {
        /** @description Only those that bring something new. */
        readonly pushesPerDay: number;
        /** @description The longest silence that is usual, whole hours. */
        readonly usualSilenceHours: number;
        /** @description How often it brings something new in each hour of the week, 0 to 1, the first from Monday 00:00 UTC. Only of one feed. */
        readonly activeByHourOfWeek?: readonly number[];
      };
      /** @description Present when nothing new has come for longer than is usual, also when it still pushes. */
      readonly silence?: {
        /**
         * Format: date-time
         * @description `lastNewsAt` of the feed.
         */
        readonly since: string;
        /** @description Whole hours since. */
        readonly hours: number;
        /** @description The longest silence that is usual. */
        readonly usualHours: number;
        /** @description In how many of these hours something new would have come. */
        readonly missed: number;
        /** @description The same as a sentence. */
        readonly warning: string;
      };
    };
    readonly PushArticle: {
      /** @description Needed unless the key names exactly one feed. */
      readonly feed?: string;
      /** @description The feed's own id. Either id or url is needed. */
      readonly id?: string;
      /** Format: uri */
      readonly url?: string;
      readonly title?: string;
      /** @description Plain text. */
      readonly body?: string;
      /** @description HTML, in place of body. */
      readonly bodyHtml?: string;
      /** Format: date-time */
      readonly publishedAt?: string;
      /**
       * Format: date-time
       * @description Raise it with each correction, or raise version.
       */
      readonly updatedAt?: string;
      readonly version?: number;
      /**
       * @description Without it the version is usable.
       * @enum {string}
       */
      readonly status?: 'usable' | 'withheld' | 'canceled';
      /**
       * Format: date-time
       * @description Not to be shown to anybody before.
       */
      readonly embargoUntil?: string;
      readonly language?: string;
      readonly byline?: string;
      readonly section?: string;
      readonly extras?: {
        readonly [key: string]: unknown;
      };
    };
    readonly Problem: {
      /** @description about:blank, or a page that explains the problem. */
      readonly type: string;
      readonly title: string;
      readonly status: number;
      /** @description What to do about it. */
      readonly detail?: string;
      /** @description The trace id of the request, to quote to support. */
      readonly instance?: string;
      /** @description Every bad field: RFC 6901 pointer into the body, `?name` of the query, `{name}` of the path. */
      readonly errors?: readonly {
        readonly pointer: string;
        readonly detail: string;
      }[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly searchArticles: {
    readonly parameters: {
      readonly query?: {
        /** @description Words, "phrases", -exclusions; all words must match. */
        readonly q?: string;
        /** @description An entity: its id, its Wikidata id, or any of its names. */
        readonly entity?: string;
        /** @description Language as detected, e.g. id or en. */
        readonly lang?: string;
        /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
        readonly feed?: string;
        /** @description Published at or after; a date means the start of that day, UTC. */
        readonly from?: string;
        /** @description Published before. */
        readonly to?: string;
        /** @description By default relevance with q, else newest. */
        readonly sort?: 'relevance' | 'newest' | 'oldest';
        readonly size?: number;
        /** @description `next` of the page before; belongs to the same query. */
        readonly cursor?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SearchAnswer'];
        };
      };
      /** @description A parameter is unknown or not valid, or the cursor is of another search. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No key, or one that is unknown, expired or revoked. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key lacks the scope search:read, or does not count for the feed. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not possible just now; send the same again after Retry-After seconds. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly readArticle: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ArticleView'];
        };
      };
      /** @description The id is no UUID. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No key, or one that is unknown, expired or revoked. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key lacks the scope search:read, or does not count for the feed. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such article, or it is still on its way or under embargo. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The article was taken down, or its publisher withholds it. */
      readonly 410: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not possible just now; send the same again after Retry-After seconds. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly readReceipt: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly receipt: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReceiptView'];
        };
      };
      /** @description No key, or one that is unknown, expired or revoked. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key lacks the scope search:read or articles:write or admin, or does not count for the feed. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not a receipt of this stack, or one signed by a key that has been removed. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not possible just now; send the same again after Retry-After seconds. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly reportFeeds: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FeedReports'];
        };
      };
      /** @description No key, or one that is unknown, expired or revoked. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key lacks the scope search:read, or does not count for the feed. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not possible just now; send the same again after Retry-After seconds. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly reportFeed: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
        readonly feed: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FeedReport'];
        };
      };
      /** @description This can be no name of a feed. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No key, or one that is unknown, expired or revoked. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key lacks the scope search:read, or does not count for the feed. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such feed is registered, and none has articles. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not possible just now; send the same again after Retry-After seconds. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
