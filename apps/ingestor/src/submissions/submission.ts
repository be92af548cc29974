/** Of a push or a takedown, what the request itself does not say. */
export interface Submission {
  /** The feed, from the request or from the key. */
  feed: string;
  receivedAt: Date;
  /** Public id of the key. */
  submittedBy: string;
}
