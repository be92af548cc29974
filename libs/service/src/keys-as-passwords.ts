import type { FastifyRequest } from './fastify-types.ts';

/** With these nothing is changed: a browser that keeps a password sends it wherever it is led. */
const reading: readonly string[] = ['GET', 'HEAD'];

/** As all of them begin. Programs do, too, but most say that they are only compatible. */
const isBrowser = /^Mozilla\/(?!.*\bcompatible;)/i;

const visible = /^[\x21-\x7e]+$/;

/**
 * Lets callers in that can only send a name and a password (RFC 7617): the key is the password, the
 * name is whatever they like. As provider of a service; without it passwords are not taken. Only for
 * what is read.
 */
export class KeysAsPasswords {
  readonly #isAsked: (request: FastifyRequest) => boolean;

  /** @param isAsked which requests without a key are asked for a password. Never throws. */
  constructor(isAsked: (request: FastifyRequest) => boolean) {
    this.#isAsked = isAsked;
  }

  /** The key; undefined when none was sent so. */
  keyIn({ method, headers }: FastifyRequest): string | undefined {
    const [, sent] = /^Basic +([\w+/=-]+)$/i.exec(headers.authorization ?? '') ?? [];
    if (sent === undefined || !reading.includes(method)) return undefined;
    const text = Buffer.from(sent, 'base64').toString();
    const colon = text.indexOf(':');
    const password = text.slice(colon + 1);
    return colon === -1 || !visible.test(password) ? undefined : password;
  }

  /**
   * Whether who was not let in is asked for a password, which browsers do in a window of their own: of
   * a browser only where it says that a person went to the address, never for a script or a picture of
   * a page. It says so over TLS and on its own machine; elsewhere it is not asked. Never who sent a key.
   */
  isAsked(request: FastifyRequest): boolean {
    const {
      authorization = '',
      'sec-fetch-mode': mode,
      'user-agent': agent = '',
    } = request.headers;
    const isMeant = mode === undefined ? !isBrowser.test(agent) : mode === 'navigate';
    const hasKey = authorization !== '' && !/^Basic\b/i.test(authorization);
    return reading.includes(request.method) && isMeant && !hasKey && this.#isAsked(request);
  }
}
