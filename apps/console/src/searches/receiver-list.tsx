import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { useState } from 'react';
import { askAgain } from '../api/asked-again.ts';
import type { Webhook } from '../api/answers.ts';
import { useClient } from '../session/session.ts';
import { announce } from '../shell/announcer.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { receiversTexts } from './receivers-texts.ts';
import { SecretDialog } from './secret-dialog.tsx';

/** Who watches a receiver that fails sees when it answers again. */
const ASKED_EVERY_MS = 5_000;

/** The receivers of a saved search with how they answer. */
export function ReceiverList({ searchId }: { readonly searchId: string }) {
  const texts = useTexts(receiversTexts);
  const client = useClient();
  const queries = useQueryClient();
  const [changing, setChanging] = useState<Webhook>();
  const webhooks = useQuery({
    queryKey: ['webhooks', searchId],
    queryFn: ({ signal }) => {
      const params = { path: { id: searchId } };
      return answerOf(client.GET('/v1/searches/{id}/webhooks', { params, signal }));
    },
    refetchInterval: ASKED_EVERY_MS,
  });
  const test = useMutation({
    mutationFn: (webhook: string) => {
      const params = { path: { id: searchId, webhook } };
      return answerOf(client.POST('/v1/searches/{id}/webhooks/{webhook}/test', { params }));
    },
    onSuccess: () => {
      announce(texts.tested);
      void queries.invalidateQueries({ queryKey: ['deliveries', searchId] });
      void queries.invalidateQueries({ queryKey: ['webhooks', searchId] });
    },
  });
  return (
    <section className="receivers">
      <h2>{texts.title}</h2>
      {webhooks.isPending ? <Skeleton lines={2} /> : null}
      {webhooks.error === null ? null : (
        <ProblemNotice error={webhooks.error} onRetry={askAgain(webhooks)} />
      )}
      {test.error === null ? null : <ProblemNotice error={test.error} />}
      {test.isSuccess ? <p className="quiet">{texts.tested}</p> : null}
      <ul>
        {webhooks.data?.data.map((webhook) => (
          <li key={webhook.id} className="receiver card">
            <Receiver webhook={webhook} />
            <div className="notice-actions">
              <button
                className="button"
                type="button"
                aria-label={texts.testOf(webhook.url)}
                aria-disabled={test.isPending}
                onClick={() => test.isPending || test.mutate(webhook.id)}
              >
                {texts.test}
              </button>
              <button
                className="button"
                type="button"
                aria-label={texts.newSecretOf(webhook.url)}
                onClick={() => setChanging(webhook)}
              >
                {texts.newSecret}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {changing === undefined ? null : (
        <SecretDialog
          searchId={searchId}
          webhook={changing}
          onClose={() => setChanging(undefined)}
        />
      )}
    </section>
  );
}

function Receiver({ webhook: { url, failures, notBefore, gone, waiting } }: { webhook: Webhook }) {
  const texts = useTexts(receiversTexts);
  const format = useFormat();
  const isFine = !gone && failures === 0;
  return (
    <div>
      <h3>
        <code>{url}</code>
      </h3>
      <p className={isFine ? 'receiver-good' : 'receiver-bad'}>
        {gone ? texts.gone : isFine ? texts.works : texts.failing(failures)}
        {notBefore === undefined || gone ? '' : `, ${texts.notBefore(format.ago(notBefore))}`}
      </p>
      {waiting === 0 ? null : <p className="quiet">{texts.waiting(waiting)}</p>}
    </div>
  );
}
