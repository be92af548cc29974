import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { useEffect, useState } from 'react';
import { timeZone } from '../search/use-search-state.ts';
import { useClient } from '../session/session.ts';
import { isBoundless, lookedFor } from './search-form.ts';
import type { SearchForm } from './search-form.ts';

/** Longer than from word to word: it counts a month of everything. */
const SETTLED_AFTER_MS = 600;

/** Of the address: how far one looks back. */
export const backTestChoices = ['days'] as const;

export const backTestDays = [7, 30] as const;
export type BackTestDays = (typeof backTestDays)[number];

/** What the form would have found; asked when one stops to type, the older request is aborted. */
export function useBackTest(form: SearchForm, days: BackTestDays) {
  const client = useClient();
  const wanted = useSettled(JSON.stringify(lookedFor(form, timeZone)));
  const isIdle = isBoundless(form);
  const test = useQuery({
    queryKey: ['back-test', wanted, days],
    queryFn: ({ signal }) => {
      const body = { ...(JSON.parse(wanted) as ReturnType<typeof lookedFor>), days };
      return answerOf(client.POST('/v1/searches/back-test', { body, signal }));
    },
    enabled: !isIdle && wanted !== NOTHING,
    placeholderData: keepPreviousData,
  });
  return { test, isIdle };
}

const NOTHING = JSON.stringify({ filters: {} });

/** The value as it was when it last stood still. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
