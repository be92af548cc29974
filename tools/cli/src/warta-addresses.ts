import { CliError, exitCodes } from './cli-error.ts';

/** Where the services of one Warta answer. */
export interface WartaAddresses {
  readonly ingestorUrl: string;
  readonly searchUrl: string;
}

export type AddressesGiven = { readonly [Name in keyof WartaAddresses]?: string | undefined };

/** @throws CliError for what is no address. */
export function addressOf(given: string): string {
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) {
    return given.replace(/\/$/, '');
  }
  throw new CliError(`"${given}" is no address such as http://127.0.0.1:8080`, exitCodes.usage);
}

/** @throws CliError that says how to give it. */
export function missingAddress(service: 'ingestor' | 'search'): never {
  throw new CliError(
    `The address of the service ${service} is missing: give --${service}-url or ` +
      `WARTA_${service.toUpperCase()}_URL.`,
    exitCodes.usage,
  );
}
