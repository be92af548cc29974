/** A node on loopback answers in milliseconds; a frozen one must not freeze the asker. */
const answerTimeoutMs = 5_000;

/**
 * Resolves with the version once the node has recovered its indices.
 *
 * @throws Error saying what is not ready yet.
 */
export async function probeElasticsearch(url: string): Promise<string> {
  // Yellow: a single node never places the replicas somebody may have asked for.
  const health = await ask(`${url}/_cluster/health?wait_for_status=yellow&timeout=1s`);
  if (health['timed_out'] !== false) throw new Error(`the cluster is ${String(health['status'])}`);
  const { version } = (await ask(url)) as { version?: { number?: string } };
  if (!version?.number) throw new Error('the node does not tell its version');
  return version.number;
}

async function ask(url: string): Promise<Record<string, unknown>> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(answerTimeoutMs) }).catch(
    (error: Error) => {
      // "fetch failed" says nothing; its cause does.
      throw error.cause instanceof Error ? error.cause : error;
    },
  );
  const body = (await answer.json()) as Record<string, unknown>;
  // 408 is health's way to say "not in time", with the health in the body.
  if (!answer.ok && answer.status !== 408) throw new Error(`${url} answers ${answer.status}`);
  return body;
}
