import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/**
 * Logs in to Postgres, in its own protocol and without a client library, and asks nothing: the
 * server tells its version on the way. Password by SCRAM-SHA-256 (RFC 5802, RFC 7677).
 */

/** A server on loopback answers in milliseconds; a frozen one must not freeze the asker. */
const answerTimeoutMs = 5_000;
const protocolVersion = 196_608;
const authentication = { ok: 0, sasl: 10, saslContinue: 11, saslFinal: 12 } as const;

export interface PostgresAddress {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

/**
 * Resolves with the version once a session was opened.
 *
 * @throws Error with the server's own words while it is starting, or when it refuses the login.
 */
export async function probePostgres(address: PostgresAddress): Promise<string> {
  const { host, port, user, database } = address;
  const socket = connect({ host, port, timeout: answerTimeoutMs });
  socket.once('timeout', () => socket.destroy(new Error('Postgres does not answer')));
  const scram = startScram(address.password);
  let version = '';
  try {
    socket.write(startup({ user, database }));
    for await (const { type, body } of readMessages(socket)) {
      if (type === 'E') throw new Error(errorText(body));
      if (type === 'R') {
        const answer = scram.answer(body.readInt32BE(0), body.subarray(4));
        if (answer) socket.write(message('p', answer));
      }
      if (type === 'S') {
        const [name, value] = body.toString('utf8').split('\0');
        if (name === 'server_version' && value) version = value;
      }
      if (type === 'Z') {
        socket.end(message('X', Buffer.alloc(0)));
        return version;
      }
    }
    throw new Error('Postgres hung up');
  } finally {
    socket.destroySoon();
  }
}

function startScram(password: string) {
  const nonce = randomBytes(18).toString('base64');
  const clientFirst = `n=,r=${nonce}`;
  return {
    /** What to send back, or undefined when the server only informs. */
    answer(step: number, data: Buffer): Buffer | undefined {
      if (step === authentication.ok || step === authentication.saslFinal) return undefined;
      if (step === authentication.sasl) {
        const first = Buffer.from(`n,,${clientFirst}`);
        const length = Buffer.alloc(4);
        length.writeInt32BE(first.length);
        return Buffer.concat([Buffer.from('SCRAM-SHA-256\0'), length, first]);
      }
      if (step === authentication.saslContinue) {
        return Buffer.from(clientFinal(password, clientFirst, data.toString('utf8')));
      }
      throw new Error(`Postgres asks for an unexpected kind of login (${step})`);
    },
  };
}

function clientFinal(password: string, clientFirst: string, serverFirst: string): string {
  const fields = new Map(serverFirst.split(',').map((part) => [part[0], part.slice(2)]));
  const salt = Buffer.from(fields.get('s') ?? '', 'base64');
  const salted = pbkdf2Sync(password, salt, Number(fields.get('i')), 32, 'sha256');
  const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const clientKey = hmac(salted, 'Client Key');
  const storedKey = createHash('sha256').update(clientKey).digest();
  const withoutProof = `c=biws,r=${fields.get('r')}`;
  const signature = hmac(storedKey, `${clientFirst},${serverFirst},${withoutProof}`);
  const proof = clientKey.map((byte, n) => byte ^ (signature[n] ?? 0));
  return `${withoutProof},p=${Buffer.from(proof).toString('base64')}`;
}

function startup(parameters: Record<string, string>): Buffer {
  const text = Object.entries(parameters).flat().join('\0');
  const body = Buffer.from(`\0\0\0\0${text}\0\0`);
  body.writeInt32BE(protocolVersion, 0);
  return withLength(body);
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), withLength(body)]);
}

function withLength(body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
}

async function* readMessages(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<{ type: string; body: Buffer }> {
  let pending = Buffer.alloc(0);
  for await (const chunk of chunks) {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 5 && pending.length > pending.readInt32BE(1)) {
      const end = pending.readInt32BE(1) + 1;
      yield { type: pending.toString('latin1', 0, 1), body: pending.subarray(5, end) };
      pending = pending.subarray(end);
    }
  }
}

/** Fields by one-letter code: M is the message for people. */
function errorText(body: Buffer): string {
  const fields = body.toString('utf8').split('\0');
  return fields.find((field) => field.startsWith('M'))?.slice(1) ?? 'Postgres refuses the login';
}
