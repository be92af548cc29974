import { Agent } from 'node:http';
import { ask, type AskedRequest } from './http-ask.ts';

/** One way of asking, over all rounds. */
export interface MeasuredLoad {
  /** Milliseconds of each answer, the fastest first. */
  readonly answersMs: readonly number[];
  /** Of each round. */
  readonly perSecond: readonly number[];
}

export interface Load {
  readonly clients: number;
  /** In each round. */
  readonly requests: number;
  readonly rounds: number;
}

/** Ways of asking, in turns, after a round to warm up: what else the machine does meets all. */
export async function measureLoad<Way extends string>(
  asked: Readonly<Record<Way, readonly AskedRequest[]>>,
  { clients, requests, rounds }: Load,
): Promise<Record<Way, MeasuredLoad>> {
  const ways = Object.keys(asked) as Way[];
  const results = new Map(ways.map((way) => [way, [] as Round[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const way of ways) {
      const result = await sendRound(asked[way], clients, requests);
      if (round > 0) results.get(way)?.push(result);
    }
  }
  const loads = ways.map((way) => [way, together(results.get(way) ?? [])]);
  return Object.fromEntries(loads) as Record<Way, MeasuredLoad>;
}

interface Round {
  readonly answersMs: number[];
  readonly seconds: number;
}

async function sendRound(
  asked: readonly AskedRequest[],
  clients: number,
  requests: number,
): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const answersMs: number[] = [];
  let next = 0;
  const startedAtMs = performance.now();
  const client = async () => {
    for (let at = next++; at < requests; at = next++) {
      const sentAtMs = performance.now();
      await ask(asked[at % asked.length] as AskedRequest, agent);
      answersMs.push(performance.now() - sentAtMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { answersMs, seconds: (performance.now() - startedAtMs) / 1_000 };
}

function together(rounds: readonly Round[]): MeasuredLoad {
  return {
    answersMs: rounds.flatMap(({ answersMs }) => answersMs).sort((one, other) => one - other),
    perSecond: rounds.map(({ answersMs, seconds }) => answersMs.length / seconds),
  };
}
