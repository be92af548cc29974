import { PushArticle } from '@warta/contracts';

const ownNames: ReadonlySet<string> = new Set(Object.keys(PushArticle.shape));
const jsonOrLines = /^application\/(json|x-ndjson|ndjson|jsonl|x-jsonlines)\s*(;|$)/i;

/** A document as it is sent; names of headers in small letters. */
interface Sent {
  readonly bytes: Uint8Array;
  readonly contentType?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Whether it is nothing but articles in Warta's own JSON: an object, an array or lines of objects with
 * no other fields than ours. Their reading takes time by their length alone, whereas other JSON may
 * hold a page or another document in a text. Cheap; what is in doubt is not.
 */
export function isOwnJson({ bytes, contentType = '', headers }: Sent): boolean {
  if (!jsonOrLines.test(contentType) || !isUtf8(contentType) || isBinaryEvent(headers)) {
    return false;
  }
  const values = valuesOf(Buffer.from(bytes).toString());
  return values !== undefined && values.every(isOwn);
}

/** Undefined when it is no JSON: what is wrong is said by who reads it. */
function valuesOf(text: string): unknown[] | undefined {
  const whole = parsed(text);
  if (whole !== undefined) return Array.isArray(whole.value) ? whole.value : [whole.value];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = [];
  for (const line of lines) {
    const one = parsed(line);
    if (one === undefined) return undefined;
    values.push(one.value);
  }
  return values;
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

const isOwn = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((name) => ownNames.has(name));

/** CloudEvents in binary mode: what the body says is only half of it. */
export const isBinaryEvent = (headers: Readonly<Record<string, string>>): boolean =>
  headers['ce-specversion'] !== undefined || headers['ce-type'] !== undefined;

/** By its media type; JSON is, unless that says otherwise. */
export function isUtf8(contentType: string): boolean {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(contentType) ?? [];
  return charset.toLowerCase() === 'utf-8';
}
