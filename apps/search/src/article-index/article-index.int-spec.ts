import { Client } from '@elastic/elasticsearch';
import type { estypes } from '@elastic/elasticsearch';
import { TransientError } from '@warta/messaging';
import {
  dropIndex,
  elasticsearchUrl,
  live,
  mappingWithout,
  newIndex,
  ownPrefix,
} from '../testing.ts';
import { revisionMapping } from '../revisions-index/revision-mapping.ts';
import { ensureRevisionsIndex, RevisionsIndex } from '../revisions-index/revisions-index.ts';
import { toDocument } from './article-document.ts';
import { ArticleIndex, ensureIndex, IndexSetupError } from './article-index.ts';
import { articleAnalysis } from './article-analysis.ts';
import { articleMapping, instant, storedObject } from './article-mapping.ts';
import { missingFields } from './missing-fields.ts';
import { isUpToDate } from './index-layout.ts';
import { IndexProgress, progressId } from './index-progress.ts';

/** What the mapping of the first version had not. */
const addedSinceTheFirst = [
  ...(['submission', 'changedAt', 'indexedAt', 'heldUntil', 'withheldAt'] as const),
  ...(['duplicateOf', 'duplicateGroup', 'updatedFrom', 'correctedThrough'] as const),
  ...(['lead', 'sectionKey', 'people', 'organizations', 'places', 'events', 'quotes'] as const),
  ...(['corrections', 'entityForms', 'entityRoles'] as const),
];

const unborn = () => new ArticleIndex(new Client({ node: elasticsearchUrl() }), ownPrefix());

/** As versions mapped texts that analysed them again to mark them. */
const withoutOffsets = <Mapping>(mapping: Mapping): Mapping =>
  JSON.parse(
    JSON.stringify(mapping, (key, value) => (key === 'index_options' ? undefined : value)),
  );

const propertiesOf = (property: estypes.MappingProperty) =>
  ('properties' in property ? property.properties : undefined) ?? {};

describe('creating the index', () => {
  it('happens once, however many processes try at the same time', async () => {
    const index = unborn();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => ensureIndex(index)));
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
    expect(await ensureIndex(index)).toBe('present');
    expect(await isUpToDate(index)).toBe(true);
    await dropIndex(index);
  });

  it('refuses an index under the name of an alias with a sentence that says what to do', async () => {
    const index = unborn();
    await index.client.indices.create({ index: index.names.write });
    await expect(ensureIndex(index)).rejects.toThrow(IndexSetupError);
    await expect(ensureIndex(index)).rejects.toThrow(/is an index, but has to be an alias/);
    await index.client.indices.delete({ index: index.names.write });
    await dropIndex(index);
  });

  it('refuses an index that lost its aliases', async () => {
    const index = await newIndex();
    await index.client.indices.deleteAlias({ index: index.names.first, name: index.names.read });
    await expect(ensureIndex(index)).rejects.toThrow(/point both at the same index/);
    await index.client.indices.deleteAlias({ index: index.names.first, name: index.names.write });
    await expect(ensureIndex(index)).rejects.toThrow(/exists without the aliases/);
    await dropIndex(index);
  });

  it('adds the fields that an older version did not have, and refuses a mapping it cannot have', async () => {
    const index = unborn();
    const aliases = { [index.names.read]: {}, [index.names.write]: {} };
    const settings = { analysis: articleAnalysis };
    await index.client.indices.create({
      index: index.names.first,
      settings,
      mappings: withoutOffsets(mappingWithout(...addedSinceTheFirst)),
      aliases,
    });
    const document = { ...toDocument(live()), indexedAt: new Date().toISOString() };
    const write = () => index.client.index({ index: index.names.write, document });
    await expect(write()).rejects.toThrow(/strict_dynamic_mapping_exception/);
    expect(await ensureIndex(index)).toBe('present');
    const mapping = await index.client.indices.getMapping({ index: index.names.write });
    const { properties } = mapping[index.names.first]?.mappings ?? {};
    for (const field of addedSinceTheFirst) expect(properties).toHaveProperty(field);
    expect(await isUpToDate(index)).toBe(false);
    await write();
    await index.client.indices.delete({ index: index.names.first });
    await index.client.indices.create({
      index: index.names.first,
      mappings: { properties: { rev: { type: 'keyword' } } },
      aliases,
    });
    await expect(ensureIndex(index)).rejects.toThrow(
      /contradicts this version's.*rev is of another type/,
    );
    await dropIndex(index);
  });

  it('adds what is missing at any depth to an index whose other fields were made otherwise', async () => {
    const articles = unborn();
    const { client, names } = new RevisionsIndex(articles);
    const { sectionKey: _new, title, quotes, ...others } = articleMapping.properties;
    const { text: _text, ...quote } = propertiesOf(quotes);
    const { id, ...languages } = propertiesOf(title);
    await client.indices.create({
      index: names.first,
      settings: { analysis: articleAnalysis },
      // As the first version of it: every field as articles have it, and some not there yet.
      mappings: {
        dynamic: 'strict',
        properties: {
          ...{ ...others, validFrom: instant, validTo: instant, ledger: storedObject },
          title: { properties: { ...languages, id: { ...id, fields: {} } as typeof title } },
          quotes: { type: 'nested', properties: quote },
        },
      },
      aliases: { [names.read]: {}, [names.write]: {} },
    });
    expect(await ensureRevisionsIndex(new RevisionsIndex(articles))).toBe('present');
    const mapping = await client.indices.getMapping({ index: names.write });
    const { properties = {} } = mapping[names.first]?.mappings ?? {};
    expect(properties).toMatchObject({
      sectionKey: { type: 'keyword' },
      title: { properties: { id: { index_options: 'offsets', fields: { exact: {} } } } },
      quotes: { type: 'nested', properties: { text: { properties: { id: {} } }, start: {} } },
      // What is there stays.
      entityNames: { type: 'keyword' },
      lead: { properties: { id: { type: 'text' } } },
    });
    expect(missingFields(properties, revisionMapping.properties)).toEqual({});
    await dropIndex(articles);
  });

  it('refuses every field that is not written down', async () => {
    const index = await newIndex();
    const document = { status: 'live', surprise: 1 };
    await expect(index.client.index({ index: index.names.write, document })).rejects.toThrow(
      /strict_dynamic_mapping_exception/,
    );
    await dropIndex(index);
  });
});

const progressIn = (index: ArticleIndex, replaced: Error[] = []) =>
  new IndexProgress(index, (reason) => replaced.push(reason));

describe('progress', () => {
  let index: ArticleIndex;
  beforeAll(async () => {
    index = await newIndex();
  });
  afterAll(() => dropIndex(index));
  const last = (offset: bigint) => ({ offset, fingerprint: `f${offset}` });

  it('comes back as it was saved, also beyond 2^53, and is unknown for other partitions', async () => {
    const progress = { nextOffset: 2n ** 60n, last: last(2n ** 60n - 1n) };
    await progressIn(index).save('a', 1, progress);
    expect(await progressIn(index).load('a', 1)).toEqual(progress);
    expect(await progressIn(index).load('a', 2)).toBeUndefined();
  });

  it('is not taken back by a process that lost the partition, but by a person who accepts a gap', async () => {
    const [owner, zombie] = [progressIn(index), progressIn(index)];
    await owner.save('b', 0, { nextOffset: 20n, last: last(19n) });
    await zombie.save('b', 0, { nextOffset: 10n, last: last(9n) });
    expect(await owner.load('b', 0)).toMatchObject({ nextOffset: 20n });
    await owner.save('b', 0, { nextOffset: 5n }, true);
    expect(await owner.load('b', 0)).toEqual({ nextOffset: 5n });
    await owner.save('b', 0, { nextOffset: 6n, last: last(5n) });
    expect(await owner.load('b', 0)).toMatchObject({ nextOffset: 6n });
  });

  it('is the furthest when many save at once', async () => {
    const stores = [progressIn(index), progressIn(index), progressIn(index)];
    const save = (at: number) =>
      stores[at % 3]?.save('c', 0, { nextOffset: BigInt(at), last: last(BigInt(at)) });
    await Promise.all([3, 1, 2].map(save));
    expect(await progressIn(index).load('c', 0)).toMatchObject({ nextOffset: 3n });
  });

  it('notices another index under the same name, emptied or restored, and does not go on in it', async () => {
    const own = await newIndex();
    const replaced: Error[] = [];
    const progress = progressIn(own, replaced);
    await progress.save('d', 0, { nextOffset: 50n, last: last(49n) });
    await own.client.indices.delete({ index: own.names.first });
    await ensureIndex(own);
    const next = { nextOffset: 60n, last: last(59n) };
    await expect(progress.save('d', 0, next)).rejects.toThrow(/not the index it was/);
    await progressIn(own).save('d', 0, { nextOffset: 20n, last: last(19n) });
    await expect(progress.save('d', 0, next)).rejects.toThrow(/was at 50, now at 20/);
    expect(replaced).toHaveLength(2);
    const afterRestart = progressIn(own, replaced);
    expect(await afterRestart.load('d', 0)).toMatchObject({ nextOffset: 20n });
    await afterRestart.save('d', 0, { nextOffset: 21n, last: last(20n) });
    expect(replaced).toHaveLength(2);
    await dropIndex(own);
  });

  it('is an outage, not a new beginning, while the index is missing', async () => {
    const gone = unborn();
    await expect(progressIn(gone).load('a', 1)).rejects.toThrow(/there is no/);
    await expect(progressIn(gone).save('a', 1, { nextOffset: 1n })).rejects.toThrow(
      /saving progress/,
    );
    expect(await gone.client.indices.exists({ index: gone.names.write })).toBe(false);
    await gone.client.close();
  });

  it('is not told while the index may lack fields: nothing is indexed before', async () => {
    let isPrepared = false;
    const progress = new IndexProgress(
      index,
      () => {},
      () => isPrepared,
    );
    await expect(progress.load('e', 0)).rejects.toThrow(TransientError);
    isPrepared = true;
    expect(await progress.load('e', 0)).toBeUndefined();
  });

  it('is kept under one id per partition', () => {
    expect(progressId('warta.x.v1', 3)).toBe('progress:warta.x.v1:3');
  });
});
