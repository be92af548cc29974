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

/** Both ways in turns, after a round to warm up: what else the machine does meets both. */
export async function measureLoad(
  asked: { readonly warta: readonly AskedRequest[]; readonly raw: readonly AskedRequest[] },
  { clients, requests, rounds }: Load,
): Promise<{ warta: MeasuredLoad; raw: MeasuredLoad }> {
  const results = { warta: [] as Round[], raw: [] as Round[] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const way of ['raw', 'warta'] as const) {
      const result = await sendRound(asked[way], clients, requests);
      if (round > 0) results[way].push(result);
    }
  }
  return { warta: together(results.warta), raw: together(results.raw) };
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
