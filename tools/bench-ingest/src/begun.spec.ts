import { Begun } from './begun.ts';

describe('what a benchmark has begun', () => {
  it('is ended once, the last first, also when one of it cannot be', async () => {
    const ended: string[] = [];
    const begun = new Begun();
    begun.add(() => ended.push('the servers'));
    begun.add(async () => {
      await Promise.resolve();
      throw new Error('the topics stay');
    });
    begun.add(() => ended.push('the ingestor'));
    const endings = [begun.end(), begun.end()];
    for (const ending of endings) await expect(ending).rejects.toThrow('the topics stay');
    expect(ended).toEqual(['the ingestor', 'the servers']);
  });
});
