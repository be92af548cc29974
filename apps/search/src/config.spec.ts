import { exampleConfig } from '@warta/service';
import { searchConfig } from './config.ts';

describe('the settings of search', () => {
  const environment = { ...exampleConfig(searchConfig), WARTA_KAFKA_BROKERS: 'localhost:9092' };
  const read = (url: string) =>
    searchConfig.safeParse({
      ...environment,
      WARTA_KAFKA_TLS: 'false',
      WARTA_EGRESS_SCHEMES: 'https',
      WARTA_SEALING_KEYS: Buffer.alloc(32, 2).toString('base64'),
      WARTA_RECEIPT_KEYS: Buffer.alloc(32, 1).toString('base64'),
      WARTA_ELASTICSEARCH_URL: url,
    });

  it('take several nodes, and no login among them, since addresses are logged', () => {
    const nodes = read('http://a:9200, https://b:9200').data?.WARTA_ELASTICSEARCH_URL;
    expect(nodes).toEqual(['http://a:9200', 'https://b:9200']);
    const problem = read('https://elastic:secret@a:9200').error?.message;
    expect(problem).toContain('WARTA_ELASTICSEARCH_API_KEY');
    expect(problem).not.toContain('elastic:secret');
    expect(read('nowhere').error?.message).toContain('must be http or https URLs');
  });
});
