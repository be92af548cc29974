/** The addresses of the service and the methods each answers, for 405 instead of 404. */
export class RouteTable {
  readonly #routes: { method: string; pattern: RegExp }[] = [];

  /** @param url in the router's notation: `:name` for one segment, `*` for the rest. */
  add(methods: string | readonly string[], url: string): void {
    const pattern = new RegExp(
      `^${url
        .split('/')
        .map((segment) => {
          if (segment === '*') return '.*';
          if (segment.startsWith(':')) return '[^/]+';
          return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        })
        .join('/')}$`,
    );
    for (const method of [methods].flat()) this.#routes.push({ method, pattern });
  }

  /** Methods that the path of a URL answers, sorted; empty when there is no such address. */
  methodsAt(url: string): string[] {
    const [path = ''] = url.split('?', 1);
    const found = this.#routes.filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.map(({ method }) => method))].sort();
  }
}
