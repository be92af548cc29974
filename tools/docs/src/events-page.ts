import {
  Access,
  ArticleSubmitted,
  ArticleUpdated,
  deadLetterTopicOf,
  EVENT_BYTES_MAX,
  type EventDefinition,
  type Retention,
} from '@warta/contracts';
import { z } from 'zod';

interface JsonSchema {
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
}

/** docs/events.md: one section per event, made from its contract. */
export function eventsPage(): string {
  return [
    '<!-- Generated from libs/contracts by `npm run docs`. Do not edit. -->',
    '# Events',
    '',
    'Every event is a CloudEvent in Kafka binary mode: the value is the JSON below, the headers are',
    '`ce_specversion`, `ce_id`, `ce_source`, `ce_type`, `ce_time`, `content-type` and `traceparent`.',
    `An event has at most ${EVENT_BYTES_MAX / 1024 / 1024} MiB. Within v1 only optional fields are added; consumers ignore fields`,
    'they do not know. Samples that must parse for ever: `libs/contracts/samples`.',
    '',
    sectionOf(ArticleSubmitted, '`articleId`'),
    sectionOf(ArticleUpdated, '`articleId`'),
    sectionOf(Access, '`key:<keyId>`'),
  ].join('\n');
}

function sectionOf<T>(event: EventDefinition<T>, key: string): string {
  const schema = z.toJSONSchema(event.schema, { io: 'input' }) as JsonSchema;
  const variants = schema.oneOf ?? schema.anyOf ?? [schema];
  return [
    `## ${event.topic}`,
    '',
    event.summary,
    '',
    `Key ${key} · ${event.partitions} partition${event.partitions === 1 ? '' : 's'}, pinned at creation · ${retention(event.retention)} · dead letters on \`${deadLetterTopicOf(event.topic)}\``,
    '',
    ...variants.map(variantTable),
    'Example:',
    '',
    '```json',
    JSON.stringify(event.example, null, 2),
    '```',
    '',
  ].join('\n');
}

function retention(kept: Retention): string {
  return kept.kind === 'compacted' ? 'compacted: the last of each key' : `kept ${kept.days} days`;
}

function variantTable(schema: JsonSchema): string {
  const tell = Object.entries(schema.properties ?? {}).find(([, field]) => 'const' in field);
  const rows = fieldRows(schema, '');
  return [
    ...(tell ? [`With \`${tell[0]}\` = \`${String(tell[1].const)}\`:`, ''] : []),
    '| field | type | meaning |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function fieldRows(schema: JsonSchema, path: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const required = schema.required?.includes(name) === true;
    const full = `${path}${name}`;
    const row = `| \`${full}\`${required ? '' : ' ?'} | ${typeName(field)} | ${field.description ?? ''} |`;
    if (field.properties) return [row, ...fieldRows(field, `${full}.`)];
    if (field.items?.properties) return [row, ...fieldRows(field.items, `${full}[].`)];
    return [row];
  });
}

function typeName(field: JsonSchema): string {
  if ('const' in field) return `\`${String(field.const)}\``;
  if (field.enum) return field.enum.map((value) => `\`${String(value)}\``).join(' or ');
  if (field.type === 'array') return `list of ${field.items ? typeName(field.items) : 'any'}`;
  if (field.format) return field.format;
  return Array.isArray(field.type) ? field.type.join(' or ') : (field.type ?? 'any');
}
