import { useState } from 'react';

/** The value, or the last one there was: what cannot be answered just now takes nothing away. */
export function useLastGood<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
