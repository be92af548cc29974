import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { useId } from 'react';
import { askAgain } from '../api/asked-again.ts';
import type { Delivery } from '../api/answers.ts';
import { useClient } from '../session/session.ts';
import { announce } from '../shell/announcer.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useAddressChoice } from '../shell/use-address-state.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DeliveryEntry } from './delivery-entry.tsx';
import { receiversTexts } from './receivers-texts.ts';

/** While something waits, its next try is soon told. */
const ASKED_EVERY_MS = 3_000;

const shownStates = ['all', 'waiting', 'delivered', 'given-up'] as const;
type ShownState = (typeof shownStates)[number];

interface Props {
  readonly searchId: string;
  readonly hasReceivers: boolean;
}

/** What was sent to the receivers of a saved search, with every try. */
export function DeliveryLog({ searchId, hasReceivers }: Props) {
  const texts = useTexts(receiversTexts);
  const format = useFormat();
  const stateId = useId();
  const [state, setState] = useAddressChoice('sent', shownStates);
  const deliveries = useDeliveries(searchId, state);
  const redeliver = useRedeliver(searchId, () => announce(texts.sentAgain));
  const all = deliveries.data?.pages.flatMap(({ data }) => data) ?? [];
  const isEmpty = deliveries.isSuccess && !deliveries.isPlaceholderData && all.length === 0;
  // Without receivers, now or before, there is nothing to tell.
  if (!hasReceivers && state === 'all' && all.length === 0) return null;
  return (
    <section className="deliveries">
      <div className="back-test-head">
        <h2>{texts.log}</h2>
        <label className="label" htmlFor={stateId}>
          {texts.which}
        </label>
        <select
          id={stateId}
          className="field"
          value={state}
          onChange={(event) =>
            setState(shownStates.find((one) => one === event.target.value) ?? 'all')
          }
        >
          {shownStates.map((one) => (
            <option key={one} value={one}>
              {texts.states[one]}
            </option>
          ))}
        </select>
      </div>
      {deliveries.isPending ? <Skeleton lines={3} /> : null}
      {deliveries.error === null ? null : (
        <ProblemNotice error={deliveries.error} onRetry={askAgain(deliveries)} />
      )}
      {redeliver.error === null ? null : <ProblemNotice error={redeliver.error} />}
      {isEmpty ? <p className="quiet">{texts.logNone}</p> : null}
      <ul>
        {all.map((delivery) => (
          <li key={delivery.id}>
            <DeliveryEntry delivery={delivery}>
              <button
                className="button"
                type="button"
                aria-label={texts.againOf(
                  texts.kinds[delivery.kind],
                  format.dayAndTime(delivery.createdAt),
                )}
                aria-disabled={redeliver.isPending}
                onClick={() => redeliver.isPending || redeliver.mutate(delivery.id)}
              >
                {texts.again}
              </button>
            </DeliveryEntry>
          </li>
        ))}
      </ul>
      {deliveries.hasNextPage ? (
        <button
          className="button"
          type="button"
          aria-disabled={deliveries.isFetchingNextPage}
          onClick={() => deliveries.isFetchingNextPage || void deliveries.fetchNextPage()}
        >
          {texts.more}
        </button>
      ) : null}
    </section>
  );
}

function useDeliveries(search: string, state: ShownState) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ['deliveries', search, state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = {
        search,
        ...(state === 'all' ? {} : { state }),
        ...(cursor === undefined ? {} : { cursor }),
      };
      return answerOf(client.GET('/v1/deliveries', { params: { query }, signal }));
    },
    getNextPageParam: ({ next }) => next,
    // Of the same search: who chose what is shown keeps the field they chose it in.
    placeholderData: (before, query) => (query?.queryKey[1] === search ? before : undefined),
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some((page) => page.data.some(isWaiting)) ? ASKED_EVERY_MS : false,
  });
}

const isWaiting = ({ state }: Delivery) => state === 'waiting';

function useRedeliver(search: string, onSent: () => void) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(client.POST('/v1/deliveries/{id}/redeliver', { params: { path: { id } } })),
    onSuccess: () => {
      onSent();
      void queries.invalidateQueries({ queryKey: ['webhooks', search] });
      return queries.invalidateQueries({ queryKey: ['deliveries', search] });
    },
  });
}
