import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { AnnotatedText, PushAccepted, type PushArticle } from '@warta/contracts';
import { until } from './until.ts';
import { Warta } from './warta.ts';

/** What is found in a text, through all stores and back, and asked for directly. */

/** Against what never comes; no promise is tested here. */
const SEARCHABLE_WITHIN_MS = 60_000;
const KNOWN_WITHIN_MS = 60_000;

const sample = JSON.parse(
  readFileSync(new URL('../../../samples/en-harbour-bridge.json', import.meta.url), 'utf8'),
) as PushArticle;

jest.setTimeout(180_000);

describe('what is found in an article', () => {
  let warta: Warta;
  beforeAll(async () => {
    warta = await Warta.open('annotation');
  });
  afterAll(() => warta.close());

  it('is answered for its text alone as it is shown of the pushed article: nothing is lost on the way', async () => {
    const { status, body } = await warta.push({ ...sample, feed: warta.feed });
    expect(status).toBe(202);
    const shown = await warta.shown(PushAccepted.parse(body).id, SEARCHABLE_WITHIN_MS);

    const { title, body: text, publishedAt, language } = sample;
    const answer = await warta.annotate({ title, body: text, publishedAt, language });
    expect(answer.status).toBe(200);
    const found = AnnotatedText.parse(answer.body);
    const { entities, quotes, dates, amounts = [], furniture = [], models = [] } = found;
    const { attribution = [] } = found;
    expect(shown).toMatchObject({
      entities,
      quotes,
      dates,
      amounts,
      furniture,
      attribution,
      models,
    });
    expect(shown.extractor).toBe(`${found.extractor} ${found.version}`);

    expect(shown.amounts).toContainEqual(
      expect.objectContaining({ kind: 'money', value: 41_000_000 }),
    );
    const places = shown.entities.filter(({ name }) => name === 'Darwin').map(({ place }) => place);
    expect(places).toEqual([expect.objectContaining({ country: 'AU' })]);
    const proofs = shown.entities.flatMap(({ mentions }) => mentions.map(({ by }) => by));
    expect(proofs).not.toContain(undefined);
  });

  it('is told to keys that may ask for it, and to nobody else', async () => {
    const scopes = ['search:read' as const];
    const reader = await warta.createKey({ name: 'reader', scopes, feeds: [] });
    // The enricher reads a new key from its topic a moment later than search.
    await until('the enricher to know the key', KNOWN_WITHIN_MS, async () => {
      return (await warta.annotate({ body: 'Joko Widodo.' }, reader.key)).status === 403;
    });
    expect((await warta.annotate({ body: 'Joko Widodo.' }, 'wk_nobody')).status).toBe(401);
  });
});
