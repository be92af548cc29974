import { HttpUrl } from '@warta/contracts';
import { EgressError } from '@warta/service';
import type { Egress, EgressResponse } from '@warta/service';
import { linksOfHeader, linksOfJson, linksOfMarkup } from './link-relations.ts';

/** Where to subscribe, and to what. */
export interface Discovered {
  hub: string;
  topic: string;
}

/**
 * Asks a page or feed for its hub and for the address it wants to be known by. W3C WebSub, 4: Link
 * headers count before what the document says. Of several hubs the first is taken: each of them must
 * deliver everything.
 * @throws EgressError
 */
export async function discoverHub(url: string, egress: Egress): Promise<Discovered> {
  const response = await egress.send({ url });
  if (response.status < 200 || response.status > 299) {
    throw new EgressError(`the topic answers ${response.status}`);
  }
  const headers = linksOfHeader([response.headers.link ?? ''].flat().join(', '));
  const document = linksOfDocument(response);
  const [hub] = headers.hubs.length > 0 ? headers.hubs : document.hubs;
  if (hub === undefined) {
    throw new EgressError('the topic names no hub, neither in Link headers nor in its document');
  }
  const self = headers.self ?? document.self ?? response.url;
  return { hub: absolute(hub, response.url), topic: absolute(self, response.url) };
}

function linksOfDocument({ headers, body }: EgressResponse) {
  const text = new TextDecoder().decode(body);
  const isJson = /json/i.test(headers['content-type'] ?? '') || /^\s*[{[]/.test(text);
  return isJson ? linksOfJson(text) : linksOfMarkup(text);
}

function absolute(address: string, base: string): string {
  const url = URL.parse(address, base);
  if (url !== null) url.hash = '';
  const { data } = HttpUrl.safeParse(url?.href);
  if (data !== undefined) return data;
  throw new EgressError('the topic names a hub or self that is no http or https address');
}
