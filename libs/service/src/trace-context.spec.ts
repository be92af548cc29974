import { continueTrace, currentTraceparent, inTrace } from './trace-context.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parentId = '00f067aa0ba902b7';

describe('trace context', () => {
  it('continues the trace of the caller under a span of its own', () => {
    const trace = continueTrace(`00-${traceId}-${parentId}-01`);
    expect(trace).toMatchObject({ traceId, flags: '01' });
    expect(trace.spanId).not.toBe(parentId);
    expect(inTrace(trace, currentTraceparent)).toBe(`00-${traceId}-${trace.spanId}-01`);
  });

  it.each([
    undefined,
    '',
    'garbage',
    `00-${traceId}-${parentId}`,
    `00-${'0'.repeat(32)}-${parentId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `ff-${traceId}-${parentId}-01`,
    `00-${traceId}-${parentId}-01-more`,
    `00-${traceId.toUpperCase()}-${parentId}-01`,
  ])('starts a new trace for %p', (traceparent) => {
    const trace = continueTrace(traceparent);
    expect(trace.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(trace.traceId).not.toBe(traceId);
  });

  it('accepts what later versions append', () => {
    expect(continueTrace(`01-${traceId}-${parentId}-01-more`).traceId).toBe(traceId);
  });

  it('is absent outside of any trace', () => {
    expect(currentTraceparent()).toBeUndefined();
  });
});
