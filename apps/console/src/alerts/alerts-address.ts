/** Which alerts are shown. */
export interface AlertsState {
  /** Of one saved search; of all without it. */
  readonly search: string | undefined;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function alertsFromAddress(parameters: URLSearchParams): AlertsState {
  const search = (parameters.get('search') ?? '').toLowerCase();
  return { search: UUID.test(search) ? search : undefined };
}

export function alertsToAddress({ search }: AlertsState): URLSearchParams {
  return new URLSearchParams(search === undefined ? {} : { search });
}
