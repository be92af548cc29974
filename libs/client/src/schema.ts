/* Generated from apps/search/openapi.json by `npm run docs`. */

export interface paths {
  '/v1/articles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Articles that match, a page at a time.
     * @description With `format` or Accept also as NDJSON, CSV, RSS, Atom or JSON Feed. With If-None-Match 304 while nothing of it has changed. Readers of feeds may send the key as the password of Basic (RFC 7617).
     */
    get: operations['searchArticles'];
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
    /** Articles about the same as this one, without its copies. */
    get: operations['findSimilar'];
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
    /** How much of all that was published matches, over time. */
    get: operations['readAttention'];
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
    /** Entities and words that matching articles have more often than others. */
    get: operations['findSignificant'];
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
    /** Who told one text, in the order of time. Found by the group or any article in it. */
    get: operations['readDuplicates'];
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
    /** How a query is understood, in words and with the names it expands. */
    get: operations['explainQuery'];
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
    /**
     * Every article that matches, as a stream: NDJSON or CSV, of any length.
     * @description The lines come as fast as they are read; a reader slower than 8 KiB/s is cut. An answer that ends without an error is complete; when something fails on the way, the connection is cut.
     */
    get: operations['exportArticles'];
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
    /** One article as it is now, or was at a moment, with everything found in it. */
    get: operations['readArticle'];
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
    /** Every recorded state of an article: when it was, and what changed. */
    get: operations['listRevisions'];
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
    /** An article as it was in one state. */
    get: operations['readRevision'];
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
    /** What changed between two states of an article, word by word. */
    get: operations['diffRevisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every article that changed since a cursor, for copies kept elsewhere. */
    get: operations['readChanges'];
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
  '/v1/operations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far each step is behind, how fresh answers are, what failed. */
    get: operations['readOperations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Records that can never succeed, with the reason, newest first. */
    get: operations['listDeadLetters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters/redrive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends dead letters back to their topics, under their first arrival: newer pushes win. */
    post: operations['redriveDeadLetters'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says of dead letters that they need no re-drive, with the reason. */
    post: operations['discardDeadLetters'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Entities by the beginning or words of any of their names. */
    get: operations['findEntities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One entity: names, roles over time, days, neighbours and quotes.
     * @description By its id or its Wikidata id. The id of one that was merged answers the entity it is now, which has it in `mergedFrom`.
     */
    get: operations['readEntity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{a}/with/{b}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What connects two entities: articles, days, and quotes of one on the other. */
    get: operations['readEntityPair'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quotes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was said: by whom, about whom, in which words.
     * @description Everything asked for is true of one and the same quote. Those of the newest articles come first.
     */
    get: operations['searchQuotes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Corrections of entities with author, reason and progress. */
    get: operations['listCorrections'];
    put?: never;
    /**
     * Correct an entity: merge, split, block, retype, add or take away a name.
     * @description Answered once it is stored and counts in searches here. Its articles are then published again, the newest first; `progress` tells how far that is. Can be undone.
     */
    post: operations['correctEntity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/corrections/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One correction and how far the articles follow it. */
    get: operations['readCorrection'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/corrections/{id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Undo a correction
     * @description It stays listed with who undid it and why. Undone is final: make it anew instead.
     */
    post: operations['undoCorrection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/searches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The saved searches of the caller’s team, by name
     * @description An admin’s key sees those of all teams. What one missed is in GET /v1/searches/{id} alone.
     */
    get: operations['listSearches'];
    put?: never;
    /**
     * Save a search
     * @description Articles that match it and are pushed from now on make alerts of its team.
     */
    post: operations['saveSearch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/searches/back-test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What a search would have found in the last days
     * @description Nothing is saved. Goes by when articles were pushed, as alerts do.
     */
    post: operations['backTestSearch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/searches/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a saved search */
    get: operations['readSearch'];
    /**
     * Change or pause a saved search
     * @description The body replaces all of it. With another query, or when it is resumed, only what is pushed from then on makes alerts; its threads stay.
     */
    put: operations['changeSearch'];
    post?: never;
    /** Delete a saved search with all its alerts */
    delete: operations['deleteSearch'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/searches/{id}/catch-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Match what a saved search missed under what it asked for before
     * @description What is `held` in `missed` is matched with what it asks for now, behind what arrives, and told as `late`. What is `waiting` needs no asking.
     */
    post: operations['catchUpSearch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/passed-over': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Articles that could not be matched with the saved searches, the newest first
     * @description Each failed for itself, with the reason, and is tried again some times by itself.
     */
    get: operations['listPassedOver'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/passed-over/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Match articles again that were passed over, at once
     * @description What was told of them already is not told again.
     */
    post: operations['retryPassedOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/passed-over/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give up articles that were passed over: they are not tried again
     * @description No saved search is told of them, unless a new state of one arrives. It makes room when so many were passed over that matching waits.
     */
    post: operations['discardPassedOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Alerts of the team, that with the latest event first
     * @description Each is a thread: a saved search and a group of articles with one text.
     */
    get: operations['listAlerts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Alerts as they come, as an event stream
     * @description Server-sent events: `event` is the kind, `id` its position, `data` a StreamedAlert. Without a position it begins with what comes next; with one nothing in between is lost. Comments come while nothing happens. It ends when the key does and when the service stops: connect again. That of a search which is deleted ends with the event `ended`.
     */
    get: operations['streamAlerts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One alert with everything that followed */
    get: operations['readAlert'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was sent to receivers of the team’s alerts, with every try, the newest first */
    get: operations['listDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/deliveries/{id}/redeliver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a delivery again, whatever became of it
     * @description With the same webhook-id, and with all tries before it.
     */
    post: operations['redeliver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/searches/{id}/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The receivers of a saved search and how they answer */
    get: operations['listWebhooks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/searches/{id}/webhooks/{webhook}/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a receiver a new secret to verify signatures with
     * @description The one before ends at once. Each receiver has one from the start, unseen.
     */
    post: operations['rotateSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/searches/{id}/webhooks/{webhook}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a receiver a message without news, signed as alerts are */
    post: operations['testWebhook'];
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
       * @enum {boolean}
       */
      moved?: true;
      /**
       * Format: date-time
       * @description With asOf: since when states are recorded. Of what was replaced before nothing is known.
       */
      recordedSince?: string;
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
      /**
       * Format: date-time
       * @description When this state of it was made: by its publisher, or by a better annotation.
       */
      changedAt?: string;
      score: number | null;
      /** @description HTML-encoded fragments with <em> around what matched, and nothing else: words, and where only entities or quotes were asked for, where they are. */
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
      /** @description With speaker: or quote: in q: the quotes that match, at most the best 3, in the order of the text. Absent where none does. */
      quotes?: components['schemas']['MatchingQuote'][];
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
    MatchingQuote: {
      /** @description Plain text. */
      text: string;
      /** @description The same, HTML-encoded, with <em> around what matched, and nothing else. */
      highlight: string;
      start: number;
      /** @description UTF-16 offsets into the body. */
      end: number;
      /** @description As printed nearest to the quote. */
      speaker?: string;
      /** Format: uuid */
      speakerId?: string;
      /** @description The name of that entity. */
      speakerName?: string;
      /** @description Where it stands: the sentence of the body with the first word that matched, or the first of the quote. `marks` are what matched, or the quote where only its speaker was asked for. Not in exports. */
      sentence?: components['schemas']['MatchingSentence'];
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
      /** @description Matching articles that say they are of a later day than tomorrow. */
      after: number;
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
        /** @enum {string} */
        language: 'id' | 'en' | 'other';
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
      /** @description Of date: what it comes to at this moment; `from` is in it, `before` is not. */
      range?: {
        /** Format: date-time */
        from?: string;
        /** Format: date-time */
        before?: string;
        /** @description Whose days they are. */
        timeZone: string;
      };
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
        /** @enum {string} */
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
        /** @enum {string} */
        flagged?: 'implausible';
        by?: string;
      }[];
      /** @description What the publisher put around its text; nothing else is found in it. */
      furniture: {
        /** @enum {string} */
        kind: 'dateline' | 'byline' | 'attribution' | 'read-also' | 'embed' | 'prompt' | 'credit';
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
        /** @enum {string} */
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
        /** @enum {string} */
        flagged?: 'implausible';
        by?: string;
      }[];
      /** @description What the publisher put around its text; nothing else is found in it. */
      furniture: {
        /** @enum {string} */
        kind: 'dateline' | 'byline' | 'attribution' | 'read-also' | 'embed' | 'prompt' | 'credit';
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
          /** @enum {string} */
          kind: 'headline-changed';
          before?: string;
          after?: string;
        }
      | {
          /** @enum {string} */
          kind: 'number-changed';
          /** @description As printed. */
          before: string;
          after: string;
          /** @description A currency, % or a measure; or what is counted, as printed. */
          unit?: string;
        }
      | {
          /** @enum {string} */
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
          /** @enum {string} */
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
          /** @enum {string} */
          kind: 'quote-altered';
          speaker?: string;
          before: string;
          after: string;
        }
      | {
          /** @enum {string} */
          kind: 'quote-added';
          speaker?: string;
          after: string;
        }
      | {
          /** @enum {string} */
          kind: 'quote-removed';
          speaker?: string;
          before: string;
        }
      | {
          /** @enum {string} */
          kind: 'paragraph-added';
          after: string;
        }
      | {
          /** @enum {string} */
          kind: 'paragraph-deleted';
          before: string;
        };
    ChangesAnswer: {
      data: (components['schemas']['LiveChange'] | components['schemas']['GoneChange'])[];
      /** @description Cursor to go on with, now or later. It never expires. */
      next: string;
      /** @description True when there is nothing more just now: ask again in a while. */
      upToDate: boolean;
      /** @description True when a name in the filters is borne by more entities than are searched. What the index cannot answer whole is 503 here: nothing is left out. */
      partial: boolean;
    };
    LiveChange: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      status: 'live';
      rev: number;
      article: components['schemas']['ArticleView'];
    };
    GoneChange: {
      /** Format: uuid */
      id: string;
      /**
       * @description canceled, withheld and held are told whatever the filters. unmatched: live, and the filters do not (or no longer) match it.
       * @enum {string}
       */
      status: 'canceled' | 'withheld' | 'held' | 'unmatched';
      rev: number;
      /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
      feed: string;
    };
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
    Operations: {
      /** Format: date-time */
      asOf: string;
      stages: {
        /**
         * @description Enrich: pushes; index and alert: states of articles.
         * @enum {string}
         */
        stage: 'enrich' | 'index' | 'alert';
        /** @description Records stored that this step has not worked off. */
        waiting: number;
        /** @description The same, by partition: one that stands out is stuck. */
        waitingByPartition: number[];
      }[];
      freshness: {
        /** @description New articles of the last hour that it is measured on, at most 500. */
        articles: number;
        /** @description From the storing of a push to the writing of its document. */
        p50Ms: number;
        p95Ms: number;
        /** Format: date-time */
        lastIndexedAt?: string;
      };
      /** @description Feeds that are silent for longer than is usual; GET /v1/feeds has them. */
      silentFeeds: number;
      /** @description By the topic whose records failed. */
      deadLetters: {
        topic: string;
        /** @description Neither sent back nor discarded. */
        open: number;
        /** @description There are older ones that are not counted: more than 20,000 are open. */
        more: boolean;
      }[];
      /** @description Some part did not answer in time: see `trouble`. */
      partial: boolean;
      trouble: {
        /** @enum {string} */
        part: 'stages' | 'freshness' | 'silentFeeds' | 'deadLetters';
        /**
         * Format: date-time
         * @description When what is shown of it was so; absent when nothing is known: then it is empty or 0.
         */
        knownAt?: string;
      }[];
    };
    DeadLetterViews: {
      data: components['schemas']['DeadLetterView'][];
      /** @description There are older ones: settle these, then ask again. */
      more: boolean;
    };
    DeadLetterView: {
      /** @description `<topic>/<partition>/<offset>` of the record that failed. */
      id: string;
      facts: {
        topic: string;
        partition: number;
        offset: string;
        /** Format: date-time */
        appendedAt: string;
        /** @description The consumer group that gave up. */
        group: string;
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
      key?: string;
      /** @description Its first 2000 characters, as UTF-8. */
      value: string;
      /** @description Of the whole value. */
      bytes: number;
      /** @description How often it had been sent back before it failed this time. */
      redrives: number;
      /** Format: date-time */
      redrivenAt?: string;
      discarded?: {
        /** Format: date-time */
        at: string;
        by: string;
        reason: string;
      };
    };
    RedriveDeadLetters: {
      ids: string[];
    };
    SettledDeadLetters: {
      settled: number;
    };
    DiscardDeadLetters: {
      ids: string[];
      reason: string;
    };
    EntityList: {
      data: components['schemas']['EntityFound'][];
      /** @description True when a part of the index did not answer in time. */
      partial: boolean;
    };
    EntityFound: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
      name: string;
      wikidata?: string;
      /** @description Live articles that mention it, under any of its names. */
      articles: number;
      /** @description The name that was found, folded: small letters without accents. */
      matched: string;
    };
    EntityView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
      name: string;
      wikidata?: string;
      /** @description Ids that people said are this entity; asking for one of them answers this. */
      mergedFrom: string[];
      /** @description Of a place whose coordinates are known. */
      place?: {
        latitude: number;
        longitude: number;
        country?: string;
      };
      articles: number;
      /**
       * Format: date-time
       * @description Absent when no article of the span mentions it.
       */
      firstSeen?: string;
      /** Format: date-time */
      lastSeen?: string;
      /** @description As printed, those in most articles first; then those people added. */
      names: {
        name: string;
        articles: number;
      }[];
      /** @description Offices printed with the name, the latest seen first. */
      roles: {
        role: string;
        articles: number;
        /**
         * Format: date-time
         * @description When the first of these articles is dated.
         */
        firstSeen: string;
        /** Format: date-time */
        lastSeen: string;
      }[];
      /** @description Articles that mention it per day; days without any are left out. */
      days: {
        /**
         * Format: date
         * @description In the time zone asked for.
         */
        day: string;
        articles: number;
      }[];
      neighbours: components['schemas']['EntityNeighbour'][];
      /** @description The latest of what it said. */
      quotesBy: components['schemas']['QuoteHit'][];
      /** @description The latest in which others speak of it. */
      quotesAbout: components['schemas']['QuoteHit'][];
      /** @description True when a part of the index did not answer in time. */
      partial: boolean;
    };
    EntityNeighbour: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
      name: string;
      wikidata?: string;
      /** @description Articles that mention both. */
      together: number;
      /** @description Articles that mention this one, of the same span. */
      articles: number;
      /** @description Normalised pointwise mutual information: 0 as often together as by chance, 1 never apart. */
      strength: number;
      /** @description Log-likelihood ratio G² of being together against chance; the order goes by it. */
      evidence: number;
    };
    QuoteHit: {
      text: string;
      /** @description The text, HTML-encoded, with <em> around what matched. Present with `q`. */
      highlight?: string;
      /** @description As printed nearest to the quote. */
      speaker?: string;
      /** Format: uuid */
      speakerId?: string;
      /** @description The name of that entity. */
      speakerName?: string;
      /** @description The entities named in it. */
      aboutIds: string[];
      start: number;
      /** @description UTF-16 offsets into the body of the article. */
      end: number;
      article: {
        /** Format: uuid */
        id: string;
        title?: string;
        /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
        feed: string;
        /** Format: uri */
        url?: string;
        language: string;
        /**
         * Format: date-time
         * @description When it was published, else submitted.
         */
        datedAt: string;
        /**
         * Format: uuid
         * @description The same for all articles that tell one story.
         */
        duplicateGroup: string;
      };
    };
    EntityPairView: {
      a: {
        /** Format: uuid */
        id: string;
        /** @enum {string} */
        type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
        name: string;
        wikidata?: string;
      };
      b: {
        /** Format: uuid */
        id: string;
        /** @enum {string} */
        type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
        name: string;
        wikidata?: string;
      };
      /** @description Articles of the span that mention both. */
      together: number;
      strength?: number;
      evidence?: number;
      /** @description The newest, of copies the newest one. */
      articles: {
        /** Format: uuid */
        id: string;
        /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
        feed: string;
        title?: string;
        /** Format: uri */
        url?: string;
        /** Format: date-time */
        datedAt: string;
        /** Format: uuid */
        duplicateGroup: string;
        /** @description In which both are named; at most three. */
        sentences: {
          text: string;
          /** @enum {string} */
          field: 'title' | 'body';
          start: number;
          /** @description UTF-16 offsets into the field. */
          end: number;
        }[];
      }[];
      days: {
        /**
         * Format: date
         * @description In the time zone asked for.
         */
        day: string;
        articles: number;
      }[];
      /** @description The latest of one about the other. */
      quotes: components['schemas']['QuoteHit'][];
      /** @description True when a part of the index did not answer in time. */
      partial: boolean;
    };
    QuotesAnswer: {
      data: components['schemas']['QuoteHit'][];
      /** @description Cursor of the next page; absent on the last. */
      next?: string;
      /** @description True when a part of the index did not answer in time. */
      partial: boolean;
    };
    CorrectEntity: {
      change:
        | {
            /** @enum {string} */
            kind: 'merge';
            /**
             * Format: uuid
             * @description The entity that is another one.
             */
            entityId: string;
            /**
             * Format: uuid
             * @description The one it is; keeps its name and type.
             */
            intoId: string;
          }
        | {
            /** @enum {string} */
            kind: 'split';
            /**
             * Format: uuid
             * @description The entity it is about.
             */
            entityId: string;
            /** @description The printed forms that mean somebody else. */
            names: string[];
            /**
             * Format: uuid
             * @description An entity there is, when they mean that one.
             */
            newId?: string;
            /** @description Needed without `newId`. */
            newName?: string;
            /**
             * @description Of a new entity; else the type of the old one.
             * @enum {string}
             */
            newType?: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
          }
        | {
            /** @enum {string} */
            kind: 'block';
            /**
             * Format: uuid
             * @description The entity it is about.
             */
            entityId: string;
          }
        | {
            /** @enum {string} */
            kind: 'retype';
            /**
             * Format: uuid
             * @description The entity it is about.
             */
            entityId: string;
            /** @enum {string} */
            type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
          }
        | {
            /** @enum {string} */
            kind: 'alias-add';
            /**
             * Format: uuid
             * @description The entity it is about.
             */
            entityId: string;
            alias: string;
          }
        | {
            /** @enum {string} */
            kind: 'alias-remove';
            /**
             * Format: uuid
             * @description The entity it is about.
             */
            entityId: string;
            alias: string;
          };
      /** @description Why, for those who find it in the list. */
      reason: string;
    };
    CorrectionView: {
      /** Format: uuid */
      id: string;
      change:
        | {
            /** @enum {string} */
            kind: 'merge';
            /**
             * Format: uuid
             * @description The entity that is another one.
             */
            entityId: string;
            /**
             * Format: uuid
             * @description The one it is; keeps its name and type.
             */
            intoId: string;
            /** @description Its name and type when the correction was made. */
            into?: {
              name: string;
              /** @enum {string} */
              type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
              wikidata?: string;
              place?: {
                latitude: number;
                longitude: number;
                country?: string;
              };
            };
          }
        | {
            /** @enum {string} */
            kind: 'split';
            /** Format: uuid */
            entityId: string;
            /** @description The printed forms that mean somebody else. */
            names: string[];
            /**
             * Format: uuid
             * @description Of the entity they mean: UUIDv5 of the correction, or an entity known already.
             */
            newId: string;
            newName: string;
            /** @enum {string} */
            newType: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
          }
        | {
            /** @enum {string} */
            kind: 'block';
            /**
             * Format: uuid
             * @description No entity at all: its mentions are no longer marked.
             */
            entityId: string;
          }
        | {
            /** @enum {string} */
            kind: 'retype';
            /** Format: uuid */
            entityId: string;
            /** @enum {string} */
            type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
          }
        | {
            /** @enum {string} */
            kind: 'alias-add';
            /** Format: uuid */
            entityId: string;
            /** @description Whoever is called so is this entity. */
            alias: string;
          }
        | {
            /** @enum {string} */
            kind: 'alias-remove';
            /** Format: uuid */
            entityId: string;
            /** @description Whoever is called so is not this entity, but one of that name. */
            alias: string;
          };
      /** @description The name of the entity when it was corrected, for people. */
      entityName: string;
      /** @description Of a merge: the name of the other entity. */
      intoName?: string;
      made: {
        /** Format: date-time */
        at: string;
        by: {
          /** @description Public id of the key; `admin`: the first admin key. */
          keyId: string | 'admin';
          /** @description Name of the key, as it was then. */
          name: string;
        };
        reason: string;
      };
      /** @description An undone correction stays listed; it changes nothing. */
      undone?: {
        /** Format: date-time */
        at: string;
        by: {
          /** @description Public id of the key; `admin`: the first admin key. */
          keyId: string | 'admin';
          /** @description Name of the key, as it was then. */
          name: string;
        };
        reason: string;
      };
      /** @enum {string} */
      state: 'in-force' | 'undone';
      progress: components['schemas']['CorrectionProgress'];
    };
    CorrectionProgress: {
      /** @description Live articles that it changes, or changed before its undo. */
      affected: number;
      /** @description Those of them that still show what was before. Searches by entity are right at once. */
      remaining: number;
      isDone: boolean;
    };
    CorrectionList: {
      data: components['schemas']['CorrectionView'][];
      total: number;
      /** @description Cursor of the next page; absent on the last. */
      next?: string;
      /**
       * Format: date-time
       * @description When the progress was counted.
       */
      asOf: string;
    };
    UndoCorrection: {
      /** @description Why, for those who find it in the list. */
      reason: string;
    };
    SavedSearchList: {
      data: components['schemas']['SavedSearch'][];
      /** @description How many a team may have. */
      limit: number;
    };
    SavedSearch: {
      /** Format: uuid */
      id: string;
      team: string;
      name: string;
      q?: string;
      filters: components['schemas']['SavedFilters'];
      notify: components['schemas']['NotifySettings'];
      paused: boolean;
      /** @description Counts its changes; also its ETag. */
      version: number;
      /** Format: date-time */
      createdAt: string;
      createdBy: {
        keyId: string;
        name?: string;
      };
      /** Format: date-time */
      changedAt: string;
      changedBy: {
        keyId: string;
        name?: string;
      };
      /**
       * Format: date-time
       * @description Only articles that were pushed after it make alerts: when it was saved, or resumed.
       */
      matchesFrom: string;
      alerts: {
        /** @description Threads: several copies of one text are one. */
        total: number;
        /** Format: date-time */
        lastAt?: string;
      };
      /** @description Present while it is not matched; others are not held up by it. */
      trouble?: {
        /** @description What to do about it. */
        reason: string;
        /** @description Batches of articles it could not be tried on, in a row; 0 when it told too much today. */
        failures: number;
        /** Format: date-time */
        since: string;
        /** @description About how many pushes it was not tried on and will be, later. */
        waiting: number;
      };
      /** @description What it was not tried on when it arrived, the oldest first; absent for nothing, and in GET /v1/searches, where `trouble` says about how much waits. */
      missed?: {
        /**
         * Format: date-time
         * @description When the first of them arrived.
         */
        from: string;
        /** Format: date-time */
        to: string;
        /** @description About how many. */
        pushes: number;
        /**
         * @description It could not be tried; it had told enough for the day.
         * @enum {string}
         */
        reason: 'failing' | 'full';
        /**
         * @description waiting: matched by itself, oldest first. held: only when asked for, by POST /v1/searches/{id}/catch-up. done: matched. lapsed: too old to be matched.
         * @enum {string}
         */
        state: 'waiting' | 'held' | 'done' | 'lapsed';
        /**
         * Format: date-time
         * @description Of `waiting`: how far it has come.
         */
        matchedTo?: string;
        /**
         * Format: date-time
         * @description When it was done or lapsed.
         */
        endedAt?: string;
      }[];
    };
    SavedFilters: {
      entity?: string;
      lang?: string[];
      feed?: string[];
      person?: string[];
      organization?: string[];
      place?: string[];
      section?: string[];
      from?: string;
      to?: string;
      timeZone?: string;
    };
    NotifySettings: {
      webhooks: {
        /** Format: uri */
        url: string;
      }[];
      /** @enum {string} */
      digest: 'none' | 'hourly' | 'daily';
    };
    SaveSearch: {
      /** @description For people. */
      name: string;
      /** @description As q of GET /v1/articles; checked when it is saved. */
      q?: string;
      filters?: {
        /** @description An entity: its id, its Wikidata id, or any of its names. */
        entity?: string;
        /** @description Languages as detected, e.g. id or en. */
        lang?: string[];
        feed?: string[];
        /** @description Ids of people, as the facet gives them. */
        person?: string[];
        /** @description Ids of organizations. */
        organization?: string[];
        /** @description Ids of places. */
        place?: string[];
        /** @description Sections as the feeds name them; case, accents and spacing do not count. Several are repeated. */
        section?: string[];
        /** @description Published at or after; a date means the start of that day in `timeZone`. */
        from?: string;
        /** @description Published before. */
        to?: string;
        /** @description Of days and dates without a time, those of date: in q too; UTC without it. */
        timeZone?: string;
      };
      /**
       * @default {
       *       "webhooks": [],
       *       "digest": "none"
       *     }
       */
      notify?: {
        /**
         * @description Each alert is sent there, signed.
         * @default []
         */
        webhooks?: {
          /** Format: uri */
          url: string;
        }[];
        /**
         * @description What came in an hour or a day, in one delivery.
         * @default none
         * @enum {string}
         */
        digest?: 'none' | 'hourly' | 'daily';
      };
      /**
       * @description A paused one makes no alerts.
       * @default false
       */
      paused?: boolean;
    };
    BackTestSearch: {
      /** @description As q of GET /v1/articles; checked when it is saved. */
      q?: string;
      filters?: {
        /** @description An entity: its id, its Wikidata id, or any of its names. */
        entity?: string;
        /** @description Languages as detected, e.g. id or en. */
        lang?: string[];
        feed?: string[];
        /** @description Ids of people, as the facet gives them. */
        person?: string[];
        /** @description Ids of organizations. */
        organization?: string[];
        /** @description Ids of places. */
        place?: string[];
        /** @description Sections as the feeds name them; case, accents and spacing do not count. Several are repeated. */
        section?: string[];
        /** @description Published at or after; a date means the start of that day in `timeZone`. */
        from?: string;
        /** @description Published before. */
        to?: string;
        /** @description Of days and dates without a time, those of date: in q too; UTC without it. */
        timeZone?: string;
      };
      /** @default 30 */
      days?: number;
    };
    BackTest: {
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      /** @description Hits. */
      articles: number;
      /** @description The same, with copies of one text counted once: alerts. */
      stories: number;
      /** @description False when they are too many to count: within 5 %. */
      storiesExact: boolean;
      /** @description All articles of that time. */
      ofArticles: number;
      /** @description Every day of that time, in `timeZone` of the filters; in UTC without it. */
      days: {
        /** Format: date */
        day: string;
        articles: number;
        stories: number;
      }[];
      busiestHour?: {
        /** Format: date-time */
        from: string;
        articles: number;
      };
      /** @description Of the days on which any article came at all. */
      alertsPerDay: number;
      /** @description The newest, one of each story. */
      samples: components['schemas']['ArticleHit'][];
      warnings: {
        /** @enum {string} */
        code: 'matches-nothing' | 'matches-much' | 'short-history' | 'filter-never-true';
        message: string;
      }[];
      /** @description True when a part of the index did not answer in time. */
      partial: boolean;
    };
    PassedOverArticles: {
      data: {
        /** Format: uuid */
        articleId: string;
        /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
        feed: string;
        rev: number;
        /** Format: date-time */
        arrivedAt: string;
        reason: string;
        /**
         * Format: date-time
         * @description When it failed last.
         */
        failedAt: string;
        /** @description Later tries, which failed, too. */
        tries: number;
        /**
         * Format: date-time
         * @description When it is tried again; absent when that waits for somebody to ask.
         */
        nextAt?: string;
      }[];
      total: number;
      /** @description With so many, matching waits: nothing is passed over unnoted. */
      limit: number;
    };
    RetryPassedOver: {
      /** @description All of them when absent. */
      articleIds?: string[];
    };
    RetriedPassedOver: {
      /** @description How many are tried again at once. */
      articles: number;
    };
    DiscardPassedOver: {
      articleIds?: string[];
      /**
       * @description All of them, instead of `articleIds`.
       * @enum {boolean}
       */
      all?: true;
    };
    DiscardedPassedOver: {
      /** @description How many are not tried again. */
      articles: number;
    };
    AlertPage: {
      data: components['schemas']['Alert'][];
      /** @description Cursor of the next page; absent on the last. */
      next?: string;
      /** @enum {boolean} */
      partial: false;
    };
    Alert: {
      /** Format: uuid */
      id: string;
      search: {
        /** Format: uuid */
        id: string;
        name: string;
      };
      /**
       * Format: uuid
       * @description Id of the article that tells it first: GET /v1/duplicates/{group}.
       */
      duplicateGroup: string;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      changedAt: string;
      /** @description How many different articles of the group matched. */
      articles: number;
      events: number;
      first: components['schemas']['AlertEvent'];
      latest: components['schemas']['AlertEvent'];
    };
    AlertEvent: {
      id: string;
      /**
       * @description match: the first. copy: another article with the same text. edit: a new revision that still matches. withdrawn: an article of the thread may no longer be shown.
       * @enum {string}
       */
      kind: 'match' | 'copy' | 'edit' | 'withdrawn';
      /**
       * Format: date-time
       * @description When it was found out.
       */
      at: string;
      article: {
        /** Format: uuid */
        id: string;
        /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
        feed: string;
        rev: number;
        revision?: number;
        title?: string;
        /** Format: uri */
        url?: string;
        language?: string;
        /** Format: date-time */
        publishedAt?: string;
      };
      /** @description Absent when withdrawn. */
      matched?: {
        /** @description The parts of the search that are true of it, as typed. */
        clauses: string[];
        sentences: {
          /** @enum {string} */
          field: 'title' | 'body';
          /** @description HTML-encoded, with <em> around what matched, and nothing else. */
          html: string;
        }[];
        /** @description Those the search asks for and the article names. */
        entities: {
          /** Format: uuid */
          id: string;
          /** @enum {string} */
          type: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
          name: string;
        }[];
      };
      /**
       * @description The search could not be tried when it arrived, and was tried on it later.
       * @enum {boolean}
       */
      late?: true;
      /**
       * Format: date-time
       * @description When the article arrived; with `late` alone.
       */
      arrivedAt?: string;
      /**
       * Format: date-time
       * @description The article was taken down or withheld since: what was told of its text is erased.
       */
      withdrawnAt?: string;
    };
    StreamedAlert: {
      alert: {
        /** Format: uuid */
        id: string;
        search: {
          /** Format: uuid */
          id: string;
          name: string;
        };
        /**
         * Format: uuid
         * @description Id of the article that tells it first: GET /v1/duplicates/{group}.
         */
        duplicateGroup: string;
      };
      event: components['schemas']['AlertEvent'];
    };
    AlertThread: {
      /** Format: uuid */
      id: string;
      search: {
        /** Format: uuid */
        id: string;
        name: string;
      };
      /**
       * Format: uuid
       * @description Id of the article that tells it first: GET /v1/duplicates/{group}.
       */
      duplicateGroup: string;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      changedAt: string;
      articles: number;
      events: number;
      /** @description In the order they happened; of more than 200 the first. */
      data: components['schemas']['AlertEvent'][];
    };
    DeliveryPage: {
      data: components['schemas']['Delivery'][];
      /** @description Cursor of the next page; absent on the last. */
      next?: string;
    };
    Delivery: {
      /**
       * Format: uuid
       * @description Also its webhook-id, in every try and redelivery.
       */
      id: string;
      /** @enum {string} */
      kind: 'alert' | 'digest' | 'test';
      search: {
        /** Format: uuid */
        id: string;
        name: string;
      };
      webhook: {
        /** Format: uuid */
        id: string;
        /** Format: uri */
        url: string;
      };
      /** @description Of an alert. */
      eventId?: string;
      /** @enum {string} */
      state: 'waiting' | 'delivered' | 'given-up';
      attempts: number;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Of the next try, while it waits.
       */
      nextAt?: string;
      /** Format: date-time */
      doneAt?: string;
      /** @description The latest last. */
      log: {
        /** Format: date-time */
        at: string;
        /** @description Until the answer, or until none came. */
        ms: number;
        /** @description HTTP status; absent when no answer came. */
        status?: number;
        /** @description Why it does not count as delivered. */
        error?: string;
      }[];
    };
    WebhookList: {
      data: components['schemas']['Webhook'][];
    };
    Webhook: {
      /** Format: uuid */
      id: string;
      /** Format: uri */
      url: string;
      /** Format: date-time */
      createdAt: string;
      /** @description Deliveries that wait for it. */
      waiting: number;
      /** @description Tries in a row that failed. */
      failures: number;
      /**
       * Format: date-time
       * @description Nothing is sent before; after failures.
       */
      notBefore?: string;
      /** @description It answered 410: nothing more is sent until it is tested or redelivered to. */
      gone: boolean;
    };
    WebhookSecret: {
      /** @description Verifies signatures, as Standard Webhooks 1.0 describes. Shown this once. */
      secret: string;
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
        /** @description Of a text in a language of its own: the character at fault, from 1. */
        column?: number;
        /** @description What could stand there. */
        expected?: string[];
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
  searchArticles: {
    parameters: {
      query?: {
        /** @description Words, "phrases", -exclusions; all words must match. */
        q?: string;
        /** @description An entity: its id, its Wikidata id, or any of its names. */
        entity?: string;
        /** @description Languages as detected, e.g. id or en. */
        lang?: string[];
        feed?: string[];
        /** @description Ids of people, as the facet gives them. */
        person?: string[];
        /** @description Ids of organizations. */
        organization?: string[];
        /** @description Ids of places. */
        place?: string[];
        /** @description Sections as the feeds name them; case, accents and spacing do not count. Several are repeated. */
        section?: string[];
        /** @description Days on which it was published, in `timeZone`. */
        day?: string[];
        /** @description Published at or after; a date means the start of that day in `timeZone`. */
        from?: string;
        /** @description Published before. */
        to?: string;
        /** @description Of days and dates without a time, those of date: in q too; UTC without it. */
        timeZone?: string;
        /** @description As the articles were at that moment. Not in the future. */
        asOf?: string;
        /** @description By default relevance with q, else newest. */
        sort?: 'relevance' | 'newest' | 'oldest';
        /** @description group: of articles that tell one text only the best match is shown. */
        collapse?: 'group' | 'none';
        /** @description What to count the results by: articles, each copy too, also where only one of a group is shown. */
        facets?: ('feed' | 'language' | 'person' | 'organization' | 'place' | 'section' | 'day')[];
        /** @description Values of each facet. */
        facetSize?: number;
        /** @description The sentences in which something matched, instead of fragments of the body. */
        sentences?: boolean;
        size?: number;
        /** @description `next` of the page before; belongs to the same query. */
        cursor?: string;
        /** @description What to answer in; it goes before the header Accept. */
        format?: 'json' | 'ndjson' | 'csv' | 'rss' | 'atom' | 'jsonfeed';
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
      /** @description A parameter is unknown or not valid, or the cursor is of another search. */
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
  findSimilar: {
    parameters: {
      query?: {
        feed?: string[];
        /** @description Languages as detected, e.g. id or en. */
        lang?: string[];
        /** @description Published at or after; a date means the start of that day in `timeZone`. */
        from?: string;
        /** @description Published before. */
        to?: string;
        /** @description Of days and dates without a time, those of date: in q too; UTC without it. */
        timeZone?: string;
        /** @description Also the copies of this article, and every copy of the others, not only the best of each group. */
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
      /** @description The id is no UUID, or a parameter is unknown or not valid. */
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
      /** @description No such article, or it is still on its way or under embargo. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The article was taken down, or its publisher withholds it. */
      410: {
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
  readAttention: {
    parameters: {
      query?: {
        /** @description Words, "phrases", -exclusions; all words must match. */
        q?: string;
        /** @description An entity: its id, its Wikidata id, or any of its names. */
        entity?: string;
        /** @description Languages as detected, e.g. id or en. */
        lang?: string[];
        feed?: string[];
        /** @description Ids of people, as the facet gives them. */
        person?: string[];
        /** @description Ids of organizations. */
        organization?: string[];
        /** @description Ids of places. */
        place?: string[];
        /** @description Sections as the feeds name them; case, accents and spacing do not count. Several are repeated. */
        section?: string[];
        /** @description Days on which it was published, in `timeZone`. */
        day?: string[];
        /** @description Published at or after; a date means the start of that day in `timeZone`. */
        from?: string;
        /** @description Published before. */
        to?: string;
        /** @description Of days and dates without a time, those of date: in q too; UTC without it. */
        timeZone?: string;
        /** @description As the articles were at that moment. Not in the future. */
        asOf?: string;
        /** @description Weeks begin on Monday. Without it the finest that makes a readable chart. */
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
      /** @description A parameter is unknown or not valid, or makes too many points. */
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
  findSignificant: {
    parameters: {
      query?: {
        /** @description Words, "phrases", -exclusions; all words must match. */
        q?: string;
        /** @description An entity: its id, its Wikidata id, or any of its names. */
        entity?: string;
        /** @description Languages as detected, e.g. id or en. */
        lang?: string[];
        feed?: string[];
        /** @description Ids of people, as the facet gives them. */
        person?: string[];
        /** @description Ids of organizations. */
        organization?: string[];
        /** @description Ids of places. */
        place?: string[];
        /** @description Sections as the feeds name them; case, accents and spacing do not count. Several are repeated. */
        section?: string[];
        /** @description Days on which it was published, in `timeZone`. */
        day?: string[];
        /** @description Published at or after; a date means the start of that day in `timeZone`. */
        from?: string;
        /** @description Published before. */
        to?: string;
        /** @description Of days and dates without a time, those of date: in q too; UTC without it. */
        timeZone?: string;
        /** @description As the articles were at that moment. Not in the future. */
        asOf?: string;
        /** @description Of entities and of terms, each. */
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
      /** @description A parameter is unknown or not valid. */
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
  readDuplicates: {
    parameters: {
      query?: {
        size?: number;
        /** @description `next` of the page before. */
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
      /** @description The id is no UUID, or a parameter is unknown or not valid. */
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
      /** @description No article of such a group can be shown. */
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
  explainQuery: {
    parameters: {
      query: {
        /** @description The query, as `q` of a search. */
        q: string;
        /** @description The language of the explanation and of what is wrong with a query; else the one that Accept-Language likes better. */
        in?: 'id' | 'en';
        /** @description Of the days of date:, as of a search; UTC without it. */
        timeZone?: string;
        /** @description Of a search of the past: what days such as last7d go by. */
        asOf?: string;
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
      /** @description The query cannot be read: at which column, and what was expected there. */
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
  exportArticles: {
    parameters: {
      query?: {
        /** @description Words, "phrases", -exclusions; all words must match. */
        q?: string;
        /** @description An entity: its id, its Wikidata id, or any of its names. */
        entity?: string;
        /** @description Languages as detected, e.g. id or en. */
        lang?: string[];
        feed?: string[];
        /** @description Ids of people, as the facet gives them. */
        person?: string[];
        /** @description Ids of organizations. */
        organization?: string[];
        /** @description Ids of places. */
        place?: string[];
        /** @description Sections as the feeds name them; case, accents and spacing do not count. Several are repeated. */
        section?: string[];
        /** @description Days on which it was published, in `timeZone`. */
        day?: string[];
        /** @description Published at or after; a date means the start of that day in `timeZone`. */
        from?: string;
        /** @description Published before. */
        to?: string;
        /** @description Of days and dates without a time, those of date: in q too; UTC without it. */
        timeZone?: string;
        /** @description As the articles were at that moment. Not in the future. */
        asOf?: string;
        format?: 'ndjson' | 'csv';
        /** @description Of CSV. semicolon: as Excel opens it where numbers have a decimal comma, such as in Indonesia; with a byte order mark. */
        delimiter?: 'comma' | 'semicolon';
        sort?: 'newest' | 'oldest';
        /** @description Also the whole text of each article. */
        body?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One article in each line; of CSV the first line has the names of the columns. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/x-ndjson': unknown;
          'text/csv': unknown;
        };
      };
      /** @description A parameter is unknown or not valid. */
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
  readArticle: {
    parameters: {
      query?: {
        /** @description The article as it was then; without it, as it is now. */
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
      /** @description The id is no UUID, or `asOf` no instant. */
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
      /** @description No such article, or it is still on its way or under embargo. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The article was taken down, or its publisher withholds it. */
      410: {
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
  listRevisions: {
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
      /** @description The id is no UUID. */
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
      /** @description No such article. */
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
  readRevision: {
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
      /** @description The id is no UUID, or the rev no number. */
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
      /** @description No such article, or no such state of it is known. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state has no text, or its text has been withdrawn. */
      410: {
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
  diffRevisions: {
    parameters: {
      query?: {
        /** @description By default the rev before `to`. */
        from?: number;
        /** @description By default the newest rev. */
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
      /** @description The id is no UUID, a rev no number, or there are no two states to compare. */
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
      /** @description No such article, or no such state of it is known. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description One of the states has no text, or its text has been withdrawn. */
      410: {
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
  readChanges: {
    parameters: {
      query?: {
        /** @description Words, "phrases", -exclusions; all words must match. */
        q?: string;
        /** @description An entity: its id, its Wikidata id, or any of its names. */
        entity?: string;
        /** @description Languages as detected, e.g. id or en. */
        lang?: string[];
        feed?: string[];
        /** @description Ids of people, as the facet gives them. */
        person?: string[];
        /** @description Ids of organizations. */
        organization?: string[];
        /** @description Ids of places. */
        place?: string[];
        /** @description Sections as the feeds name them; case, accents and spacing do not count. Several are repeated. */
        section?: string[];
        /** @description Days on which it was published, in `timeZone`. */
        day?: string[];
        /** @description Published at or after; a date means the start of that day in `timeZone`. */
        from?: string;
        /** @description Published before. */
        to?: string;
        /** @description Of days and dates without a time, those of date: in q too; UTC without it. */
        timeZone?: string;
        /** @description Where to start without a cursor: from now on, or with everything there is. */
        since?: 'now' | 'beginning';
        /** @description `next` of the answer before. */
        cursor?: string;
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
          'application/json': components['schemas']['ChangesAnswer'];
        };
      };
      /** @description A parameter is unknown or not valid, or the cursor is of other filters. */
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
      /** @description The index is not as far as the cursor any more: begin again. */
      410: {
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
  readOperations: {
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
          'application/json': components['schemas']['Operations'];
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
  listDeadLetters: {
    parameters: {
      query?: {
        /** @description `true`: also those that were sent back or discarded. */
        settled?: string;
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
          'application/json': components['schemas']['DeadLetterViews'];
        };
      };
      /** @description A parameter is unknown or not valid. */
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
      /** @description The key lacks the scope admin, or does not count for the feed. */
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
  redriveDeadLetters: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RedriveDeadLetters'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettledDeadLetters'];
        };
      };
      /** @description The body is not valid. */
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
      /** @description The key lacks the scope admin, or does not count for the feed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description One of them is not there; nothing was sent. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description One was sent back too often already, or they are too large; nothing was sent. */
      409: {
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
  discardDeadLetters: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DiscardDeadLetters'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettledDeadLetters'];
        };
      };
      /** @description The body is not valid. */
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
      /** @description The key lacks the scope admin, or does not count for the feed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description One of them is not there; nothing was discarded. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description They are too large together; nothing was discarded. */
      409: {
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
  findEntities: {
    parameters: {
      query: {
        /** @description The beginning of any of its names, or some words of one in any order, the last one begun. Case and accents do not count. */
        q: string;
        type?: 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'EVENT';
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
          'application/json': components['schemas']['EntityList'];
        };
      };
      /** @description A parameter is missing, unknown or not valid. */
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
  readEntity: {
    parameters: {
      query?: {
        /** @description Articles published at or after; a date means the start of that day in the time zone. */
        from?: string;
        /** @description Published before. */
        to?: string;
        /** @description Where days begin, of `from` and `to` as well, such as Asia/Jakarta. */
        timeZone?: string;
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
          'application/json': components['schemas']['EntityView'];
        };
      };
      /** @description The id is none, or a parameter is not valid. */
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
      /** @description No article mentions it, or people said that it is no entity. */
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
  readEntityPair: {
    parameters: {
      query?: {
        /** @description Articles published at or after; a date means the start of that day in the time zone. */
        from?: string;
        /** @description Published before. */
        to?: string;
        /** @description Where days begin, of `from` and `to` as well, such as Asia/Jakarta. */
        timeZone?: string;
        /** @description Of the articles. */
        size?: number;
      };
      header?: never;
      path: {
        a: string;
        b: string;
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
          'application/json': components['schemas']['EntityPairView'];
        };
      };
      /** @description An id is none, or a parameter is not valid. */
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
      /** @description No article mentions one of them, or people said that it is no entity. */
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
  searchQuotes: {
    parameters: {
      query?: {
        /** @description Who says it: the id of an entity, its Wikidata id, or any of its names. */
        speaker?: string;
        /** @description Who or what is named in it: id, Wikidata id, or any of its names. */
        about?: string;
        /** @description Words of the quote, in any inflection; all must match. "Phrases" as they stand. */
        q?: string;
        /** @description Name of the feed: 1 to 63 small letters, digits or inner hyphens. */
        feed?: string;
        /** @description Language of the article, e.g. id or en. */
        lang?: string;
        /** @description Of articles published at or after; a date means the start of that day in `timeZone`. */
        from?: string;
        /** @description Published before. */
        to?: string;
        /** @description Of dates without a time; UTC without it. */
        timeZone?: string;
        /** @description group: of articles that tell one story the first one’s quotes alone, of those that match. */
        collapse?: 'group' | 'none';
        size?: number;
        /** @description `next` of the page before; belongs to the same query. */
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
          'application/json': components['schemas']['QuotesAnswer'];
        };
      };
      /** @description A parameter is unknown or not valid, or the cursor is of another search. */
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
  listCorrections: {
    parameters: {
      query?: {
        /** @description Those that concern this entity, as it is now. */
        entity?: string;
        state?: 'in-force' | 'undone';
        size?: number;
        /** @description `next` of the page before. */
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
          'application/json': components['schemas']['CorrectionList'];
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
      /** @description The key lacks the scope search:read or entities:correct, or does not count for the feed. */
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
  correctEntity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectEntity'];
      };
    };
    responses: {
      /** @description In force already. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectionView'];
        };
      };
      /** @description Stored. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectionView'];
        };
      };
      /** @description Fields that are not accepted, each by name, or no such entity. */
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
      /** @description The key lacks the scope entities:correct or admin, or does not count for the feed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It contradicts corrections in force; the answer says which to undo. */
      409: {
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
  readCorrection: {
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
          'application/json': components['schemas']['CorrectionView'];
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
      /** @description The key lacks the scope search:read or entities:correct, or does not count for the feed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no correction with this id. */
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
  undoCorrection: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UndoCorrection'];
      };
    };
    responses: {
      /** @description Undone. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectionView'];
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
      /** @description The key lacks the scope entities:correct or admin, or does not count for the feed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no correction with this id. */
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
  listSearches: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedSearchList'];
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
  saveSearch: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveSearch'];
      };
    };
    responses: {
      /** @description Saved. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedSearch'];
        };
      };
      /** @description Fields that are not accepted, each by name; of a query with the column. */
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
      /** @description The team has as many as it may. */
      409: {
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
  backTestSearch: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BackTestSearch'];
      };
    };
    responses: {
      /** @description What it would have found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BackTest'];
        };
      };
      /** @description Fields that are not accepted, each by name; of a query with the column. */
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
  readSearch: {
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
      /** @description As it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedSearch'];
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
      /** @description The team has no such search. */
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
  changeSearch: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version to change; without it, the change is made to whatever is there. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveSearch'];
      };
    };
    responses: {
      /** @description Changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedSearch'];
        };
      };
      /** @description Fields that are not accepted, each by name; of a query with the column. */
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
      /** @description The team has no such search. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It was changed since it was read. */
      412: {
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
  deleteSearch: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version to change; without it, the change is made to whatever is there. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
      /** @description The team has no such search. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It was changed since it was read. */
      412: {
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
  catchUpSearch: {
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
      /** @description It is under way. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedSearch'];
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
      /** @description The team has no such search. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is paused. */
      409: {
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
  listPassedOver: {
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
          'application/json': components['schemas']['PassedOverArticles'];
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
      /** @description The key lacks the scope admin, or does not count for the feed. */
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
  retryPassedOver: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetryPassedOver'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RetriedPassedOver'];
        };
      };
      /** @description The body is not valid. */
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
      /** @description The key lacks the scope admin, or does not count for the feed. */
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
  discardPassedOver: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DiscardPassedOver'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DiscardedPassedOver'];
        };
      };
      /** @description The body is not valid. */
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
      /** @description The key lacks the scope admin, or does not count for the feed. */
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
  listAlerts: {
    parameters: {
      query?: {
        /** @description Only of this saved search. */
        search?: string;
        /** @description Only threads in which something happened since. */
        since?: string;
        size?: number;
        /** @description `next` of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of threads. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertPage'];
        };
      };
      /** @description A parameter is unknown or not valid. */
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
  streamAlerts: {
    parameters: {
      query?: {
        /** @description Only of this saved search. */
        search?: string;
        /** @description As the header Last-Event-ID, for clients that cannot send headers; the header counts first. */
        lastEventId?: string;
      };
      header?: {
        /** @description Goes on after this event; browsers send it by themselves. */
        'Last-Event-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Events without end. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StreamedAlert'];
        };
      };
      /** @description A parameter is unknown or not valid. */
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
      /** @description The team has no such saved search. */
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
  readAlert: {
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
      /** @description The thread. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertThread'];
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
      /** @description The team has no such alert. */
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
  listDeliveries: {
    parameters: {
      query?: {
        /** @description Only of this saved search. */
        search?: string;
        state?: 'waiting' | 'delivered' | 'given-up';
        size?: number;
        /** @description `next` of the page before. */
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
          'application/json': components['schemas']['DeliveryPage'];
        };
      };
      /** @description A parameter is unknown or not valid. */
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
  redeliver: {
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
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Delivery'];
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
      /** @description The team has no such delivery. */
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
  listWebhooks: {
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
          'application/json': components['schemas']['WebhookList'];
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
      /** @description The team has no such search. */
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
  rotateSecret: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        webhook: string;
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
          'application/json': components['schemas']['WebhookSecret'];
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
      /** @description The team has no such search, or it no such receiver. */
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
  testWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Delivery'];
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
      /** @description The team has no such search, or it no such receiver. */
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
}
