import { consoleViolations } from './planted-console-violations.ts';
import { boundaries, clients, usesImport, usesType } from './planted-code.ts';
import type { PlantedViolation } from './planted-code.ts';

const nest = 'no-restricted-imports';

const boundaryViolations: PlantedViolation[] = [
  {
    breaks: 'the contracts know no platform',
    file: 'libs/contracts/src/planted-platform.ts',
    code: usesImport('TransientError', '@warta/messaging'),
    rule: boundaries,
  },
  {
    breaks: 'the contracts know no package but zod',
    file: 'libs/contracts/src/planted-package.ts',
    code: usesImport('Subject', 'rxjs'),
    rule: boundaries,
    says: /kind:contract.*not allowed to import "rxjs"/,
  },
  {
    breaks: 'the language knowledge knows no platform',
    file: 'libs/nlp/src/planted-platform.ts',
    code: usesImport('startService', '@warta/service'),
    rule: boundaries,
    says: /kind:domain/,
  },
  {
    breaks: 'a platform library knows no domain',
    file: 'libs/postgres/src/planted-domain.ts',
    code: usesImport('annotate', '@warta/nlp'),
    rule: boundaries,
    says: /kind:platform/,
  },
  {
    breaks: 'platform libraries do not depend on each other in a circle',
    file: 'libs/messaging/src/planted-circle.ts',
    code: usesImport('startService', '@warta/service'),
    rule: boundaries,
    says: /Circular dependency/,
  },
  {
    breaks: 'no two files need each other',
    file: 'libs/formats/src/planted-circle.ts',
    code: "import { back } from './planted-circle-back.ts';\nexport const there = () => back;\n",
    rule: 'import-x/no-cycle',
    says: /cycle/i,
  },
  {
    breaks: 'no service knows another',
    file: 'apps/search/src/planted-app.ts',
    code: "export * from '../../ingestor/src/planted-target.ts';\n",
    rule: boundaries,
  },
  {
    breaks: 'a service does not need the tools',
    file: 'apps/search/src/planted-tool.ts',
    code: usesImport('startStack', '@warta/stack'),
    rule: boundaries,
    says: /kind:app|Imports of apps are forbidden/,
  },
  {
    breaks: 'a tool starts services and does not import them',
    file: 'tools/cli/src/planted-app.ts',
    code: "export * from '../../../apps/ingestor/src/planted-target.ts';\n",
    rule: boundaries,
  },
  {
    breaks: 'end-to-end tests see the outside only',
    file: 'apps/e2e/src/planted-domain.ts',
    code: usesImport('annotate', '@warta/nlp'),
    rule: boundaries,
    says: /kind:e2e/,
  },
  {
    breaks: 'a project without a tag depends on nothing',
    file: 'libs/planted-untagged/src/planted-untagged.ts',
    code: usesImport('EVENT_BYTES_MAX', '@warta/contracts'),
    rule: boundaries,
    says: /without tags/,
  },
];

const homeViolations: PlantedViolation[] = [
  ['kafkajs', 'Kafka', 'apps/enricher/src/planted-feature/planted-kafka.ts'],
  ['kafkajs', 'Kafka', 'libs/messaging/src/planted-kafka.ts'],
  ['pg', 'Pool', 'apps/enricher/src/planted-feature/planted-pg.ts'],
  ['typeorm', 'DataSource', 'apps/enricher/src/planted-feature/planted-typeorm.ts'],
  ['typeorm', 'DataSource', 'apps/search/src/planted-feature/planted-typeorm.ts'],
  ['onnxruntime-node', 'Tensor', 'libs/nlp/src/planted-onnx.ts'],
  ['@huggingface/transformers', 'env', 'apps/enricher/src/planted-feature/planted-transformers.ts'],
  ['@elastic/elasticsearch', 'Client', 'apps/enricher/src/planted-feature/planted-elastic.ts'],
].flatMap(([client = '', name = '', file = '']) => [
  {
    breaks: `${client} has one home, and it is not ${file}`,
    file,
    code: usesImport(name, client),
    rule: clients,
    says: new RegExp(`${client} only in `),
  },
  {
    breaks: `${client} has one home, for types too: ${file}`,
    file: file.replace('.ts', '-type.ts'),
    code: usesType(name, client),
    rule: clients,
    says: new RegExp(`${client} only in `),
  },
]);

const nestViolations: PlantedViolation[] = [
  {
    breaks: 'a use case does not know Nest',
    file: 'apps/enricher/src/planted-feature/planted-nest.ts',
    code: usesImport('Injectable', '@nestjs/common'),
    rule: nest,
  },
  {
    breaks: 'a use case does not know Nest, types included',
    file: 'apps/enricher/src/planted-feature/planted-nest-type.ts',
    code: usesType('INestApplication', '@nestjs/common'),
    rule: nest,
  },
  {
    breaks: 'the language knowledge does not know Nest',
    file: 'libs/nlp/src/planted-nest.ts',
    code: usesImport('Injectable', '@nestjs/common'),
    rule: nest,
  },
  {
    breaks: 'messaging does not know Nest',
    file: 'libs/messaging/src/planted-nest.ts',
    code: usesImport('Injectable', '@nestjs/common'),
    rule: nest,
  },
];

const inNlp = (breaks: string, name: string, rule: string, code: string): PlantedViolation => ({
  breaks,
  file: `libs/nlp/src/planted-${name}.ts`,
  code,
  rule,
});

const styleViolations: PlantedViolation[] = [
  inNlp(
    'a file has at most 250 lines',
    'long',
    'max-lines',
    Array.from({ length: 251 }, (_, line) => `export const line${line} = ${line};\n`).join(''),
  ),
  inNlp(
    'comparisons are strict',
    'eqeqeq',
    'eqeqeq',
    'export const is = (a: string) => a == "";\n',
  ),
  inNlp('services do not print', 'console', 'no-console', 'console.log("planted");\n'),
  inNlp('what never changes is const', 'const', 'prefer-const', 'let a = 1;\nexport { a };\n'),
  inNlp(
    'nothing is any',
    'any',
    '@typescript-eslint/no-explicit-any',
    'export const planted = (value: any): unknown => value;\n',
  ),
  inNlp(
    'nothing lies about unused',
    'unused',
    '@typescript-eslint/no-unused-vars',
    'const a = 1;\n',
  ),
  inNlp(
    'no promise is left alone',
    'floating',
    '@typescript-eslint/no-floating-promises',
    'export const planted = () => {\n  Promise.resolve(1);\n};\n',
  ),
  inNlp(
    'no promise is taken for a condition',
    'misused',
    '@typescript-eslint/no-misused-promises',
    'export const planted = (answer: Promise<boolean>) => (answer ? 1 : 2);\n',
  ),
  inNlp(
    'a switch covers every case',
    'switch',
    '@typescript-eslint/switch-exhaustiveness-check',
    "export function planted(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
  ),
  inNlp('exports have names', 'default', 'no-restricted-syntax', 'export default 1;\n'),
  inNlp(
    'query runners are not made by hand',
    'runner',
    'no-restricted-syntax',
    'export const planted = (it: { createQueryRunner(): void }) => it.createQueryRunner();\n',
  ),
];

const egressViolations: PlantedViolation[] = [
  {
    breaks: 'no service fetches by itself',
    file: 'apps/ingestor/src/planted-feature/planted-fetch.ts',
    code: "export const planted = () => fetch('https://example.org/');\n",
    rule: 'no-restricted-syntax',
    says: /egress/,
  },
  {
    breaks: 'no service sends requests past its egress',
    file: 'apps/search/src/planted-feature/planted-request.ts',
    code: usesImport('request', 'node:https'),
    rule: 'no-restricted-syntax',
    says: /egress/,
  },
];

export const plantedViolations: PlantedViolation[] = [
  ...boundaryViolations,
  ...homeViolations,
  ...nestViolations,
  ...styleViolations,
  ...egressViolations,
  ...consoleViolations,
];

/** What the violations need around them; breaks no rule itself. */
export const plantedAround: Record<string, string> = {
  'libs/formats/src/planted-circle-back.ts':
    "import { there } from './planted-circle.ts';\nexport const back = () => there;\n",
  'apps/ingestor/src/planted-target.ts': 'export const target = 1;\n',
  'libs/planted-untagged/project.json':
    '{ "name": "planted-untagged", "targets": { "lint": {} } }\n',
};
