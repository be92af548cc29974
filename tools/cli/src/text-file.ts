import { createReadStream } from 'node:fs';
import { CliError, exitCodes } from './cli-error.ts';

/**
 * The largest text that is read: bodyCharsMax of libs/nlp in the script with the longest UTF-8
 * (3 bytes a UTF-16 unit) is 0.6 MB; what is longer would only be cut.
 */
export const TEXT_BYTES_MAX = 1_048_576;

export interface TextFile {
  title?: string;
  body: string;
  /** Where the body begins in the decoded text, in UTF-16 units, a byte order mark not counted. */
  bodyStart: number;
}

/**
 * Reads an article from a UTF-8 text file; `-` is standard input.
 * @throws CliError when it cannot be read, is too large, is not UTF-8 or has no text.
 */
export async function readTextFile(file: string): Promise<TextFile> {
  const bytes = await readBytes(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const hint = 'Convert it first, such as with: iconv -f WINDOWS-1252 -t UTF-8';
    throw new CliError(`${nameOf(file)} is not UTF-8 text. ${hint}`, exitCodes.usage, { cause });
  }
  if (text.trim() === '') {
    throw new CliError(`${nameOf(file)} has no text in it.`, exitCodes.usage);
  }
  return splitTitle(text);
}

/** A first line followed by an empty line is the title; otherwise all is body. */
export function splitTitle(text: string): TextFile {
  const firstEnd = text.indexOf('\n');
  const secondEnd = text.indexOf('\n', firstEnd + 1);
  const title = text.slice(0, firstEnd).trim();
  const bodyStart = secondEnd + 1;
  const hasTitle =
    firstEnd !== -1 &&
    secondEnd !== -1 &&
    title !== '' &&
    text.slice(firstEnd, secondEnd).trim() === '' &&
    text.slice(bodyStart).trim() !== '';
  return hasTitle
    ? { title, body: text.slice(bodyStart), bodyStart }
    : { body: text, bodyStart: 0 };
}

/** What people are told about the file. */
function nameOf(file: string): string {
  return file === '-' ? 'Standard input' : file;
}

async function readBytes(file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    const stream = file === '-' ? process.stdin : createReadStream(file);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > TEXT_BYTES_MAX) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reasons = new Map([
      ['ENOENT', 'there is no such file'],
      ['EISDIR', 'it is a folder; name the files in it'],
      ['EACCES', 'it may not be read by you'],
    ]);
    const reason = reasons.get(code ?? '') ?? message;
    throw new CliError(`${nameOf(file)} could not be read: ${reason}.`, exitCodes.usage, { cause });
  }
  if (length > TEXT_BYTES_MAX) {
    const cap = `${TEXT_BYTES_MAX / 1024 ** 2} MiB`;
    throw new CliError(
      `${nameOf(file)} is larger than ${cap}, far more than one article. Split it first.`,
      exitCodes.usage,
    );
  }
  return Buffer.concat(chunks);
}
