import { analyzedLanguages } from '../article-index/article-document.ts';
import { articleMapping } from '../article-index/article-mapping.ts';
import { exactFields, wordFields } from '../query-language/article-fields.ts';
import { revisionMapping } from './revision-mapping.ts';

interface Mapped {
  readonly type?: string;
  readonly index?: boolean;
  readonly properties?: Record<string, Mapped>;
  readonly fields?: Record<string, Mapped>;
}

function mapped(mapping: object, path: string): Mapped | undefined {
  const root: Mapped = mapping;
  return path
    .split('.')
    .reduce<Mapped | undefined>((at, name) => at?.properties?.[name] ?? at?.fields?.[name], root);
}

describe('the mapping of recorded states', () => {
  it('has every field that words and phrases are looked for in as articles have it', () => {
    const places = ['article', 'title', 'quote'] as const;
    const fields = places.flatMap((place) =>
      [...wordFields(place, analyzedLanguages), ...exactFields(place, analyzedLanguages)].map(
        (field) => field.replace(/\^.*/, ''),
      ),
    );
    expect(fields.length).toBeGreaterThan(20);
    for (const field of fields) {
      const own = mapped(revisionMapping, field);
      expect([field, own?.type, own?.index]).toEqual([field, 'text', undefined]);
      const same = { fields: 0, index_options: 0 };
      expect({ ...own, ...same }).toEqual({ ...mapped(articleMapping, field), ...same });
    }
  });

  it('does not index what is asked of the present alone, nor inflected words of leads, nor offsets', () => {
    expect(JSON.stringify(revisionMapping)).not.toContain('offsets');
    expect(mapped(revisionMapping, 'entityNames')).toEqual({ type: 'object', enabled: false });
    expect(mapped(revisionMapping, 'lead.id')).toMatchObject({ index: false });
    expect(mapped(revisionMapping, 'lead.other')).not.toHaveProperty('index');
  });
});
