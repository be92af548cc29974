import fc from 'fast-check';

/**
 * The same cases for everyone: a run that fails here fails there. `WARTA_TEST_SEED=random` looks for
 * new ones; what it finds becomes an example of its test.
 */
const { WARTA_TEST_SEED: seed = '20230612' } = process.env;
if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
