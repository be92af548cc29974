import nx from '@nx/eslint-plugin';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The architecture as lint rules: who may import whom (one Nx tag per project), and the only home
 * of each infrastructure client. Lint through Nx (`npm run lint`): plain eslint has no project
 * graph, skips the boundary rule and exits 0. test/architecture.spec.ts plants one violation per
 * rule and expects each to be rejected.
 */

// Globs must not overlap: in flat config the last match wins.
const clientHomes = {
  kafkajs: ['libs/messaging/src/kafka-*.ts', 'libs/messaging/src/*.int-spec.ts'],
  // The end-to-end tests look into the tables past our own library.
  pg: ['libs/postgres/src/**/*.ts', 'apps/e2e/src/stores.ts'],
  typeorm: [
    'libs/postgres/src/**/*.ts',
    'apps/*/migrations/*.ts',
    'apps/*/src/*.module.ts',
    'apps/*/src/migrate.ts',
    'apps/*/src/**/*.entity.ts',
    'apps/*/src/**/*.store.postgres.ts',
    'apps/*/src/**/*.int-spec.ts',
  ],
  'onnxruntime-node': ['libs/nlp/src/onnx-tagger.ts'],
  '@huggingface/transformers': ['libs/nlp/src/local-model-tagger.ts'],
  '@elastic/elasticsearch': ['apps/search/src/**/!(*.module|*.int-spec).ts'],
};
const nestHomes = [
  'libs/service/src/**/*.ts',
  'apps/*/src/*.ts',
  'apps/*/src/**/*.controller.ts',
  'apps/*/src/**/*.controller.*.ts',
];
const projects = ['apps/*/src', 'apps/*/migrations', 'libs/*/src', 'tools/*/src', 'test'];
const everyFile = projects.map((project) => `${project}/**/*.ts`);
const consoleFiles = ['apps/console/src/**/*.{ts,tsx}'];

const syntaxForNobody = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Named exports only: the name is the file name.',
  },
  {
    selector: "CallExpression[callee.property.name='createQueryRunner']",
    message: 'An unreleased query runner empties the pool (typeorm#4866): use transaction(cb).',
  },
];
/** No service calls another; what goes out to strangers passes the one place that looks where to. */
const egress = 'libs/service/src/egress.ts';
const syntaxForEgress = [
  {
    selector: "CallExpression[callee.name='fetch']",
    message: `Requests go out by ${egress} alone, which looks at every address.`,
  },
  {
    selector:
      'ImportDeclaration[source.value=/^node:https?$/] ImportSpecifier[imported.name=/^(request|get)$/]',
    message: `Requests go out by ${egress} alone, which looks at every address.`,
  },
];

/** The pages' policy allows no other host; in the sources, the client is the one way to a server. */
const syntaxForConsole = [
  {
    selector:
      "CallExpression[callee.name='fetch'], CallExpression[callee.property.name='fetch'], NewExpression[callee.name=/^(XMLHttpRequest|WebSocket|EventSource)$/]",
    message:
      'The console asks through libs/client alone: it knows the key, the types and the errors.',
  },
  {
    selector:
      "JSXAttribute[name.name='dangerouslySetInnerHTML'], MemberExpression[property.name=/^(inner|outer)HTML$/]",
    message: 'Texts of articles are strangers: they become text nodes, never markup.',
  },
];
/** What pages are built of. All of it goes to the browser, so each name is a decision. */
const consoleImports = [
  'react',
  'react-dom',
  'react-dom/client',
  'react-router',
  'react-router/dom',
  'react-aria-components',
  '@tanstack/react-query',
  'uplot',
  'uplot/dist/uPlot.min.css',
  'sigma',
  'graphology',
  'graphology-*',
  'eventsource-parser',
];

/** Forbids every client but the allowed ones, type imports included. */
const forbidClientsBut = (allowed) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    {
      paths: Object.keys(clientHomes)
        .filter((client) => !allowed.includes(client))
        .map((name) => ({ name, message: `${name} only in ${clientHomes[name].join(', ')}` })),
    },
  ],
});

const rulesOfHome = new Map();
for (const [client, homes] of Object.entries(clientHomes)) {
  for (const home of homes) rulesOfHome.set(home, [...(rulesOfHome.get(home) ?? []), client]);
}
// Where two homes meet on one file, both clients are allowed there.
rulesOfHome.set('apps/search/src/*.module.ts', ['typeorm', '@elastic/elasticsearch']);
rulesOfHome.set('apps/search/src/**/*.int-spec.ts', ['typeorm', '@elastic/elasticsearch']);
rulesOfHome.set('apps/search/src/**/*.store.postgres.ts', ['typeorm']);

/** Who may import whom, by the tag of the importing project. */
const boundaries = (contractImports, externalOfConsole = consoleImports) => [
  'error',
  {
    depConstraints: [
      {
        sourceTag: 'kind:contract',
        onlyDependOnLibsWithTags: [],
        allowedExternalImports: contractImports,
      },
      { sourceTag: 'kind:domain', onlyDependOnLibsWithTags: ['kind:contract'] },
      {
        sourceTag: 'kind:client',
        onlyDependOnLibsWithTags: [],
        allowedExternalImports: ['openapi-fetch'],
      },
      {
        sourceTag: 'kind:console',
        onlyDependOnLibsWithTags: ['kind:contract', 'kind:client'],
        allowedExternalImports: externalOfConsole,
      },
      {
        sourceTag: 'kind:platform',
        onlyDependOnLibsWithTags: ['kind:contract', 'kind:platform'],
      },
      {
        sourceTag: 'kind:app',
        onlyDependOnLibsWithTags: ['kind:contract', 'kind:domain', 'kind:platform'],
      },
      {
        sourceTag: 'kind:tool',
        onlyDependOnLibsWithTags: ['kind:contract', 'kind:domain', 'kind:platform', 'kind:tool'],
      },
      {
        sourceTag: 'kind:e2e',
        onlyDependOnLibsWithTags: ['kind:contract', 'kind:platform', 'kind:tool'],
      },
    ],
  },
];

const rulesForAll = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  eqeqeq: 'error',
  'no-console': 'error',
  'prefer-const': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
  ],
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  '@nx/enforce-module-boundaries': boundaries(['zod']),
  // Values; types that name each other do no harm when modules are evaluated.
  'import-x/no-cycle': ['error', { ignoreExternal: true }],
};

/** What `import-x/no-cycle` needs to follow imports, which name files as they are. */
const importSettings = {
  'import-x/extensions': ['.ts', '.tsx'],
  'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
  'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx'] })],
};

const consoleRules = [
  {
    files: consoleFiles,
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: ['apps/console/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@typescript-eslint': tseslint.plugin, 'import-x': importX },
    settings: importSettings,
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...rulesForAll,
      'no-restricted-syntax': ['error', ...syntaxForNobody, ...syntaxForConsole],
      // An event handler may be a promise: React ignores what it returns, and failures reach the page.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    files: consoleFiles,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@warta/contracts',
              allowTypeImports: true,
              message: 'Types only: the schemas themselves are checked by the service.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/console/src/**/*.spec.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(['zod'], [...consoleImports, 'fast-check']),
    },
  },
];

export default [
  { ignores: ['**/dist', '**/node_modules', '.nx', '.warta', '**/*.mjs'] },
  ...nx.configs['flat/base'],
  {
    files: everyFile,
    ignores: consoleFiles,
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: ['tsconfig.check.json'], tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin, 'import-x': importX },
    settings: importSettings,
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...rulesForAll,
      'no-restricted-syntax': ['error', ...syntaxForNobody],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@nestjs/*'], message: `Nest only in ${nestHomes.join(', ')}` }] },
      ],
      ...forbidClientsBut([]),
    },
  },
  { files: nestHomes, ignores: consoleFiles, rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['apps/*/src/**/*.ts'],
    ignores: [
      'apps/e2e/**',
      'apps/console/**',
      '**/*.{spec,int-spec,e2e-spec}.ts',
      '**/testing*.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...syntaxForNobody, ...syntaxForEgress] },
  },
  {
    files: ['libs/contracts/src/*.spec.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(['zod', 'fast-check']) },
  },
  // Written by openapi-typescript, as long as the API is.
  { files: ['libs/client/src/schema.ts'], rules: { 'max-lines': 'off' } },
  ...consoleRules,
  // Command lines talk to people on standard output.
  { files: ['tools/*/src/**/*.ts'], rules: { 'no-console': 'off' } },
  // A hazard test that reads top to bottom may be longer than a source file.
  {
    files: ['**/*.{spec,int-spec,e2e-spec}.ts'],
    rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }] },
  },
  ...[...rulesOfHome].map(([home, clients]) => ({
    files: [home],
    rules: forbidClientsBut(clients),
  })),
];
