import openapiTS, { astToString } from 'openapi-typescript';
import { format } from 'prettier';

const BANNER = '/* Generated from apps/search/openapi.json by `npm run docs`. */\n\n';

/** The types of every address of the search API, for openapi-fetch. */
export async function clientSchema(openApi: object): Promise<string> {
  const nodes = await openapiTS(openApi as Parameters<typeof openapiTS>[0], {
    // A parameter with a default may be left out; an answer has it.
    defaultNonNullable: false,
    immutable: true,
  });
  return format(BANNER + astToString(nodes), {
    parser: 'typescript',
    printWidth: 100,
    singleQuote: true,
  });
}
