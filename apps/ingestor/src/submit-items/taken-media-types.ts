import { allFormats } from '@warta/formats';

/** Those that say only what syntax a document is of; its content tells the format. */
const ofSyntaxes = [
  'application/json',
  'application/x-ndjson',
  'application/xml',
  'text/xml',
  'text/html',
  'application/xhtml+xml',
];

/** Every media type that documents may be sent as. */
export const takenMediaTypes: readonly string[] = [
  ...new Set([...ofSyntaxes, ...allFormats.flatMap(({ mediaTypes }) => mediaTypes)]),
];

/** The same for OpenAPI: formats of others have no schema of ours. */
export const documentMediaTypes: Readonly<Record<string, undefined>> = Object.fromEntries(
  takenMediaTypes.map((name) => [name, undefined]),
);
