import { CliError } from './cli-error.ts';
import { changeOf } from './feed-commands.ts';

describe('what ./warta feeds set changes', () => {
  const before = { defaults: { language: 'id', section: 'Berita', priority: 5 } };

  it('is what is named; other defaults stay, although the API takes them whole', () => {
    expect(changeOf({ section: 'Dunia' }, before)).toEqual({
      defaults: { language: 'id', section: 'Dunia', priority: 5 },
    });
    expect(changeOf({ title: 'Harian Contoh' }, before)).toEqual({ title: 'Harian Contoh' });
  });

  it('is taken away by an empty value', () => {
    expect(
      changeOf({ title: '', section: '', junkLine: [''], articlesPerMinute: '' }, before),
    ).toEqual({
      title: null,
      defaults: { language: 'id', priority: 5 },
      junkLines: [],
      articlesPerMinute: null,
    });
  });

  it('is numbers where numbers are asked for, and said so when they are none', () => {
    expect(changeOf({ priority: '2', articlesPerMinute: '60' })).toEqual({
      defaults: { priority: 2 },
      articlesPerMinute: 60,
    });
    expect(() => changeOf({ priority: 'tinggi' })).toThrow(CliError);
  });
});
