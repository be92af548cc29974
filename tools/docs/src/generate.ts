import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingDescription } from '@warta/service';
import { configPage } from './config-page.ts';
import { eventsPage } from './events-page.ts';
import { clientSchema } from './client-schema.ts';
import { formatsPage } from './formats-page.ts';

/**
 * Writes what is generated from code: docs/events.md, docs/formats.md, docs/config.md, the
 * OpenAPI files, and from the one of search the types of libs/client. With --check nothing is written, and a file that differs from its source makes the
 * exit code 1.
 * Reads the built services (npm run build first): their decorators need compiling.
 */
const root = join(import.meta.dirname, '..', '..', '..');
const check = process.argv.includes('--check');

const services = [
  {
    name: 'ingestor',
    dist: 'apps/ingestor/dist',
    module: 'IngestorModule',
    config: 'ingestorConfig',
  },
  {
    name: 'enricher',
    dist: 'apps/enricher/dist/src',
    module: 'EnricherModule',
    config: 'enricherConfig',
  },
  {
    name: 'search',
    dist: 'apps/search/dist/src',
    module: 'SearchModule',
    config: 'searchConfig',
  },
] as const;
/** Programs that run once before the services, with settings of their own. */
const jobs = [
  {
    name: 'job: topics',
    file: 'apps/ingestor/dist/config.js',
    config: 'createTopicsConfig',
  },
  { name: 'job: migrate', file: 'apps/enricher/dist/src/config.js', config: 'migrateConfig' },
  {
    name: 'job: publish-states',
    file: 'apps/enricher/dist/src/config.js',
    config: 'publishStatesConfig',
  },
  { name: 'job: migrate search', file: 'apps/search/dist/src/config.js', config: 'migrateConfig' },
  { name: 'job: index', file: 'apps/search/dist/src/config.js', config: 'createIndexConfig' },
  {
    name: 'job: rebuild index',
    file: 'apps/search/dist/src/config.js',
    config: 'rebuildIndexConfig',
  },
] as const;

type Platform = {
  openApiOf(service: object, config: unknown): Promise<object>;
  exampleConfig(schema: unknown): unknown;
  describeConfig(schema: unknown): SettingDescription[];
};

const built = (file: string): Promise<Record<string, unknown>> => import(join(root, file));
const platform = (await built('libs/service/dist/index.js')) as unknown as Platform;

const pages = new Map<string, string>([
  ['docs/events.md', eventsPage()],
  ['docs/formats.md', formatsPage()],
]);
const described = [];
for (const service of services) {
  const config = (await built(`${service.dist}/config.js`))[service.config];
  described.push({ name: service.name, settings: platform.describeConfig(config) });
  const module = (await built(`${service.dist}/${service.name}.module.js`))[service.module];
  const definition = { name: service.name, config, module };
  const openApi = await platform.openApiOf(definition, platform.exampleConfig(config));
  pages.set(`apps/${service.name}/openapi.json`, `${JSON.stringify(openApi, null, 2)}\n`);
  if (service.name === 'search') {
    pages.set('libs/client/src/schema.ts', await clientSchema(openApi));
  }
}
for (const { name, file, config } of jobs) {
  described.push({ name, settings: platform.describeConfig((await built(file))[config]) });
}
pages.set('docs/config.md', configPage(described));

for (const [file, content] of pages) {
  const path = join(root, file);
  if (!check) {
    writeFileSync(path, content);
    console.log(`written  ${file}`);
  } else if (currentOf(path) === content) {
    console.log(`✔ up to date  ${file}`);
  } else {
    console.log(`✘ stale  ${file}: run npm run docs and commit the result`);
    process.exitCode = 1;
  }
}

function currentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
