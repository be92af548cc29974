import { AlertEvent } from '@warta/contracts';
import { eventLines } from './alert-lines.ts';

describe('an event of an alert on a terminal', () => {
  const id = '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001';
  const at = '2026-11-24T02:20:14.545Z';
  const event = AlertEvent.parse({
    ...{ id: '1', kind: 'match', at },
    article: { id, feed: 'harian-contoh', rev: 1, title: 'Stok\u001b[2J beras' },
    matched: {
      clauses: ['beras', 'place:Jawa'],
      sentences: [{ field: 'title', html: 'Stok <em>beras</em> &lt;aman&gt;' }],
      entities: [],
    },
  });

  it('says what it is about, where it matched and why, and nothing that a terminal obeys', () => {
    expect(eventLines(event)).toEqual([
      '  match  Stok [2J beras',
      `  ${at}  harian-contoh  ${id}`,
      '  Stok [beras] <aman>',
      '  because of beras, place:Jawa',
    ]);
  });

  it('says of a text that was withdrawn since that it was', () => {
    const { matched: _matched, ...told } = event;
    const { title: _title, ...article } = told.article;
    const [line] = eventLines({ ...told, article, withdrawnAt: at });
    expect(line).toBe(`  match  a withdrawn article  withdrawn ${at}`);
    expect(eventLines({ ...told, article, kind: 'withdrawn' })[0]).toBe(
      '  withdrawn  a withdrawn article',
    );
  });
});
