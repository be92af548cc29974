import { devStackOptions } from './stack-options.ts';

describe('the settings of a stack', () => {
  it('have a default each, and ports move by their variables', () => {
    expect(devStackOptions({ WARTA_POSTGRES_PORT: '25432', WARTA_KAFKA_PORT: '' })).toMatchObject({
      kafkaPort: 19092,
      postgresPort: 25432,
      mode: 'auto',
    });
  });

  it.each([
    ['WARTA_KAFKA_PORT', 'many'],
    ['WARTA_ELASTICSEARCH_PORT', '70000'],
    ['WARTA_STACK_MODE', 'podman'],
  ])('name the variable %s that cannot be', (variable, value) => {
    const read = () => devStackOptions({ [variable]: value });
    expect(read).toThrow(`${variable} is "${value}"`);
  });
});
