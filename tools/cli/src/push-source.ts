import { createReadStream, readdirSync, realpathSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ITEMS_MAX } from '@warta/contracts';
import { CliError, exitCodes } from './cli-error.ts';

/**
 * Of one part of a JSON file that had to be cut, within DOCUMENT_BYTES_MAX; other documents are not
 * cut.
 */
const PART_BYTES_MAX = 3 * 1024 * 1024;
/** JSON is held in memory to be cut. */
export const FILE_BYTES_MAX = 256 * 1024 * 1024;
const FETCH_TIMEOUT_MS = 30_000;

/** One request's worth of something to push. */
export interface PushPart {
  /** For people: the file, with the number of its part when it was cut. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Absent where it is left to the ingestor to see what it is. */
  readonly contentType?: string;
  /** Where the document came from, which relative addresses in it are relative to. */
  readonly baseUrl?: string;
}

const mediaTypes = new Map([
  ['.json', 'application/json'],
  ['.ndjson', 'application/x-ndjson'],
  ['.jsonl', 'application/x-ndjson'],
  ['.jsonld', 'application/ld+json'],
  ['.xml', 'application/xml'],
  ['.rss', 'application/xml'],
  ['.atom', 'application/xml'],
  ['.rdf', 'application/xml'],
  ['.nitf', 'application/xml'],
  ['.html', 'text/html'],
  ['.htm', 'text/html'],
  ['.xhtml', 'application/xhtml+xml'],
]);

/**
 * Files of a folder, all levels, in the order of their names; a file, an address or `-` alone. Links
 * are followed. What is hidden is passed over, what cannot be read is named as if it were a file.
 * @throws CliError when there is none.
 */
export function sourcesOf(given: string): string[] {
  if (given === '-' || isAddress(given)) return [given];
  let isFolder: boolean;
  try {
    isFolder = statSync(given).isDirectory();
  } catch (error) {
    const reason = (error as Error).message;
    throw new CliError(`${given} could not be read: ${reason}`, exitCodes.usage, { cause: error });
  }
  if (!isFolder) return [given];
  const files = filesUnder(given, new Set()).sort();
  if (files.length === 0) throw new CliError(`${given} has no files.`, exitCodes.usage);
  return files;
}

/** @param seen folders by their real path: a link may lead back up. */
function filesUnder(folder: string, seen: Set<string>): string[] {
  let names: string[];
  try {
    const real = realpathSync(folder);
    if (seen.has(real)) return [];
    seen.add(real);
    names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    return [folder];
  }
  return names.flatMap((name) => {
    const path = join(folder, name);
    try {
      const entry = statSync(path);
      if (entry.isDirectory()) return filesUnder(path, seen);
      return entry.isFile() ? [path] : [];
    } catch {
      // Reading it will say why.
      return [path];
    }
  });
}

/** What to send of one source, in order. @throws CliError that says why it cannot be read. */
export async function partsOf(source: string, contentType?: string): Promise<PushPart[]> {
  if (isAddress(source)) return [await fetched(source, contentType)];
  const stream = source === '-' ? process.stdin : createReadStream(source);
  const bytes = await readAll(stream);
  const type = contentType ?? mediaTypes.get(extname(source).toLowerCase());
  const whole = { name: source, bytes, ...(type === undefined ? {} : { contentType: type }) };
  return isWithinLimits(whole) ? [whole] : cut(whole);
}

export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

async function fetched(address: string, contentType: string | undefined): Promise<PushPart> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    const bytes = await readAll(answer.body ?? []);
    const type = contentType ?? answer.headers.get('content-type') ?? undefined;
    const part = { name: address, bytes, baseUrl: answer.url };
    return type === undefined ? part : { ...part, contentType: type };
  } catch (error) {
    if (error instanceof CliError) throw error;
    const { message, cause } = error as Error;
    const reason = cause instanceof Error ? cause.message : message;
    throw new CliError(`could not be fetched: ${reason}`, exitCodes.failed);
  }
}

async function readAll(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > FILE_BYTES_MAX) throw new Error(`it has more than ${FILE_BYTES_MAX} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    const reason = (error as Error).message;
    throw new CliError(`could not be read: ${reason}`, exitCodes.usage, { cause: error });
  }
  return Buffer.concat(chunks);
}

function isWithinLimits({ bytes }: PushPart): boolean {
  if (bytes.length > PART_BYTES_MAX) return false;
  let lines = 0;
  for (
    let at = bytes.indexOf(10);
    at !== -1 && lines <= ITEMS_MAX;
    at = bytes.indexOf(10, at + 1)
  ) {
    lines += 1;
  }
  return lines <= ITEMS_MAX;
}

/** JSON arrays and JSON Lines in parts as NDJSON; everything else as it is, to be judged there. */
function cut(whole: PushPart): PushPart[] {
  const lines = linesOf(whole.bytes);
  if (lines === undefined) return [whole];
  const parts: string[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const length = Buffer.byteLength(line) + 1;
    if (bytes + length > PART_BYTES_MAX || (parts.at(-1)?.length ?? 0) >= ITEMS_MAX) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(line);
    bytes += length;
  }
  if (parts.length === 1) return [whole];
  return parts.map((part, index) => ({
    name: `${whole.name} (part ${index + 1} of ${parts.length})`,
    bytes: Buffer.from(part.join('\n')),
    contentType: 'application/x-ndjson',
  }));
}

/** One JSON value a line, or undefined when it is neither an array nor JSON Lines. */
function linesOf(bytes: Buffer): string[] | undefined {
  const text = bytes.toString().trim();
  if (text.startsWith('[')) {
    try {
      return (JSON.parse(text) as unknown[]).map((value) => JSON.stringify(value));
    } catch {
      return undefined;
    }
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.every((line) => line.startsWith('{') && line.trimEnd().endsWith('}'))
    ? lines
    : undefined;
}
