import { connect, type Socket } from 'node:net';

/**
 * Asks a broker, in its own protocol and without a client library, whether consumer groups work:
 * after a start the coordinators answer "not available" and then "loading" for a while, and a
 * client that joins then may give up for good.
 */

const apiKeys = { findCoordinator: 10, describeGroups: 15, apiVersions: 18 } as const;
const clientId = 'warta-stack-probe';
/** One question to a broker on loopback. A frozen broker must not freeze the asker. */
const answerTimeoutMs = 5_000;
/**
 * Groups are spread by hash over the partitions of the offsets topic, each loaded on its own.
 * Fifty names reach all ten of ours, and most of the default fifty.
 */
const probeGroups = Array.from({ length: 50 }, (_, n) => `warta-stack-probe-${n}`);

/**
 * Resolves once every coordinator asked is loaded.
 *
 * @throws Error saying what is not ready yet.
 */
export async function probeKafka(host: string, port: number): Promise<void> {
  const socket = connect({ host, port, timeout: answerTimeoutMs });
  try {
    await connected(socket);
    const answers = readFrames(socket);
    const ask = async (apiKey: number, body: Buffer): Promise<Buffer> => {
      socket.write(frame(apiKey, body));
      const { value } = await answers.next();
      if (!value) throw new Error('the broker hung up');
      return value;
    };
    const versions = await ask(apiKeys.apiVersions, Buffer.alloc(0));
    rejectError('the broker', versions.readInt16BE(4));
    for (const group of probeGroups) {
      // The first such question also makes the broker create the offsets topic.
      const answer = await ask(apiKeys.findCoordinator, text(group));
      rejectError(`the coordinator of ${group}`, answer.readInt16BE(4));
    }
    const described = await ask(apiKeys.describeGroups, texts(probeGroups));
    for (const { group, error } of readGroups(described)) {
      rejectError(`the coordinator of ${group}`, error);
    }
  } finally {
    socket.destroy();
  }
}

function rejectError(what: string, code: number): void {
  const names: Record<number, string> = { 14: 'loading', 15: 'not available', 16: 'elsewhere' };
  if (code !== 0) throw new Error(`${what} is ${names[code] ?? `failing with code ${code}`}`);
}

/** Request header version 1 and a body, length-prefixed. All calls here use version 0. */
function frame(apiKey: number, body: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeInt16BE(apiKey, 0);
  const request = Buffer.concat([header, text(clientId), body]);
  const length = Buffer.alloc(4);
  length.writeInt32BE(request.length);
  return Buffer.concat([length, request]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  const length = Buffer.alloc(2);
  length.writeInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function texts(values: string[]): Buffer {
  const count = Buffer.alloc(4);
  count.writeInt32BE(values.length);
  return Buffer.concat([count, ...values.map(text)]);
}

/** DescribeGroups v0; the groups do not exist, so they have no members to skip. */
function readGroups(answer: Buffer): { group: string; error: number }[] {
  let at = 4;
  const readText = () => {
    const length = Math.max(answer.readInt16BE(at), 0);
    const value = answer.toString('utf8', at + 2, at + 2 + length);
    at += 2 + length;
    return value;
  };
  const count = answer.readInt32BE(at);
  at += 4;
  return Array.from({ length: count }, () => {
    const error = answer.readInt16BE(at);
    at += 2;
    const group = readText();
    readText(); // state
    readText(); // protocol type
    readText(); // protocol
    const members = answer.readInt32BE(at);
    if (members !== 0) throw new Error(`the probe's own group ${group} has members`);
    at += 4;
    return { group, error };
  });
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
    socket.once('timeout', () => socket.destroy(new Error('the broker does not answer')));
  });
}

/** Length-prefixed frames, without the prefix: each starts with its correlation id. */
async function* readFrames(socket: Socket): AsyncGenerator<Buffer, undefined> {
  let pending = Buffer.alloc(0);
  for await (const chunk of socket) {
    pending = Buffer.concat([pending, chunk as Buffer]);
    while (pending.length >= 4 && pending.length >= 4 + pending.readInt32BE(0)) {
      const end = 4 + pending.readInt32BE(0);
      yield pending.subarray(4, end);
      pending = pending.subarray(end);
    }
  }
  return undefined;
}
