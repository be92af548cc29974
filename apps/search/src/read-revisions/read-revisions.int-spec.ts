import type { ArticleUpdatedV1 } from '@warta/contracts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { newRecording } from '../revisions-index/testing-recording.ts';
import type { Recording } from '../revisions-index/testing-recording.ts';
import { canceled, dropIndex, entity, indexStates, live } from '../testing.ts';
import { ReadRevisions } from './read-revisions.ts';

let index: ArticleIndex;
let revisions: ReadRevisions;
let recording: Recording;
beforeAll(async () => {
  recording = await newRecording();
  index = recording.index;
  revisions = new ReadRevisions(index);
});
afterAll(() => dropIndex(index));

const deliver = async (...states: ArticleUpdatedV1[]) => {
  expect(await recording.deliver(...states)).toEqual([]);
};
const at = (minute: number) => `2026-05-01T08:0${minute}:00.000Z`;
const moment = (minute: number) => `2026-05-01T15:0${minute}:30+07:00`;

describe('the states of an article', () => {
  it('are told with their times and what changed, and can be read and compared one by one', async () => {
    const first = live({ rev: 1, changedAt: at(1), title: 'Banjir', body: 'Ada 3 tewas.' });
    const { articleId } = first;
    const again = { articleId, title: 'Banjir', body: 'Ada 5 tewas.' };
    const second = live({ ...again, rev: 2, revision: 2, changedAt: at(2) });
    const entities = [entity('Jakarta')];
    const third = live({ ...again, rev: 4, revision: 2, changedAt: at(4), entities });
    await deliver(first, second, third);

    const { since, ...list } = await revisions.list(articleId.toUpperCase());
    expect(list).toEqual({
      id: articleId,
      complete: true,
      data: [
        {
          rev: 4,
          revision: 2,
          from: at(4),
          status: 'live',
          readable: true,
          changed: ['annotation'],
        },
        {
          rev: 2,
          revision: 2,
          from: at(2),
          to: at(4),
          status: 'live',
          readable: true,
          changed: ['body'],
        },
        {
          rev: 1,
          revision: 1,
          from: at(1),
          to: at(2),
          status: 'live',
          readable: true,
          changed: ['first'],
        },
      ],
    });
    expect(Math.abs(Date.parse(since) - Date.now())).toBeLessThan(60_000);

    const view = await revisions.read(articleId, 1);
    expect(view).toMatchObject({ body: 'Ada 3 tewas.', validFrom: at(1), validTo: at(2) });
    const diff = await revisions.diff(articleId, { from: 1 });
    expect(diff).toMatchObject({ from: { rev: 1 }, to: { rev: 4 }, by: 'word' });
    expect(diff.changes).toContainEqual({ kind: 'number-changed', before: '3', after: '5' });
    expect(await revisions.diff(articleId, { to: 2 })).toMatchObject({ from: { rev: 1 } });
    await expect(revisions.diff(articleId, { to: 1 })).rejects.toThrow('no two states');
    await expect(revisions.read(articleId, 3)).rejects.toThrow('No state with the rev 3');
  });

  it('are what asOf shows: at each moment that of then, before the first none', async () => {
    const first = live({ rev: 1, changedAt: at(1), body: 'Dulu.' });
    const { articleId } = first;
    await deliver(first, live({ articleId, rev: 2, changedAt: at(2), body: 'Kini.' }));
    const bodyAt = async (time: string) => (await revisions.readAsOf(articleId, time)).body;
    expect(await bodyAt(moment(1))).toBe('Dulu.');
    expect(await bodyAt(at(2))).toBe('Kini.');
    expect(await bodyAt('2030-01-01T00:00:00Z')).toBe('Kini.');
    await expect(bodyAt(moment(0))).rejects.toThrow('Nothing is known');
  });

  it('have no text any more after a takedown, at whatever moment and rev', async () => {
    const first = live({ rev: 1, changedAt: at(1), body: 'Rahasia.' });
    const { articleId } = first;
    await deliver(first, { ...canceled(articleId, 2), changedAt: at(2) });
    for (const ask of [
      () => revisions.read(articleId, 1),
      () => revisions.readAsOf(articleId, moment(1)),
      () => revisions.diff(articleId, { from: 1, to: 1.5 }),
    ]) {
      await expect(ask()).rejects.toThrow(/withdrawn|no two states|No state/);
    }
    const { data } = await revisions.list(articleId);
    expect(data.map(({ status, readable }) => [status, readable])).toEqual([
      ['canceled', false],
      ['live', false],
    ]);
    const again = live({ articleId, rev: 3, changedAt: at(3), body: 'Baru.' });
    await deliver(again);
    expect((await revisions.readAsOf(articleId, moment(3))).body).toBe('Baru.');
    await expect(revisions.readAsOf(articleId, moment(1))).rejects.toThrow('withdrawn');
    await expect(revisions.readAsOf(articleId, moment(2))).rejects.toThrow('canceled');
  });

  it('have no text after a takedown that nobody recorded either, and tell of it', async () => {
    const first = live({ rev: 1, changedAt: at(1), body: 'Rahasia.' });
    const { articleId } = first;
    await deliver(first, live({ articleId, rev: 2, changedAt: at(2), body: 'Masih rahasia.' }));
    // As a version does that records no states.
    await indexStates(index, { ...canceled(articleId, 3), changedAt: at(3) });
    for (const ask of [
      () => revisions.read(articleId, 1),
      () => revisions.read(articleId, 2),
      () => revisions.readAsOf(articleId, moment(2)),
      () => revisions.diff(articleId, { from: 1, to: 2 }),
    ]) {
      await expect(ask()).rejects.toThrow('withdrawn since');
    }
    await expect(revisions.readAsOf(articleId, moment(3))).rejects.toThrow('canceled');
    const { data } = await revisions.list(articleId);
    expect(data.map(({ rev, status, readable }) => [rev, status, readable])).toEqual([
      [3, 'canceled', false],
      [2, 'live', false],
      [1, 'live', false],
    ]);
  });

  it('of an article from before they were recorded are the one it has now', async () => {
    const state = live({ rev: 5, changedAt: at(5), body: 'Lama.' });
    await indexStates(index, state);
    const { articleId } = state;
    const list = await revisions.list(articleId);
    expect(list).toMatchObject({ complete: false, data: [{ rev: 5, from: at(5), changed: [] }] });
    expect((await revisions.readAsOf(articleId, moment(5))).body).toBe('Lama.');
    await expect(revisions.readAsOf(articleId, moment(4))).rejects.toThrow('Nothing is known');
    await expect(revisions.list(live().articleId)).rejects.toThrow('no such article');
  });
});
