import { Agent, request } from 'node:http';

/** A request that is sent again and again. */
export interface AskedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

const shared = new Agent({ keepAlive: true });

/**
 * The whole answer's bytes. @throws Error for any status but 200: what is refused is fast.
 */
export function ask(asked: AskedRequest, agent: Agent = shared): Promise<Buffer> {
  const { url, method, headers, body } = asked;
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(body.length) };
    const sent = request(url, { method, agent, headers: { ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks);
        if (answer.statusCode === 200) return resolve(bytes);
        reject(
          new Error(`${url} answered ${answer.statusCode}: ${bytes.toString().slice(0, 300)}`),
        );
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
