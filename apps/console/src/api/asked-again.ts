interface Asked {
  readonly refetch: (options: { cancelRefetch: boolean }) => Promise<unknown>;
}

/** Asks once more, unless it is under way: a service that is slow is not asked twice at a time. */
export function askAgain({ refetch }: Asked): () => void {
  return () => void refetch({ cancelRefetch: false });
}
