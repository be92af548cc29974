import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ownUse } from './child-process.ts';

/**
 * The floor under any HTTP service: node:http that takes the body and answers 202, and does nothing
 * with it. Tells its port when asked for it, and else what it has used.
 */
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(202, { 'content-type': 'application/json' });
    response.end('{"status":"accepted"}');
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

process.on('message', () => process.send?.({ port, ...ownUse() }));
process.on('disconnect', () => process.exit(0));
