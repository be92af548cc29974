import { WartaError } from '@warta/client';

/** What is wrong with one field, as the service says it. */
export interface FieldFault {
  /** JSON pointer into the body, such as /notify/webhooks/0/url. */
  readonly pointer: string;
  readonly says: string;
}

/** The faults of a body that was refused; none for troubles of another kind. */
export function faultsOf(error: Error | null): FieldFault[] {
  if (!(error instanceof WartaError) || error.status !== 400) return [];
  return (error.problem.errors ?? []).map(({ pointer, detail }) => ({ pointer, says: detail }));
}

/** What is said of a field, or of anything inside it; empty when nothing is. */
export function faultAt(faults: readonly FieldFault[], pointer: string): string {
  return faults
    .filter((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`))
    .map(({ says }) => says)
    .join('; ');
}

const FIELDS = /^\/(?:q|name|filters\/\w+(?:\/\d+)?|notify\/webhooks\/\d+\/url)$/;

/** True when a fault has no field of its own in the form. */
export const hasStrays = (faults: readonly FieldFault[]) =>
  faults.some(({ pointer }) => !FIELDS.test(pointer));
