/** Reasons of Elasticsearch are sentences; what is longer quotes what it was sent. */
const SAID_LENGTH_MAX = 500;

/** Deeper than any chain of causes that was seen. */
const CAUSES_MAX = 4;

/** An error as Elasticsearch tells it. */
export interface IndexFault {
  readonly type?: string | undefined;
  readonly reason?: string | null | undefined;
  readonly root_cause?: readonly IndexFault[];
  readonly caused_by?: unknown;
}

/**
 * What it is called, what is said of it and of what it came, each without values: for logs, and for what
 * is kept of a document that was refused. Pure; short, and never throws.
 */
export function faultForLog(fault: IndexFault | undefined): string {
  const told = chainOf(fault).map(({ type, reason }) =>
    [
      typeIn(type) ?? 'no error type',
      typeof reason === 'string' ? withoutValues(reason) : 'no reason',
    ].join(': '),
  );
  return bounded(told.join('; by ') || 'no error type: no reason');
}

/** What it is called, and of what it came: as whoever counts refusals tells them apart. */
export function faultTypes(fault: IndexFault): string {
  const [first, ...causes] = chainOf(fault);
  const roots: readonly unknown[] = Array.isArray(first?.root_cause) ? first.root_cause : [];
  const all = [first ?? {}, ...roots.flatMap((one) => chainOf(one).slice(0, 1)), ...causes];
  return [...new Set(all.flatMap(({ type }) => typeIn(type) ?? []))].join(': ');
}

/** Why a search failed. One that is refused is told with what was searched for, so only by its types. */
export function faultOfSearch(status: number, fault: IndexFault): string {
  return isOfRequest(status) ? faultTypes(fault) : faultForLog(fault);
}

/** The request itself is at fault, or has met a bug; not a node that is away, full or busy. */
export function isOfRequest(status: number): boolean {
  return status >= 400 && status <= 500 && status !== 429;
}

/**
 * A reason of Elasticsearch up to the first thing in it that may be a value of a document or a query:
 * those stand in quotation marks or brackets, as names of fields do, too. What comes after a value is
 * left out with it, since the value may hold such signs itself. Linear.
 */
export function withoutValues(reason: string): string {
  const text = bounded(reason);
  for (const found of text.matchAll(opening)) {
    const [sign] = found;
    const before = text.slice(0, found.index);
    const isKept = sign === '[' ? isName(before, text.slice(found.index + 1)) : sign.length > 1;
    if (!isKept) return `${before}…`;
  }
  return text;
}

/** A field as Lucene names it, whole; brackets, and quotation marks but for apostrophes within words. */
const opening = /(?<= field=)"[\w.]{1,100}"|["`“‘«[]|(?<!\w)'/gu;

/** Names of fields, indices and types have no spaces: `_doc`, `body.id`, `<http_request>`. */
const name = /^[\w.@:<>/-]{1,100}\]/u;
/** Counts, places in a document, sizes and times: `[1000]`, `[1:22]`, `[10s]`, `[12345/12kb]`. */
const amount = /^[\d.:]{1,12}(?:[a-z]{1,2})?(?:\/[\d.]{1,12}[a-z]{1,2})?\]/u;
/** Why nothing is written: `[FORBIDDEN/8/index write (api)]`. */
const block = /^[A-Z_]{1,40}\/\d{1,3}\/[\w ,()/-]{1,200}\]/u;

const saysName =
  /(?:^|[\s(])(?:(?<!date )fields?|types?|index|alias|mapper|mapping for|introduction of|within|data for) $/u;
const saysValue = /(?:value|field) $/u;

/** Whether brackets hold a name or a count. */
function isName(before: string, after: string): boolean {
  if (amount.test(after)) return !saysValue.test(before);
  if (before.endsWith('blocked by: ')) return block.test(after);
  // A shard, or what ran out of memory.
  if (before === '') return /^(?:[\w.-]{1,100}\]\[\d{1,5}|parent|request)\]/u.test(after);
  return name.test(after) && saysName.test(before);
}

function chainOf(fault: unknown): IndexFault[] {
  const chain: IndexFault[] = [];
  let next = fault;
  while (typeof next === 'object' && next !== null && chain.length < CAUSES_MAX) {
    chain.push(next);
    next = (next as IndexFault).caused_by;
  }
  return chain;
}

/** Types are names; anything else is none. */
function typeIn(type: unknown): string | undefined {
  return typeof type === 'string' && /^\w{1,100}$/u.test(type) ? type : undefined;
}

function bounded(text: string): string {
  return text.length > SAID_LENGTH_MAX ? `${text.slice(0, SAID_LENGTH_MAX)}…` : text;
}
