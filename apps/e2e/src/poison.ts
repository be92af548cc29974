import { ArticleSubmitted } from '@warta/contracts';
import type { RawMessage } from './kafka-log.ts';

/** A record that can never succeed, with the reason under which it must lie in the dead letters. */
export interface Poison {
  what: string;
  reason: string;
  message: RawMessage;
}

/** One of each kind. All keys begin with the prefix, by which a test knows its own again. */
export function poisonRecords(prefix: string): Poison[] {
  const submitted = { ce_type: ArticleSubmitted.topic };
  const { example } = ArticleSubmitted;
  const withNul = { ...example, content: { body: 'a\u0000b' } };
  const records: [string, string, Record<string, string>, string | undefined][] = [
    ['no value', 'no-value', submitted, undefined],
    ['half of a JSON', 'not-json', submitted, '{"kind":"publish",'],
    ['raw NUL bytes', 'not-json', submitted, '{"kind":"\u0000"}'],
    ['an escaped NUL', 'breaks-contract', submitted, JSON.stringify(withNul)],
    ['another shape', 'breaks-contract', submitted, '{"kind":"publish","articleId":7}'],
    ['deep nesting', 'breaks-contract', submitted, '['.repeat(50_000) + ']'.repeat(50_000)],
    ['the key of another article', 'unexpected-key', submitted, JSON.stringify(example)],
    ['another type', 'unexpected-type', { ce_type: 'foreign' }, JSON.stringify(example)],
  ];
  return records.map(([what, reason, headers, value]) => ({
    what,
    reason,
    message: { headers, key: `${prefix}-${what.replaceAll(' ', '-')}`, value },
  }));
}
