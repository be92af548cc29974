import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AllowList } from './allow-list.ts';
import { Egress, RESPONSE_BYTES_MAX } from './egress.ts';

/** Names of the tests; a name server of the other side may answer whatever it likes. */
const names: Record<string, string[]> = {
  'public.example': ['93.184.215.14'],
  'inside.example': ['10.1.2.3'],
  'metadata.example': ['169.254.169.254'],
  'both.example': ['93.184.215.14', '192.168.1.1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'six.example': ['fd12:3456:789a::1'],
  'hub.example': ['127.0.0.1'],
};
const resolve = (hostname: string) =>
  Promise.resolve(
    (names[hostname] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  );
const egressWith = (allow: string, schemes: ('http' | 'https')[] = ['http', 'https']) =>
  new Egress({ schemes, allow: AllowList.of(allow), resolve });

/** Every form of an address that leads behind us. */
const inside = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://0.0.0.0/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://100.100.100.200/',
  'http://168.63.129.16/',
  'http://192.0.0.192/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[64:ff9b:1::1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:53aa:64c::]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://[ff02::1]/',
  'http://inside.example/',
  'http://metadata.example/',
  'http://both.example/',
  'http://mapped.example/',
  'http://six.example/',
  'http://hub.example/',
];

describe('an address that is not public', () => {
  it.each(inside)('is not spoken to: %s', async (url) => {
    const work = egressWith('').send({ url });
    await expect(work).rejects.toThrow(/at an address that is not public/);
  });

  it('is spoken to when it is allowed by name, address or network, and then alone', async () => {
    const { server, port } = await serving((_request, response) => response.end('salam'));
    try {
      for (const allow of ['hub.example', '127.0.0.1', '127.0.0.0/8']) {
        const answer = await egressWith(allow).send({ url: `http://hub.example:${port}/` });
        expect([answer.status, answer.body.toString()]).toEqual([200, 'salam']);
        const other = egressWith(allow).send({ url: 'http://inside.example/' });
        await expect(other).rejects.toThrow(/not public/);
      }
    } finally {
      server.close();
    }
  });
});

describe('a request', () => {
  it.each([
    ['ftp://public.example/', /ftp:.. is not spoken/],
    ['file:///etc/passwd', /is not spoken/],
    ['data:text/plain,x', /is not spoken/],
    ['gopher://public.example/', /is not spoken/],
    ['nonsense', /no URL/],
    ['http://user:pass@public.example/', /user or password/],
    ['http://public.example:22/', /port 22/],
    ['http://public.example:0/', /port 0/],
    ['http://nowhere.example/', /no host/],
  ])('to %s is not sent', async (url, reason) => {
    await expect(egressWith('').send({ url })).rejects.toThrow(reason);
  });

  it('is by https alone unless http is configured', async () => {
    const work = egressWith('hub.example', ['https']).send({ url: 'http://hub.example/' });
    await expect(work).rejects.toThrow(/http:.. is not spoken: WARTA_EGRESS_SCHEMES/);
  });

  it('carries no cookie, login or referrer, and a form where there is one', async () => {
    const seen: { request: IncomingMessage; body: string }[] = [];
    const { server, port } = await serving((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push({ request, body });
        response.writeHead(202, { 'set-cookie': 'a=b' }).end();
      });
    });
    try {
      const url = `http://hub.example:${port}/hub?x=1`;
      const form = { 'hub.mode': 'subscribe', 'hub.topic': 'https://a.example/?b=c&d' };
      await egressWith('hub.example').send({ url });
      await egressWith('hub.example').send({ url, form });
      const [got, posted] = seen;
      expect([got?.request.method, posted?.request.method]).toEqual(['GET', 'POST']);
      expect(Object.fromEntries(new URLSearchParams(posted?.body))).toEqual(form);
      for (const { request } of seen) {
        const names = Object.keys(request.headers);
        expect(names).not.toEqual(expect.arrayContaining(['cookie']));
        expect(names).not.toEqual(expect.arrayContaining(['authorization']));
        expect(names).not.toEqual(expect.arrayContaining(['referer']));
      }
    } finally {
      server.close();
    }
  });
});

describe('an address that is kept for later', () => {
  it.each([
    ['http://u:p@hub.example/', /user or password/],
    ['http://169.254.169.254/latest', /not public/],
    ['http://[::1]/', /not public/],
    ['http://public.example:22/', /port 22/],
    ['ftp://public.example/', /not spoken/],
    ['nonsense', /no URL/],
  ])('is refused at once when it can never be sent to: %s', (address, reason) => {
    expect(egressWith('').refusalOf(address)).toMatch(reason);
  });

  it('is taken when only its name decides later', () => {
    expect(egressWith('').refusalOf('https://anything.example:8443/hook')).toBeUndefined();
    expect(egressWith('127.0.0.1').refusalOf('http://127.0.0.1:9000/')).toBeUndefined();
  });
});

describe('a document', () => {
  const document = {
    contentType: 'application/json',
    bytes: Buffer.from('{"a":"é"}'),
    headers: { 'webhook-signature': 'v1,abc' },
  };

  it('is sent byte by byte with its headers, and follows no redirect', async () => {
    const seen: { headers: IncomingMessage['headers']; body: string }[] = [];
    const { server, port } = await serving((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push({ headers: request.headers, body });
        if (request.url === '/moved') response.writeHead(307, { location: '/hook' });
        if (request.url === '/talks') response.writeHead(200, { 'content-encoding': 'gzip' });
        response.end(request.url === '/talks' ? Buffer.alloc(RESPONSE_BYTES_MAX + 1) : undefined);
      });
    });
    try {
      const egress = egressWith('hub.example');
      const to = (path: string) => `http://hub.example:${port}${path}`;
      expect((await egress.send({ url: to('/hook'), document })).status).toBe(200);
      await expect(egress.send({ url: to('/moved'), document })).rejects.toThrow(/redirects/);
      const talks = await egress.send({ url: to('/talks'), document });
      expect(talks).toMatchObject({ status: 200, body: Buffer.alloc(0) });
      expect(seen.map(({ body }) => body)).toEqual(Array(3).fill('{"a":"é"}'));
      expect(seen[0]?.headers).toMatchObject({
        'content-type': 'application/json',
        'content-length': '10',
        'webhook-signature': 'v1,abc',
      });
    } finally {
      server.close();
    }
  });
});

describe('a redirect', () => {
  const redirecting = (status: number, locationOf: (path: string) => string) =>
    serving((request, response) => {
      if (request.url === '/end') response.end(request.method);
      else response.writeHead(status, { location: locationOf(request.url ?? '') }).end();
    });

  it.each([
    'http://169.254.169.254/latest/',
    'http://[::1]:9200/',
    'http://inside.example/',
    'file:///etc/passwd',
    'http://user:pass@public.example/',
  ])('to %s is not followed', async (location) => {
    const { server, port } = await redirecting(302, () => location);
    try {
      const work = egressWith('hub.example').send({ url: `http://hub.example:${port}/` });
      await expect(work).rejects.toThrow(/not public|not spoken|user or password/);
    } finally {
      server.close();
    }
  });

  it('is followed three times, and not a fourth', async () => {
    const { server, port } = await redirecting(301, (path) =>
      path === '/3' ? '/2' : path === '/2' ? '/1' : path === '/1' ? '/end' : '/3',
    );
    try {
      const at = (path: string) =>
        egressWith('hub.example').send({ url: `http://hub.example:${port}${path}` });
      expect((await at('/3')).url).toBe(`http://hub.example:${port}/end`);
      await expect(at('/4')).rejects.toThrow(/more than 3 times/);
    } finally {
      server.close();
    }
  });

  it.each([
    [307, 'POST'],
    [308, 'POST'],
    [302, undefined],
    [303, undefined],
  ])('with %i of a POST ends in %s', async (status, method) => {
    const { server, port } = await redirecting(status, () => '/end');
    try {
      const url = `http://hub.example:${port}/`;
      const work = egressWith('hub.example').send({ url, form: { 'hub.mode': 'subscribe' } });
      if (method === undefined) await expect(work).rejects.toThrow(/redirects a POST/);
      else expect((await work).body.toString()).toBe(method);
    } finally {
      server.close();
    }
  });
});

describe('a form', () => {
  it.each([307, 308])('goes to no other host by a redirect with %i', async (status) => {
    const other = await serving((_request, response) => response.end());
    const asked: string[] = [];
    other.server.on('request', ({ url = '' }) => asked.push(url));
    const { server, port } = await serving((_request, response) =>
      response.writeHead(status, { location: `http://127.0.0.1:${other.port}/` }).end(),
    );
    try {
      const egress = egressWith('hub.example,127.0.0.1');
      const url = `http://hub.example:${port}/`;
      const sent = egress.send({ url, form: { 'hub.secret': 'x' } });
      await expect(sent).rejects.toThrow(/redirects a POST to another host/);
      expect(asked).toEqual([]);
      expect((await egress.send({ url })).status).toBe(200);
    } finally {
      server.close();
      other.server.close();
    }
  });
});

describe('an answer', () => {
  it('that is too long, coded unasked, or cut off is refused', async () => {
    const { server, port } = await serving((request, response) => {
      if (request.url === '/long') response.end(Buffer.alloc(RESPONSE_BYTES_MAX + 1));
      else if (request.url === '/coded') {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
      } else {
        response.writeHead(200, { 'content-length': '10' }).write('x');
        setTimeout(() => response.destroy(), 20);
      }
    });
    try {
      const at = (path: string) =>
        egressWith('hub.example').send({ url: `http://hub.example:${port}${path}` });
      await expect(at('/long')).rejects.toThrow(/more than 2097152 bytes/);
      await expect(at('/coded')).rejects.toThrow(/unasked/);
      await expect(at('/cut')).rejects.toThrow(/could not be spoken to/);
    } finally {
      server.close();
    }
  });

  it('that does not come, or drips, is not waited for beyond the deadline', async () => {
    const { server, port } = await serving((request, response) => {
      if (request.url === '/drip') setInterval(() => response.write('x'), 20).unref();
    });
    const egress = new Egress({
      schemes: ['http'],
      allow: AllowList.of('127.0.0.1'),
      deadlineMs: 150,
    });
    try {
      for (const path of ['/silent', '/drip']) {
        const work = egress.send({ url: `http://127.0.0.1:${port}${path}` });
        await expect(work).rejects.toThrow(/did not answer in time/);
      }
      const never = new Egress({
        schemes: ['http'],
        allow: AllowList.of(''),
        deadlineMs: 50,
        resolve: () => new Promise(() => {}),
      });
      const unresolved = never.send({ url: 'http://public.example/' });
      await expect(unresolved).rejects.toThrow(/did not answer in time/);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('the list of what is allowed', () => {
  it.each(['10.0.0.0/33', '10.0.0/8', 'a b', 'http://x', '10.0.0.0/', '::/129', '1.2.3.4/8/8'])(
    'does not take %s',
    (entry) => expect(() => AllowList.of(entry)).toThrow(entry),
  );

  it('knows hosts in any case, addresses and networks of both families', () => {
    const list = AllowList.of('Hub.Intranet, 10.1.0.0/16,fd00::/8, 192.0.2.7');
    expect(['hub.intranet', 'HUB.intranet', 'intranet'].map((one) => list.allowsHost(one))).toEqual(
      [true, true, false],
    );
    expect(JSON.stringify(list)).toBe('"hub.intranet,10.1.0.0/16,fd00::/8,192.0.2.7"');
    const addresses = ['10.1.2.3', '10.2.0.1', 'fd00::1', 'fc00::1', '192.0.2.7', '192.0.2.8', ''];
    expect(addresses.map((one) => list.allowsAddress(one))).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});

async function serving(listener: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}
