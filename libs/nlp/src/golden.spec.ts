import { existsSync, readFileSync } from 'node:fs';
import type { Annotation } from '@warta/contracts';
import { annotate } from './annotate.ts';

type Golden = {
  entities: {
    type: string;
    name: string;
    mentions: string[];
    wikidata?: string;
    optional?: boolean;
  }[];
  roles: { entity: string; role: string }[];
  dates: { text: string; value: string }[];
  quotes: { text: string; speaker: string; cue: string }[];
};

const folder = new URL('../../../../shared/golden/', import.meta.url);
const present = existsSync(new URL('kim-putin.txt', folder));
if (!present) process.stderr.write('left out: the golden article, ../shared/golden is absent\n');

(present ? describe : describe.skip)('the golden article (../shared/golden)', () => {
  const body = present ? readFileSync(new URL('kim-putin.txt', folder), 'utf8') : '';
  const golden = JSON.parse(
    present ? readFileSync(new URL('kim-putin.json', folder), 'utf8') : '{}',
  ) as Golden;
  let annotation: Annotation;
  let names: Map<string, string>;

  beforeAll(async () => {
    annotation = await annotate({ body }, { publishedAt: '2023-06-12T16:00:00+07:00' });
    names = new Map(annotation.entities.map(({ id, name }) => [id, name]));
  });

  test('has every entity, its forms folded into one, under its type, name and id', () => {
    const found = annotation.entities.map(({ type, name, aliases, wikidata }) => ({
      type,
      name,
      mentions: aliases.toSorted(),
      ...(wikidata && { wikidata }),
    }));
    for (const { optional, ...entity } of golden.entities) {
      if (optional) continue;
      expect(found).toContainEqual({ ...entity, mentions: entity.mentions.toSorted() });
    }
  });

  test('has no person and no organisation that is none', () => {
    const marked = new Set(golden.entities.map(({ type, name }) => `${type} ${name}`));
    const found = annotation.entities.map(({ type, name }) => `${type} ${name}`);
    expect(found.filter((entity) => !marked.has(entity))).toEqual([]);
  });

  test('has every quote with its speaker, and no other', () => {
    // The golden article marks what stands in quotation marks; reported speech comes on top.
    const marked = annotation.quotes.filter(({ indirect }) => !indirect);
    const found = marked.map(({ text, cue, speakerEntityId }) => ({
      text,
      speaker: names.get(speakerEntityId ?? ''),
      cue,
    }));
    expect(found).toHaveLength(golden.quotes.length);
    for (const quote of golden.quotes) expect(found).toContainEqual(quote);
  });

  test('has every date and both offices', () => {
    expect(annotation.dates.map(({ text, value }) => ({ text, value }))).toEqual(golden.dates);
    const roles = annotation.entities.filter(({ role }) => role);
    expect(roles.map(({ name, role }) => ({ entity: name, role }))).toEqual(golden.roles);
  });
});
