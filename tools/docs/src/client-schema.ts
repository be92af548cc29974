import openapiTS, { astToString } from 'openapi-typescript';
import { format } from 'prettier';
import ts from 'typescript';

const BANNER = '/* Generated from apps/search/openapi.json by `npm run docs`. */\n\n';

/** The types of every address of the search API, for openapi-fetch. */
export async function clientSchema(openApi: object): Promise<string> {
  const nodes = await openapiTS(openApi as Parameters<typeof openapiTS>[0], {
    // A parameter with a default may be left out; an answer has it.
    defaultNonNullable: false,
    // Any JSON: as a type that refers to itself directly, TypeScript refuses it (TS2502).
    transform: (_schema, { path }) =>
      path === '#/components/schemas/JsonValue'
        ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword)
        : undefined,
  });
  return format(BANNER + astToString(nodes), {
    parser: 'typescript',
    printWidth: 100,
    singleQuote: true,
  });
}
