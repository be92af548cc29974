import { PushArticle } from '@warta/contracts';
import { generateStories, type Story, TOKEN_PATTERN } from './article-generator.ts';

describe('the generated load', () => {
  const options = { feed: 'uji', count: 1_000, nowMs: Date.parse('2026-09-01T08:00:00Z') };
  const stories = generateStories({ seed: 7, ...options });
  const stepsOf = (kind: Story['kind']) =>
    stories.filter((story) => story.kind === kind).flatMap(({ steps }) => steps);

  it('is the same for the same seed', () => {
    expect(generateStories({ seed: 7, ...options })).toEqual(stories);
    expect(generateStories({ seed: 8, ...options })).not.toEqual(stories);
  });

  it('has enough of every kind to mean something', () => {
    for (const story of ['by-version', 'by-update-time', 'by-arrival', 'taken-down'] as const) {
      expect(stepsOf(story).length).toBeGreaterThan(100);
    }
    expect(stepsOf('withheld').length).toBeGreaterThan(100);
    expect(stepsOf('withheld-again').length).toBeGreaterThan(100);
    expect(stepsOf('taken-down-first').length).toBeGreaterThan(20);
    expect(stepsOf('restored').length).toBeGreaterThan(100);
    expect(stepsOf('embargo-put-off').length).toBeGreaterThan(50);
    expect(stepsOf('embargo-lifted').length).toBeGreaterThan(50);
    expect(stepsOf('broken').length).toBeGreaterThan(20);
    expect(stepsOf('plain').length).toBeGreaterThan(700);
  });

  it('obeys the contract exactly where it means to', () => {
    for (const step of stories.flatMap(({ steps }) => steps)) {
      if (step.kind === 'push' || step.kind === 'withhold') PushArticle.parse(step.article);
      if (step.kind === 'broken-push') {
        expect(PushArticle.safeParse(step.article).success).toBe(false);
      }
    }
  });

  it('gives every content a token of its own, and sends every push twice', () => {
    const times = new Map<string, number>();
    for (const step of stories.flatMap(({ steps }) => steps)) {
      if (!('token' in step)) continue;
      expect(JSON.stringify(step.article).match(TOKEN_PATTERN)).toEqual([step.token]);
      times.set(step.token, (times.get(step.token) ?? 0) + 1);
    }
    expect(new Set(times.values())).toEqual(new Set([2]));
  });
});
