import { runJob } from '@warta/service';
import { ensureIndex } from './article-index/article-index.ts';
import { openIndex } from './article-index/open-index.ts';
import { createIndexConfig } from './config.ts';
import { ensureRevisionsIndex, RevisionsIndex } from './revisions-index/revisions-index.ts';

/** A job: creates the indices and their aliases where they are missing, and ends. Idempotent. */
await runJob({ name: 'create-index', config: createIndexConfig }, async (job) => {
  const index = openIndex(job.config);
  const outcome = await ensureIndex(index);
  await ensureRevisionsIndex(new RevisionsIndex(index));
  await index.client.close();
  job.logger.info({ index: index.names.write, outcome }, 'the index is there');
});
