import { NestFactory } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Problem } from '@warta/contracts';
import { z } from 'zod';
import { documentSchemas } from './request-bodies.ts';

/** Version of the APIs as documents show it; addresses carry the major version. */
const API_VERSION = '1.0.0';

/** Name of the security scheme that guarded addresses refer to. */
export const KEY_SCHEME = 'key';

/** The OpenAPI 3.1 document of an application, from the same zod schemas that validate. */
export function describeApi(app: INestApplication, name: string): OpenAPIObject {
  const document = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`Warta ${name}`)
    .setVersion(API_VERSION)
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', bearerFormat: 'opaque', description: 'An API key.' },
      KEY_SCHEME,
    )
    .build();
  const components = new Map<string, string>();
  const described = SwaggerModule.createDocument(app, document, {
    operationIdFactory: (_controller, method) => method,
    autoTagControllers: false,
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? convert(schema, schemaType, components) : undefined,
  });
  // Every address may answer with a problem; the documents refer to it by this name.
  const { Problem: problem } = convert(Problem, 'output', components).components;
  const documents = [...documentSchemas.values()].map(
    (schema) => convert(schema, 'input', components).components as Record<string, object>,
  );
  described.components = {
    ...described.components,
    schemas: Object.assign({}, described.components?.schemas, ...documents, {
      Problem: problem as object,
    }),
  };
  return described;
}

type JsonSchemas = Record<string, unknown>;

/** JSON Schema 2020-12, which OpenAPI 3.1 uses as it is; named schemas become components. */
function convert(schema: z.ZodType, io: 'input' | 'output', components: Map<string, string>) {
  const { $defs = {}, ...root } = z.toJSONSchema(schema, { io });
  delete root.$schema;
  const named = JSON.parse(
    JSON.stringify({ root, $defs }).replaceAll('__schema0', 'JsonValue'),
  ) as { root: JsonSchemas; $defs: JsonSchemas };
  for (const [name, definition] of Object.entries(named.$defs)) {
    const text = JSON.stringify(definition);
    if ((components.get(name) ?? text) !== text) {
      throw new Error(
        `two different schemas are called ${name}: give each its own .meta({ id }), ` +
          'also where input and output of one schema differ',
      );
    }
    components.set(name, text);
  }
  return { schema: named.root, components: named.$defs };
}

/** /openapi.json and /docs, with Swagger UI's files served from this process. */
export function serveApiDocs(app: NestFastifyApplication, document: OpenAPIObject): void {
  SwaggerModule.setup('docs', app, document, { jsonDocumentUrl: 'openapi.json', raw: ['json'] });
}

/**
 * The document of a module that is only looked at: none of its providers is made, so no server
 * needs to run.
 */
export async function describeModule(
  module: Parameters<typeof NestFactory.create>[0],
  name: string,
): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(
    module,
    new FastifyAdapter({ logger: false }),
    { preview: true, logger: false, abortOnError: false },
  );
  return describeApi(app, name);
}
