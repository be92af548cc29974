import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { ProblemError } from '@warta/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from '@warta/service';

/** Names of these files change with their content (Vite puts a hash into them). */
const HASHED = '/assets/';
const FOREVER = 'public, max-age=31536000, immutable';
/** Asked for again each time, mostly answered with 304: a new version is seen at once. */
const ASK_AGAIN = 'no-cache';

/** The page's own host and nothing else, no inline code, in nobody's frame. */
const pagePolicy = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Addresses of the API and its documentation: what is not there answers with a problem. */
const NOT_PAGES = /^\/(?:v\d+|docs|assets|livez|readyz)(?:[/?]|$)|^\/openapi\.json/;

/**
 * The built console at `/`: files as they are, and its first page at every address that a browser
 * goes to and that is nothing else, since the pages have addresses of their own. The API stays as
 * it is. Without a build the service runs all the same, and `/` says how to make one.
 */
export function serveConsole(server: FastifyInstance, folder: string): void {
  const first = path.join(folder, 'index.html');
  if (!existsSync(first)) {
    server.get('/', () => {
      throw new ProblemError(
        404,
        'The console is not built here: run npm run build and start again, or go to /docs.',
      );
    });
    return;
  }
  void server.register(fastifyStatic, {
    root: folder,
    // One route for each file, so that other addresses stay what they are.
    wildcard: false,
    globIgnore: ['**/*.br', '**/*.gz', '**/.*/**'],
    preCompressed: true,
    cacheControl: false,
    // Swagger's page has added it already.
    decorateReply: false,
    setHeaders: (reply, file) => {
      void (reply as unknown as FastifyReply).headers({
        'cache-control': file.includes(HASHED) ? FOREVER : ASK_AGAIN,
        'content-security-policy': pagePolicy,
      });
    },
  });
  const page = readFileSync(first);
  server.addHook('onRequest', async (request, reply) => {
    if (!isPage(request)) return undefined;
    return reply
      .headers({ 'cache-control': ASK_AGAIN, 'content-security-policy': pagePolicy })
      .type('text/html; charset=utf-8')
      .send(page);
  });
}

/** A person goes there with a browser, and no route answers. */
function isPage(request: FastifyRequest): boolean {
  const { method, url, headers } = request;
  if (!request.is404 || (method !== 'GET' && method !== 'HEAD') || NOT_PAGES.test(url))
    return false;
  return /\btext\/html\b/.test(headers.accept ?? '');
}

/** Where the build of the console lies, seen from the sources and from what is compiled of them. */
export function consoleFolder(from: string = import.meta.dirname): string {
  const apps = `${path.sep}apps${path.sep}`;
  const root = from.slice(0, from.lastIndexOf(apps) + apps.length);
  return path.join(root, 'console', 'dist');
}
