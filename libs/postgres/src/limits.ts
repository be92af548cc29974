/** Times of the database client, each with its reason. Tests shorten them; nobody else. */
export interface PostgresLimits {
  readonly connectTimeoutMs: number;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  readonly idleInTransactionTimeoutMs: number;
  readonly transactionTimeoutMs: number;
  readonly socketIdleMs: number;
  readonly connectionLifetimeS: number;
}

/**
 * Timeouts are the server's: a timeout of the client leaves the statement running and hands the
 * connection to the next user with the old answer still coming (node-postgres#3399).
 */
export const POSTGRES_LIMITS: PostgresLimits = {
  /** For a connection or a free place in the pool; by default both would be waited for for ever. */
  connectTimeoutMs: 3_000,
  /** A batch takes under a second; what takes so long waits for something broken. */
  statementTimeoutMs: 15_000,
  /** Long enough for other batches to finish, short enough to retry before anyone notices. */
  lockTimeoutMs: 5_000,
  /** A process that is stopped in the middle of a transaction must not keep its row locks. */
  idleInTransactionTimeoutMs: 10_000,
  transactionTimeoutMs: 30_000,
  /** Over `statementTimeoutMs`: such a long silence is a half-open connection, not a slow answer. */
  socketIdleMs: 20_000,
  /** After a failover nobody stays connected to the old primary for longer. */
  connectionLifetimeS: 300,
};

/** A migration may rewrite a table: it is given the time; its locks are not. */
export const MIGRATION_LIMITS: PostgresLimits = {
  ...POSTGRES_LIMITS,
  statementTimeoutMs: 0,
  idleInTransactionTimeoutMs: 0,
  transactionTimeoutMs: 0,
  socketIdleMs: 0,
  connectionLifetimeS: 0,
};
