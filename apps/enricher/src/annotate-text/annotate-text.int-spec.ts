import { readFileSync } from 'node:fs';
import { AnnotatedText, BODY_LENGTH_MAX, Problem } from '@warta/contracts';
import type { ArticleContent } from '@warta/contracts';
import { ADMIN_KEY, EnricherBed, SERVICE_TEST_MS, until } from '../testing-bed.ts';
import { newId, publish } from '../testing.ts';

const KEY = 'a-key-that-may-annotate';
const OTHER_KEY = 'a-key-that-may-not';

const sampleFile = new URL('../../../../samples/kim-putin-pesan.json', import.meta.url);
const { title, body, language, publishedAt } = JSON.parse(
  readFileSync(sampleFile, 'utf8'),
) as ArticleContent & { publishedAt: string };

describe('POST /v1/annotate', () => {
  const bed = new EnricherBed();
  beforeAll(async () => {
    await bed.open();
    await bed.allow(KEY, ['annotate']);
    await bed.allow(OTHER_KEY, ['articles:write', 'search:read']);
    await bed.migrate();
    await bed.start();
    await until('ready', bed.isReady);
  }, SERVICE_TEST_MS);
  afterAll(() => bed.close(), SERVICE_TEST_MS);

  const post = (text: unknown, key: string | null = KEY, type = 'application/json') =>
    fetch(`${bed.service?.httpUrl}/v1/annotate`, {
      method: 'POST',
      headers: { 'content-type': type, ...(key !== null && { authorization: `Bearer ${key}` }) },
      body: typeof text === 'string' ? text : JSON.stringify(text),
    });
  const problemOf = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    return Problem.parse(await answer.json());
  };

  it(
    'answers what the same article is annotated with when it is pushed, proofs included',
    async () => {
      const answer = await post({ title, body, publishedAt, language });
      expect(answer.status).toBe(200);
      const annotation = AnnotatedText.parse(await answer.json());
      const names = annotation.entities.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['Kim Jong Un', 'Vladimir Putin', 'Pyongyang']));
      expect(annotation.quotes.map(({ text }) => text)).toContain('Keadilan pasti menang,');
      expect(annotation.dates).toContainEqual(expect.objectContaining({ value: '2023-06-12' }));
      const proofs = annotation.entities.flatMap(({ mentions }) => mentions.map(({ by }) => by));
      expect(proofs).not.toContain(undefined);

      const id = newId();
      const content = { ...(title !== undefined && { title }), body, language: language ?? 'id' };
      await bed.submit(publish(id, content, { publishedAt }));
      await until('published', async () => bed.latest(id) !== undefined);
      expect(bed.latest(id)).toMatchObject({ annotation });
    },
    SERVICE_TEST_MS,
  );

  it('lets in the first admin, and nobody without a key or without its scope', async () => {
    expect((await post({ body: 'Joko Widodo.' }, ADMIN_KEY)).status).toBe(200);
    const answers = [await post({ body }, null), await post({ body }, 'junk')];
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    const wrong = await post({ body }, OTHER_KEY);
    expect(wrong.status).toBe(403);
    expect((await problemOf(wrong)).detail).toBe('The key lacks the scope annotate.');
  });

  it('says what is wrong with a body that it cannot take', async () => {
    const notJson = await post('{"body": "terpoto');
    expect(notJson.status).toBe(400);
    expect((await problemOf(notJson)).detail).toMatch(/^The body is not JSON/);
    const bad = { title: '', publishedAt: 'kemarin', text: 'Isi.' };
    const { errors } = await problemOf(await post(bad));
    const pointers = errors?.map(({ pointer }) => pointer);
    expect(pointers?.sort()).toEqual(['/body', '/publishedAt', '/text', '/title']);
    expect((await post({ body: 'Nol \u0000.' })).status).toBe(400);
    expect((await post(body, KEY, 'text/plain')).status).toBe(415);
  });

  it('annotates a long text up to the limit of articles and says so; over 1 MiB it is refused', async () => {
    const sentence = 'Presiden Joko Widodo tiba di Jakarta. ';
    // Names across the limit; between them nothing that takes time.
    const long = `${' '.repeat(BODY_LENGTH_MAX - 5_000)}${sentence.repeat(200)}`;
    const answer = await post({ body: long });
    expect(answer.status).toBe(200);
    const { flags, entities } = AnnotatedText.parse(await answer.json());
    expect(flags).toContain('truncated');
    const ends = entities.flatMap(({ mentions }) => mentions.map(({ end }) => end));
    expect(Math.max(...ends)).toBeLessThanOrEqual(BODY_LENGTH_MAX);
    expect(Math.max(...ends)).toBeGreaterThan(BODY_LENGTH_MAX - 2 * sentence.length);
    const huge = await post({ body: 'x'.repeat(1024 * 1024) });
    expect(huge.status).toBe(413);
    expect((await problemOf(huge)).detail).toBe('The body must be at most 1048576 bytes.');
  });

  it(
    'sends callers away, to come back, rather than let many of them hold up the news',
    async () => {
      const sentence = 'Presiden Joko Widodo bertemu Vladimir Putin di Jakarta. ';
      const long = sentence.repeat(BODY_LENGTH_MAX / 4 / sentence.length);
      const rush = Array.from({ length: 40 }, () => post({ body: long }));
      const ids = Array.from({ length: 20 }, newId);
      await bed.submit(...ids.map((id) => publish(id, `Joko Widodo di Jakarta, ${id}.`)));
      const answers = await Promise.all(rush);
      const statuses = new Set(answers.map(({ status }) => status));
      expect(statuses).toEqual(new Set([200, 429]));
      const refused = answers.find(({ status }) => status === 429);
      expect(refused?.headers.get('retry-after')).toBe('2');
      await until('published', async () => ids.every((id) => bed.latest(id) !== undefined));
      expect((await post({ body: 'Joko Widodo.' })).status).toBe(200);
    },
    SERVICE_TEST_MS,
  );

  it('is documented as OpenAPI, with the schemas that check it', async () => {
    const answer = await fetch(`${bed.service?.httpUrl}/openapi.json`);
    const { paths, components } = (await answer.json()) as {
      paths: Record<string, { post: { responses: object } }>;
      components: { schemas: object };
    };
    expect(Object.keys(paths)).toEqual(['/v1/annotate']);
    expect(Object.keys(paths['/v1/annotate']?.post.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '413', '415', '422', '429', '503']),
    );
    expect(Object.keys(components.schemas).sort()).toEqual(
      expect.arrayContaining(['AnnotateText', 'Annotation', 'Problem']),
    );
  });
});
