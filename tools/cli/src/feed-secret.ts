import { createReadStream } from 'node:fs';
import { SigningSecret } from '@warta/contracts';
import { CliError, exitCodes } from './cli-error.ts';

/** A secret has a hundred characters; what is much longer is another file. */
const FILE_CHARS_MAX = 10_000;

/** What says which secret signs; never the secret itself, which `ps` and the shell would keep. */
export interface SecretOptions {
  /** `-` is standard input. */
  secretFile?: string;
}

/**
 * The secret to sign with: of the file, else of WARTA_FEED_SECRET, else none.
 * @throws CliError when it cannot be read or is no secret.
 */
export async function feedSecret(options: SecretOptions): Promise<string | undefined> {
  const { secretFile } = options;
  if (secretFile !== undefined) return secretOfFile(secretFile);
  const given = process.env['WARTA_FEED_SECRET'];
  return given ? checked(given, 'WARTA_FEED_SECRET') : undefined;
}

/** @param file `-` is standard input. @throws CliError when it cannot be read or has none. */
export async function secretOfFile(file: string): Promise<string> {
  const name = file === '-' ? 'Standard input' : file;
  let text = '';
  try {
    const stream = file === '-' ? process.stdin : createReadStream(file);
    for await (const chunk of stream.setEncoding('utf8') as AsyncIterable<string>) {
      text += chunk;
      if (text.length > FILE_CHARS_MAX) break;
    }
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new CliError(`${name} could not be read: ${reason}`, exitCodes.usage, { cause });
  }
  return checked(text, name);
}

/** The words name where it came from, never what it was. */
function checked(text: string, from: string): string {
  const { data, error } = SigningSecret.safeParse(text.trim());
  if (data !== undefined) return data;
  throw new CliError(
    `${from} has no secret of a feed: it ${error?.issues[0]?.message}`,
    exitCodes.usage,
  );
}
