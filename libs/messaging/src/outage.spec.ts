import { isOutage } from './outage.ts';

function named(name: string, more: object = {}): Error {
  return Object.assign(new Error(name), { name, ...more });
}

describe('isOutage', () => {
  it.each([
    named('KafkaJSConnectionError', { code: 'ECONNREFUSED' }),
    named('KafkaJSGroupCoordinatorNotFound', { retriable: false }),
    named('KafkaJSNumberOfRetriesExceeded', { cause: named('KafkaJSRequestTimeoutError') }),
    named('KafkaJSProtocolError', { code: 3, retriable: true }),
  ])('waits for what passes by itself: $message', (error) => {
    expect(isOutage(error)).toBe(true);
  });

  it.each([
    new TypeError('x is undefined'),
    named('KafkaJSSASLAuthenticationError'),
    named('KafkaJSProtocolError', { code: 30, retriable: false }),
    named('KafkaJSNotImplemented'),
  ])('does not wait for ever for $message', (error) => {
    expect(isOutage(error)).toBe(false);
  });
});
