import { readFileSync } from 'node:fs';

/**
 * What something costs the processor is the least of three tries: what earlier tests left may be
 * collected in one of them. Only where that is measured; any other test has one try.
 */
const { testPath } = expect.getState();
if (readFileSync(testPath, 'utf8').includes('process.cpuUsage(')) {
  import.meta.jest.retryTimes(2, { logErrorsBeforeRetry: true });
}
