import { RouteTable } from './route-table.ts';

describe('the table of routes', () => {
  const routes = new RouteTable();
  routes.add('POST', '/v1/things');
  routes.add(['GET', 'HEAD'], '/v1/things');
  routes.add('DELETE', '/v1/things/:id');
  routes.add('GET', '/docs/*');

  it.each([
    ['/v1/things?x=1', ['GET', 'HEAD', 'POST']],
    ['/v1/things/7', ['DELETE']],
    ['/v1/things/7/8', []],
    ['/v1/thingsx', []],
    ['/docs/a/b.css', ['GET']],
    ['/', []],
  ])('knows which methods %s answers', (url, methods) => {
    expect(routes.methodsAt(url)).toEqual(methods);
  });
});
