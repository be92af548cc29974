import { articleMapping } from '../article-index/article-mapping.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { canceled, dropIndex, indexStates, live, newIndex } from '../testing.ts';
import { compareIndices, stillDiffering } from './index-differences.ts';
import { dropLeft, openTarget, readIndices, targetOf } from './rebuild-target.ts';

let index: ArticleIndex;
beforeEach(async () => {
  index = await newIndex();
});
afterEach(async () => {
  const { current, target, left } = await readIndices(index);
  await index.client.indices.delete({ index: [current, ...left, ...(target ? [target] : [])] });
  await dropIndex(index);
});

describe('a new index', () => {
  it('differs by what it lacks, has older or has otherwise, not by what it has besides', async () => {
    const { current, name } = await openTarget(index);
    const same = Array.from({ length: 1_500 }, () => live());
    const [missing, older, ahead, other, takenDown, extra] = Array.from({ length: 6 }, () =>
      live({ rev: 2 }),
    ) as [Live, Live, Live, Live, Live, Live];
    await indexStates(index, ...same, missing, older, ahead, other, takenDown);
    await indexStates(
      targetOf(index),
      ...same.toReversed(),
      { ...older, rev: 1 },
      { ...ahead, rev: 3 },
      { ...other, contentHash: 'f'.repeat(64) },
      canceled(takenDown.articleId, 2),
      extra,
    );
    const differing = [missing, older, other, takenDown].map(({ articleId }) => articleId).sort();
    const found = await compareIndices(index, current, name);
    expect(found).toMatchObject({ compared: 1_505, count: 4, onlyNew: 1 });
    expect(found.first.map(({ id }) => id)).toEqual(differing);

    await indexStates(targetOf(index), missing, { ...older, rev: 9 });
    const still = [other, takenDown].map(({ articleId }) => articleId).sort();
    const open = await stillDiffering(index, name, found.first);
    expect(open.map(({ id }) => id)).toEqual(still);
  });

  it('that was made otherwise than this version does it is made anew', async () => {
    const first = await openTarget(index);
    expect(await openTarget(index)).toEqual({ ...first, isContinued: true });
    const _meta = { layout: 'of an older version' };
    await index.client.indices.putMapping({ index: first.name, _meta });
    const second = await openTarget(index);
    expect(second.isContinued).toBe(false);
    expect(await readIndices(index)).toMatchObject({ target: second.name, left: [] });
    const made = await index.client.indices.getMapping({ index: second.name });
    const fields = Object.keys(made[second.name]?.mappings.properties ?? {});
    expect(fields.sort()).toEqual(Object.keys(articleMapping.properties).sort());
  });

  it('stands beside the others until they are dropped by name', async () => {
    const { first } = index.names;
    const { name } = await openTarget(index);
    await index.client.indices.deleteAlias({ index: name, name: targetOf(index).names.write });
    expect(await readIndices(index)).toMatchObject({ current: first, left: [name] });
    expect(await dropLeft(index)).toEqual([name]);
    expect(await readIndices(index)).toMatchObject({ current: first, left: [] });
  });

  it('of a rebuild that was given up goes only when that is asked for, and never the one that answers', async () => {
    const { current, name } = await openTarget(index);
    expect(await dropLeft(index)).toEqual([]);
    expect(await dropLeft(index, true)).toEqual([name]);
    const rebuild = targetOf(index).names.write;
    await index.client.indices.putAlias({ index: current, name: rebuild, is_write_index: true });
    expect(await dropLeft(index, true)).toEqual([]);
    expect(await readIndices(index)).toMatchObject({ current, left: [] });
    await index.client.indices.deleteAlias({ index: current, name: rebuild });
  });
});

type Live = ReturnType<typeof live>;
