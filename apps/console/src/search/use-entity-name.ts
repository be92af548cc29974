import { useQuery } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { useClient } from '../session/session.ts';
import { isEntityId } from './search-address.ts';

/** The name that goes with an id, which says nothing to people; nothing while it is none. */
export function useEntityName(reference: string): string | undefined {
  const client = useClient();
  return useQuery({
    queryKey: ['entity-name', reference],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/v1/entities/{id}', { params: { path: { id: reference } }, signal })),
    select: ({ name }) => name,
    enabled: isEntityId(reference),
  }).data;
}
