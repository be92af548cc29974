/* Generated from apps/search/openapi.json by `npm run docs`. */

export interface paths {
  '/v1/articles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['searchArticles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/articles/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['readArticle'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/receipts/{receipt}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far the push has come that this receipt was given for. */
    get: operations['readReceipt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/feeds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What came of every feed, when it last brought something new, and which are silent. */
    get: operations['reportFeeds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/feeds/{feed}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same of one feed, with the hours of the week in which it pushes. */
    get: operations['reportFeed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/articles/{id}/similar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['similar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/articles/{id}/revisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['revisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/articles/{id}/revisions/{rev}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['revision'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/articles/{id}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['diff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/articles/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['exportArticles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/attention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['attention'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/significant': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['significant'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/query/explain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['explain'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/duplicates/{group}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['duplicates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    SearchAnswer: {
      data: components['schemas']['ArticleHit'][];
      /** @description Articles that match, copies too. */
      total: {
        value: number;
        /**
         * @description gte: at least so many.
         * @enum {string}
         */
        relation: 'eq' | 'gte';
      };
      /** @description The same with the copies of one text counted once. On the first page with collapse=group. */
      groups?: {
        value: number;
        /**
         * @description gte: at least so many.
         * @enum {string}
         */
        relation: 'eq' | 'gte';
      };
      facets?: components['schemas']['Facets'];
      /** @description Cursor of the next page; absent on the last. */
      next?: string;
      /**
       * @description Present when the state of the index that the pages before came from is gone: this page comes from a newer one, still behind the page before.
       * @constant
       */
      moved?: true;
      /** @description True when a part of the index did not answer in time, or too many entities bear a name. */
      partial: boolean;
    };
    ArticleHit: {
      /** Format: uuid */
      id: string;
      /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
      feed: string;
      sourceId?: string;
      /** Format: uri */
      url?: string;
      title?: string;
      /** @description As the feed says it. Where it says nothing, reading one article shows what is printed. */
      byline?: string;
      section?: string;
      language: string;
      /** Format: date-time */
      publishedAt?: string;
      /** Format: date-time */
      updatedAt?: string;
      rev: number;
      revision: number;
      /** @description The article that told the same story first. Absent on that one. */
      duplicateOf?: {
        /** Format: uuid */
        articleId: string;
        /** @description Of the word shingles; 1 is the same text. */
        similarity: number;
        /** @enum {string} */
        kind: 'exact' | 'near';
      };
      score: number | null;
      /** @description HTML-encoded fragments with <em> around what matched, and nothing else. */
      highlights: {
        title?: string[];
        body?: string[];
      };
      /** @description Its first paragraph, or the beginning of it. */
      lead?: string;
      /** @description Present with collapse=group. */
      copies?: components['schemas']['Copies'];
      /** @description With sentences=true: at most 5, in the order of the text. */
      sentences?: components['schemas']['MatchingSentence'][];
      entities: {
        /** Format: uuid */
        id: string;
        /** @enum {string} */
        type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
        name: string;
        wikidata?: string;
        /** @enum {string} */
        salience: 'main' | 'passing';
        /** @description How often it is mentioned. */
        mentions: number;
      }[];
    };
    ArticleView: {
      /** Format: uuid */
      id: string;
      /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
      feed: string;
      sourceId?: string;
      /** Format: uri */
      url?: string;
      title?: string;
      /** @description As the feed says it. Where it says nothing, reading one article shows what is printed. */
      byline?: string;
      section?: string;
      language: string;
      /** Format: date-time */
      publishedAt?: string;
      /** Format: date-time */
      updatedAt?: string;
      rev: number;
      revision: number;
      /** @description The article that told the same story first. Absent on that one. */
      duplicateOf?: {
        /** Format: uuid */
        articleId: string;
        /** @description Of the word shingles; 1 is the same text. */
        similarity: number;
        /** @enum {string} */
        kind: 'exact' | 'near';
      };
      body: string;
      extras?: {
        [key: string]: components['schemas']['JsonValue'];
      };
      flags: string[];
      /** @description Name and version of what made the annotations. */
      extractor: string;
      entities: {
        /** Format: uuid */
        id: string;
        /** @enum {string} */
        type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
        name: string;
        wikidata?: string;
        linkedBy?: string;
        place?: {
          latitude: number;
          longitude: number;
          country?: string;
        };
        role?: string;
        aliases: string[];
        /** @enum {string} */
        salience: 'main' | 'passing';
        mentions: {
          /** @enum {string} */
          field: 'title' | 'body';
          start: number;
          end: number;
          by?: string;
        }[];
      }[];
      quotes: {
        text: string;
        /** @constant */
        field: 'body';
        start: number;
        end: number;
        cue: string;
        direct: boolean;
        indirect?: boolean;
        /** Format: uuid */
        speakerEntityId?: string;
        speaker?: string;
        speakerMention?: {
          /** @enum {string} */
          field: 'title' | 'body';
          start: number;
          end: number;
          by?: string;
        };
        confidence: number;
        by?: string;
      }[];
      dates: {
        text: string;
        /** @enum {string} */
        field: 'title' | 'body';
        start: number;
        end: number;
        value: string;
        /** @enum {string} */
        flagged?: 'future' | 'implausible';
        by?: string;
      }[];
      amounts: {
        text: string;
        /** @enum {string} */
        field: 'title' | 'body';
        start: number;
        end: number;
        /** @enum {string} */
        kind: 'money' | 'percent' | 'count' | 'measure';
        value: number;
        unit?: string;
        counts?: string;
        /** @constant */
        flagged?: 'implausible';
        by?: string;
      }[];
      /** @description What the publisher put around its text; nothing else is found in it. */
      furniture: {
        /** @enum {string} */
        kind:
          'dateline' | 'byline' | 'attribution' | 'read-also' | 'embed' | 'prompt' | 'credit';
        text: string;
        /** @enum {string} */
        field: 'title' | 'body';
        start: number;
        end: number;
      }[];
      /** @description The agencies and media that the article says it is taken from. */
      attribution: string[];
      /** @description The trained models that took part. */
      models: string[];
      /**
       * Format: date-time
       * @description When the broker stored the push that made this state.
       */
      submittedAt: string;
    };
    JsonValue: unknown;
    ReceiptView: {
      /** Format: uuid */
      articleId: string;
      /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
      feed: string;
      /**
       * @description Of the event stored.
       * @enum {string}
       */
      kind: 'publish' | 'withhold' | 'takedown' | 'restore';
      /**
       * @description waiting: on its way. indexed: what is shown is this push. held: this version is under embargo; an older one may be shown. withheld, taken-down: the article is hidden. superseded: a later push is shown instead. unchanged: an earlier push with the same content is shown. outranked: an earlier push with a newer stamp is shown. dead-lettered: it failed for good. unknown: nothing tells of it any more.
       * @enum {string}
       */
      state:
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
      explanation: string;
      /** @description Those that are behind it, in their order. Of an article that changed again without a push, such as at the end of its embargo, the last two are those of the latest change. */
      stages: {
        /** @enum {string} */
        stage: 'accepted' | 'in-kafka' | 'enriched' | 'indexed';
        /**
         * Format: date-time
         * @description By the clock of whoever did it: ingestor, broker, Postgres, search.
         */
        at: string;
        /** @description Since the latest stage before; 0 where clocks disagree. The first is 0. */
        ms: number;
      }[];
      /** @description The sum of the stages. */
      totalMs: number;
      waiting?: {
        /**
         * @description What it waits for.
         * @enum {string}
         */
        stage: 'enriched' | 'indexed';
        /** @description At most so many records are worked off before it. */
        recordsMax: number;
      };
      deadLetter?: {
        topic: string;
        partition: number;
        offset: string;
        /**
         * @description Where it failed.
         * @enum {string}
         */
        stage: 'decode' | 'handle' | 'index';
        /** @description A stable code, for counting. */
        reason: string;
        /** @description For people. */
        detail: string;
        attempts: number;
        /** Format: date-time */
        failedAt: string;
      };
      /** Format: date-time */
      heldUntil?: string;
    };
    FeedReports: {
      feeds: components['schemas']['FeedReport'][];
      /** @description How many of them are silent longer than is usual. */
      silent: number;
      /** @description False when more than 512 feeds have articles: those with the most are here. */
      complete: boolean;
      /** Format: date-time */
      asOf: string;
    };
    FeedReport: {
      /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
      feed: string;
      title?: string;
      /**
       * @description unregistered: only keys name it. A paused feed is never called silent.
       * @enum {string}
       */
      state: 'active' | 'paused' | 'unregistered';
      articles: {
        last24Hours: {
          live: number;
          held: number;
          withheld: number;
          canceled: number;
        };
        last7Days: {
          live: number;
          held: number;
          withheld: number;
          canceled: number;
        };
        all: {
          live: number;
          held: number;
          withheld: number;
          canceled: number;
        };
      };
      /**
       * Format: date-time
       * @description When its last push was stored that brought something new which is shown or under embargo. Pushes that repeat what is known do not count, nor do takedowns, restores and withheld versions. Absent when there is none.
       */
      lastNewsAt?: string;
      /** @description Learnt from the 28 days up to `lastNewsAt`; absent while there is too little to learn from. */
      rhythm?: {
        /** @description Only those that bring something new. */
        pushesPerDay: number;
        /** @description The longest silence that is usual, whole hours. */
        usualSilenceHours: number;
        /** @description How often it brings something new in each hour of the week, 0 to 1, the first from Monday 00:00 UTC. Only of one feed. */
        activeByHourOfWeek?: number[];
      };
      /** @description Present when nothing new has come for longer than is usual, also when it still pushes. */
      silence?: {
        /**
         * Format: date-time
         * @description `lastNewsAt` of the feed.
         */
        since: string;
        /** @description Whole hours since. */
        hours: number;
        /** @description The longest silence that is usual. */
        usualHours: number;
        /** @description In how many of these hours something new would have come. */
        missed: number;
        /** @description The same as a sentence. */
        warning: string;
      };
    };
    PushArticle: {
      /** @description Needed unless the key names exactly one feed. */
      feed?: string;
      /** @description The feed's own id. Either id or url is needed. */
      id?: string;
      /** Format: uri */
      url?: string;
      title?: string;
      /** @description Plain text. */
      body?: string;
      /** @description HTML, in place of body. */
      bodyHtml?: string;
      /** Format: date-time */
      publishedAt?: string;
      /**
       * Format: date-time
       * @description Raise it with each correction, or raise version.
       */
      updatedAt?: string;
      version?: number;
      /**
       * @description Without it the version is usable.
       * @enum {string}
       */
      status?: 'usable' | 'withheld' | 'canceled';
      /**
       * Format: date-time
       * @description Not to be shown to anybody before.
       */
      embargoUntil?: string;
      language?: string;
      byline?: string;
      section?: string;
      extras?: {
        [key: string]: unknown;
      };
    };
    Problem: {
      /** @description about:blank, or a page that explains the problem. */
      type: string;
      title: string;
      status: number;
      /** @description What to do about it. */
      detail?: string;
      /** @description The trace id of the request, to quote to support. */
      instance?: string;
      /** @description Every bad field: RFC 6901 pointer into the body, `?name` of the query, `{name}` of the path. */
      errors?: {
        pointer: string;
        detail: string;
      }[];
    };
    Copies: {
      /**
       * Format: uuid
       * @description GET /v1/duplicates/{group} has them all.
       */
      group: string;
      /** @description Articles of the group that match, this one included. */
      matching: number;
      /** @description All articles of the group. */
      total: number;
    };
    MatchingSentence: {
      /** @enum {string} */
      field: 'title' | 'body';
      start: number;
      end: number;
      /** @description `field.slice(start, end)`: plain text, not HTML. */
      text: string;
      /** @description What matched, as offsets into the field, too. */
      marks: {
        start: number;
        end: number;
      }[];
    };
    Facets: {
      feed?: components['schemas']['FacetCounts'];
      language?: components['schemas']['FacetCounts'];
      person?: components['schemas']['FacetCounts'];
      organization?: components['schemas']['FacetCounts'];
      place?: components['schemas']['FacetCounts'];
      section?: components['schemas']['FacetCounts'];
      day?: components['schemas']['FacetCounts'];
    };
    FacetCounts: {
      /** @description The most frequent first, of days the latest; selected ones always. The selection of a facet does not narrow its own counts, that of every other does. */
      values: {
        /** @description Send it as the parameter of that name to select it. */
        value: string;
        /** @description For people, where the value is an id or a key. */
        name?: string;
        /** @description Copies count each. */
        articles: number;
        selected: boolean;
      }[];
      /** @description Of how often values that are not listed occur: in articles, not values. */
      other: number;
      /** @description True when every value is listed and every count is exact. */
      exhaustive: boolean;
    };
    SimilarArticles: {
      data: components['schemas']['ArticleHit'][];
      /** @description True when a part of the index did not answer in time, or too many entities bear a name. */
      partial: boolean;
    };
    ArticleRevisions: {
      /** Format: uuid */
      id: string;
      data: components['schemas']['ArticleRevision'][];
      /** @description False when the first states of the article are not known. */
      complete: boolean;
      /**
       * Format: date-time
       * @description Since when states are recorded; what was replaced before is not known.
       */
      since: string;
    };
    ArticleRevision: {
      rev: number;
      /** @description Counts the publisher's own changes; absent without a text. */
      revision?: number;
      /**
       * Format: date-time
       * @description Since when this was the published state.
       */
      from: string;
      /**
       * Format: date-time
       * @description Until when; absent while it still is.
       */
      to?: string;
      /** @enum {string} */
      status: 'live' | 'held' | 'withheld' | 'canceled';
      /** @description False where the text is gone: a takedown or a withheld version erases all before it. */
      readable: boolean;
      /** @description Against the rev before. details: byline, section, dates, address and the like. annotation: what was found in the text. duplicate: which article leads. correction: of an entity, by people. */
      changed: (
        | 'first'
        | 'status'
        | 'title'
        | 'body'
        | 'details'
        | 'annotation'
        | 'duplicate'
        | 'correction'
      )[];
    };
    RevisionView: {
      /** Format: uuid */
      id: string;
      /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
      feed: string;
      sourceId?: string;
      /** Format: uri */
      url?: string;
      title?: string;
      /** @description As the feed says it. Where it says nothing, reading one article shows what is printed. */
      byline?: string;
      section?: string;
      language: string;
      /** Format: date-time */
      publishedAt?: string;
      /** Format: date-time */
      updatedAt?: string;
      rev: number;
      revision: number;
      /** @description The article that told the same story first. Absent on that one. */
      duplicateOf?: {
        /** Format: uuid */
        articleId: string;
        /** @description Of the word shingles; 1 is the same text. */
        similarity: number;
        /** @enum {string} */
        kind: 'exact' | 'near';
      };
      body: string;
      extras?: {
        [key: string]: components['schemas']['JsonValue'];
      };
      flags: string[];
      /** @description Name and version of what made the annotations. */
      extractor: string;
      entities: {
        /** Format: uuid */
        id: string;
        /** @enum {string} */
        type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
        name: string;
        wikidata?: string;
        linkedBy?: string;
        place?: {
          latitude: number;
          longitude: number;
          country?: string;
        };
        role?: string;
        aliases: string[];
        /** @enum {string} */
        salience: 'main' | 'passing';
        mentions: {
          /** @enum {string} */
          field: 'title' | 'body';
          start: number;
          end: number;
          by?: string;
        }[];
      }[];
      quotes: {
        text: string;
        /** @constant */
        field: 'body';
        start: number;
        end: number;
        cue: string;
        direct: boolean;
        indirect?: boolean;
        /** Format: uuid */
        speakerEntityId?: string;
        speaker?: string;
        speakerMention?: {
          /** @enum {string} */
          field: 'title' | 'body';
          start: number;
          end: number;
          by?: string;
        };
        confidence: number;
        by?: string;
      }[];
      dates: {
        text: string;
        /** @enum {string} */
        field: 'title' | 'body';
        start: number;
        end: number;
        value: string;
        /** @enum {string} */
        flagged?: 'future' | 'implausible';
        by?: string;
      }[];
      amounts: {
        text: string;
        /** @enum {string} */
        field: 'title' | 'body';
        start: number;
        end: number;
        /** @enum {string} */
        kind: 'money' | 'percent' | 'count' | 'measure';
        value: number;
        unit?: string;
        counts?: string;
        /** @constant */
        flagged?: 'implausible';
        by?: string;
      }[];
      /** @description What the publisher put around its text; nothing else is found in it. */
      furniture: {
        /** @enum {string} */
        kind:
          'dateline' | 'byline' | 'attribution' | 'read-also' | 'embed' | 'prompt' | 'credit';
        text: string;
        /** @enum {string} */
        field: 'title' | 'body';
        start: number;
        end: number;
      }[];
      /** @description The agencies and media that the article says it is taken from. */
      attribution: string[];
      /** @description The trained models that took part. */
      models: string[];
      /**
       * Format: date-time
       * @description When the broker stored the push that made this state.
       */
      submittedAt: string;
      /**
       * Format: date-time
       * @description Since when this was the published state.
       */
      validFrom: string;
      /**
       * Format: date-time
       * @description Until when; absent while it still is.
       */
      validTo?: string;
    };
    RevisionDiff: {
      /** Format: uuid */
      id: string;
      from: {
        rev: number;
        revision: number;
        /** Format: date-time */
        from: string;
      };
      to: {
        rev: number;
        revision: number;
        /** Format: date-time */
        from: string;
      };
      /**
       * @description What the body was compared by: words; lines where the texts differ too much for that; whole where even lines do.
       * @enum {string}
       */
      by: 'word' | 'line' | 'whole';
      /** @description Joined without the removed parts it is the newer title. */
      title: components['schemas']['DiffPart'][];
      body: components['schemas']['DiffPart'][];
      changes: components['schemas']['TypedChange'][];
      /** @description False when there are more changes than are listed. */
      complete: boolean;
    };
    DiffPart: {
      /** @enum {string} */
      op: 'same' | 'added' | 'removed';
      text: string;
    };
    TypedChange:
      | {
          /** @constant */
          kind: 'headline-changed';
          before?: string;
          after?: string;
        }
      | {
          /** @constant */
          kind: 'number-changed';
          /** @description As printed. */
          before: string;
          after: string;
          /** @description A currency, % or a measure; or what is counted, as printed. */
          unit?: string;
        }
      | {
          /** @constant */
          kind: 'name-added';
          entity: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
            name: string;
          };
        }
      | {
          /** @constant */
          kind: 'name-removed';
          entity: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
            name: string;
          };
        }
      | {
          /** @constant */
          kind: 'quote-altered';
          speaker?: string;
          before: string;
          after: string;
        }
      | {
          /** @constant */
          kind: 'quote-added';
          speaker?: string;
          after: string;
        }
      | {
          /** @constant */
          kind: 'quote-removed';
          speaker?: string;
          before: string;
        }
      | {
          /** @constant */
          kind: 'paragraph-added';
          after: string;
        }
      | {
          /** @constant */
          kind: 'paragraph-deleted';
          before: string;
        };
    Attention: {
      /** @enum {string} */
      interval: 'hour' | 'day' | 'week' | 'month';
      timeZone: string;
      /** @description Without gaps. The first and the last may be cut by `from` and `to`. */
      data: {
        /** Format: date-time */
        from: string;
        /** @description That match. */
        articles: number;
        /** @description All of the same feeds and languages. */
        total: number;
        /** @description `articles` of `total`; 0 when there is none. */
        share: number;
      }[];
      overall: {
        /** @description That match. */
        articles: number;
        /** @description All of the same feeds and languages. */
        total: number;
        /** @description `articles` of `total`; 0 when there is none. */
        share: number;
      };
      /** @description Matching articles older than the first bucket: without from there are at most 2000 buckets. */
      before: number;
      /** @description True when a part of the index did not answer in time, or too many entities bear a name. */
      partial: boolean;
    };
    Significant: {
      entities: {
        /** Format: uuid */
        id: string;
        /** @enum {string} */
        type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
        name: string;
        /** @description Matching articles that have it. */
        articles: number;
        /** @description Articles of the background that have it. */
        background: number;
        /** @description How much more often than in the background: (share − share there) × (share ÷ share there). */
        score: number;
      }[];
      /** @description Words as printed, in small letters, counted in the sample only. */
      terms: {
        term: string;
        language: string;
        /** @description Matching articles that have it. */
        articles: number;
        /** @description Articles of the background that have it. */
        background: number;
        /** @description How much more often than in the background: (share − share there) × (share ÷ share there). */
        score: number;
      }[];
      /** @description Matching articles. */
      articles: number;
      /** @description Those whose words were looked at: the best matches, one of each group. */
      sample: number;
      /** @description Articles compared with: all, in the languages asked for. */
      background: number;
      /** @description True when a part of the index did not answer in time, or too many entities bear a name. */
      partial: boolean;
    };
    QueryExplanation: {
      /** @description The query written in full: it means the same, and finds the same. */
      query: string;
      /** @description The whole query in words. */
      says: string;
      tree: components['schemas']['QueryClause'];
      expansions: components['schemas']['QueryExpansion'][];
      /** @description False when a name is borne by more entities than are searched. */
      isComplete: boolean;
      /** @description What it costs to run, and what a query may cost. */
      cost: {
        value: number;
        max: number;
      };
    };
    QueryClause: {
      /** @enum {string} */
      kind:
        | 'and'
        | 'or'
        | 'not'
        | 'word'
        | 'name'
        | 'phrase'
        | 'prefix'
        | 'near'
        | 'title'
        | 'quote'
        | 'entity'
        | 'feed'
        | 'lang'
        | 'section'
        | 'date';
      /** @description This part, as the query language writes it. */
      query: string;
      /** @description The same in words. */
      says: string;
      of?: components['schemas']['QueryClause'][];
    };
    QueryExpansion: {
      /** @description The name as the query writes it. */
      text: string;
      /** @description The field it was given to; absent for bare words. */
      field?: string;
      /** @description What is searched by id. Empty: no article names anybody so. */
      entities: {
        /** @description Warta's id, or Wikidata's. */
        id: string;
        /** @enum {string} */
        type?: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
        /** @description Its canonical name. */
        name?: string;
        /** @description Other names that articles give it; the frequent ones. */
        aliases: string[];
      }[];
    };
    DuplicateGroup: {
      /** Format: uuid */
      group: string;
      /** @description Articles that can be shown; an article without copies is its own group. */
      total: number;
      /** @description Different feeds among them. */
      outlets: number;
      data: components['schemas']['DuplicateMember'][];
      /** @description Cursor of the next page; absent on the last. */
      next?: string;
      /** @description True when a part of the index did not answer in time, or too many entities bear a name. */
      partial: boolean;
    };
    DuplicateMember: {
      /** Format: uuid */
      id: string;
      /** @description The outlet. */
      feed: string;
      title?: string;
      /** Format: uri */
      url?: string;
      language: string;
      /** Format: date-time */
      publishedAt?: string;
      /** Format: date-time */
      submittedAt: string;
      /**
       * Format: date-time
       * @description What the order goes by: publishedAt, else submittedAt. UTC.
       */
      at: string;
      /** @description Behind the first of the group. */
      delaySeconds: number;
      /** @description True of the one that arrived first: the others are compared with it. */
      leads: boolean;
      /** @description To the lead; absent on the lead. */
      similarity?: number;
      /** @enum {string} */
      kind?: 'exact' | 'near';
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
  searchArticles: {
    parameters: {
      query?: {
        q?: string;
        entity?: string;
        lang?: string[];
        feed?: string[];
        person?: string[];
        organization?: string[];
        place?: string[];
        section?: string[];
        day?: string[];
        from?: string;
        to?: string;
        timeZone?: string;
        asOf?: string;
        sort?: 'relevance' | 'newest' | 'oldest';
        collapse?: 'group' | 'none';
        facets?: (
          'feed' | 'language' | 'person' | 'organization' | 'place' | 'section' | 'day'
        )[];
        facetSize?: number;
        sentences?: boolean;
        size?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchAnswer'];
        };
      };
    };
  };
  readArticle: {
    parameters: {
      query?: {
        asOf?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArticleView'];
        };
      };
    };
  };
  readReceipt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        receipt: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptView'];
        };
      };
      /** @description No key, or one that is unknown, expired or revoked. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key lacks the scope search:read or articles:write or admin, or does not count for the feed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not a receipt of this stack, or one signed by a key that has been removed. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not possible just now; send the same again after Retry-After seconds. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reportFeeds: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedReports'];
        };
      };
      /** @description No key, or one that is unknown, expired or revoked. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key lacks the scope search:read, or does not count for the feed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not possible just now; send the same again after Retry-After seconds. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reportFeed: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
        feed: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedReport'];
        };
      };
      /** @description This can be no name of a feed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No key, or one that is unknown, expired or revoked. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key lacks the scope search:read, or does not count for the feed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such feed is registered, and none has articles. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not possible just now; send the same again after Retry-After seconds. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  similar: {
    parameters: {
      query?: {
        feed?: string[];
        lang?: string[];
        from?: string;
        to?: string;
        timeZone?: string;
        copies?: boolean;
        size?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SimilarArticles'];
        };
      };
    };
  };
  revisions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArticleRevisions'];
        };
      };
    };
  };
  revision: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        rev: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionView'];
        };
      };
    };
  };
  diff: {
    parameters: {
      query?: {
        from?: number;
        to?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionDiff'];
        };
      };
    };
  };
  exportArticles: {
    parameters: {
      query?: {
        q?: string;
        entity?: string;
        feed?: string[];
        lang?: string[];
        from?: string;
        to?: string;
        format?: 'ndjson' | 'csv';
        sort?: 'newest' | 'oldest';
        body?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchAnswer'];
        };
      };
    };
  };
  attention: {
    parameters: {
      query?: {
        q?: string;
        entity?: string;
        lang?: string[];
        feed?: string[];
        person?: string[];
        organization?: string[];
        place?: string[];
        section?: string[];
        day?: string[];
        from?: string;
        to?: string;
        timeZone?: string;
        asOf?: string;
        interval?: 'hour' | 'day' | 'week' | 'month';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attention'];
        };
      };
    };
  };
  significant: {
    parameters: {
      query?: {
        q?: string;
        entity?: string;
        lang?: string[];
        feed?: string[];
        person?: string[];
        organization?: string[];
        place?: string[];
        section?: string[];
        day?: string[];
        from?: string;
        to?: string;
        timeZone?: string;
        asOf?: string;
        size?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Significant'];
        };
      };
    };
  };
  explain: {
    parameters: {
      query: {
        q: string;
        in?: 'id' | 'en';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QueryExplanation'];
        };
      };
    };
  };
  duplicates: {
    parameters: {
      query?: {
        size?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        group: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DuplicateGroup'];
        };
      };
    };
  };
}
