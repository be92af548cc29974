import type { EntityCorrectionV1 } from '@warta/contracts';
import { encodeEvent } from '@warta/messaging';
import { EnricherBed, SERVICE_TEST_MS, until } from '../testing-bed.ts';
import { newId, publish } from '../testing.ts';

describe('an enricher that hears of corrections', () => {
  const bed = new EnricherBed();
  beforeAll(async () => {
    await bed.open();
    await bed.migrate();
  }, SERVICE_TEST_MS);
  afterAll(() => bed.close(), SERVICE_TEST_MS);

  const say = (event: EntityCorrectionV1) =>
    bed.producer.publish([encodeEvent(bed.correction, event, { source: 'test' })], 10_000);

  it(
    'applies them to all articles through the log, also those said while it was away',
    async () => {
      await bed.start();
      const ids = Array.from({ length: 3 }, newId);
      await bed.submit(...ids.map((id) => publish(id, `Joko Widodo di Jakarta, ${id}.`)));
      const has = (test: (id: string) => boolean) => async () => ids.every(test);
      await until(
        'published',
        has((id) => bed.latest(id)?.rev === 1),
      );
      await bed.service?.stop();
      const entityOf = (id: string) => {
        const state = bed.latest(id);
        return state?.status === 'live' ? state.annotation.entities[0]?.id : undefined;
      };
      const [entityId, intoId] = [entityOf(ids[0] ?? '') ?? '', newId()];
      const by = { keyId: 'k7f2m9x4', name: 'Meja' };
      const made = { at: new Date().toISOString(), by, reason: 'because' };
      const change = { kind: 'merge' as const, entityId, intoId };
      const event = { correctionId: newId(), change, entityName: 'Joko Widodo', made };
      await say(event);
      await bed.start();
      await until('ready', bed.isReady);
      await until(
        'corrected',
        has((id) => entityOf(id) === intoId),
      );
      for (const id of ids) {
        expect(bed.latest(id)).toMatchObject({ rev: 2, revision: 1, correctedThrough: 0 });
      }
      await say({ ...event, undone: made });
      await until(
        'undone',
        has((id) => entityOf(id) === entityId),
      );
      for (const id of ids) expect(bed.latest(id)).toMatchObject({ rev: 3, correctedThrough: 1 });
      const metrics = await (await fetch(`${bed.service?.opsUrl}/metrics`)).text();
      expect(metrics).toMatch(/enricher_corrected_articles_total [1-9]/);
      expect(metrics).toMatch(/enricher_articles_to_correct \d/);
    },
    SERVICE_TEST_MS,
  );
});
