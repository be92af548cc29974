/**
 * Three kinds of tests, told apart by file name:
 *   *.spec.ts      needs nothing, runs in seconds
 *   *.int-spec.ts  needs the running stack (tools/stack); takes its own topics, schemas, indices
 *   *.e2e-spec.ts  starts the built services on the running stack
 */
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'es6' },
};

const kind = (displayName, suffix, more = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  testEnvironment: '<rootDir>/test/one-realm.environment.mjs',
  testMatch: [`<rootDir>/{apps,libs,tools,test}/**/*.${suffix}.ts`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.warta/', '<rootDir>/.nx/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@warta/stack$': '<rootDir>/tools/stack/src/index.ts',
    '^@warta/nlp/([a-z-]+)$': '<rootDir>/libs/nlp/src/$1.ts',
    '^@warta/([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  setupFiles: ['<rootDir>/test/preload.mjs', '<rootDir>/test/property-seed.mjs'],
  ...more,
});

export default {
  rootDir: import.meta.dirname,
  // Against what hangs, not what is slow: machines are shared, and no test's promise is a time. Twice
  // what a test waits for one thing (`until` of its bed), which says what it waited for.
  testTimeout: 120_000,
  projects: [
    kind('unit', 'spec', { setupFilesAfterEnv: ['<rootDir>/test/cost-tries.mjs'] }),
    kind('integration', 'int-spec'),
    kind('e2e', 'e2e-spec'),
  ],
};
