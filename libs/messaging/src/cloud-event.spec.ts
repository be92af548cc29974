import { EVENT_BYTES_MAX } from '@warta/contracts';
import { decodeEvent, encodeEvent } from './cloud-event.ts';
import type { LogRecord, OutgoingRecord } from './records.ts';
import { testEvent } from './testing.ts';
import { withPrefix } from './with-prefix.ts';

const event = testEvent(3);
const note = { id: 'n1', text: 'Halo, dunia — é' };

function stored(record: OutgoingRecord): Pick<LogRecord, 'key' | 'value' | 'headers'> {
  const headers = Object.entries(record.headers).map(([name, said]) => [name, Buffer.from(said)]);
  return {
    key: Buffer.from(record.key),
    value: record.value,
    headers: Object.fromEntries(headers),
  };
}

describe('events as records', () => {
  it('come back as they were, with their trace', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const record = encodeEvent(event, note, { source: '/test', traceparent, id: 'e1' });
    expect(record).toMatchObject({ topic: event.topic, key: 'n1', partitions: 3 });
    expect(record.headers).toEqual({
      ce_specversion: '1.0',
      ce_type: event.topic,
      ce_source: '/test',
      ce_id: 'e1',
      'content-type': 'application/json',
      traceparent,
    });
    expect(decodeEvent(event, stored(record))).toEqual({ event: note, key: 'n1', traceparent });
  });

  it('are refused before they are sent when they break the contract or are too large', () => {
    const about = { source: '/test' };
    const broken = { id: 'n1' } as typeof note;
    expect(() => encodeEvent(event, broken, about)).toThrow(/text/);
    const large = { id: 'n1', text: 'x'.repeat(EVENT_BYTES_MAX) };
    expect(() => encodeEvent(event, large, about)).toThrow(/over 4194304/);
  });

  it.each([
    ['no-value', { value: null }],
    ['not-json', { value: Buffer.from('{"id":') }],
    ['breaks-contract', { value: Buffer.from('{"id":1}') }],
    ['unexpected-key', { key: Buffer.from('n2') }],
    ['unexpected-key', { key: null }],
    ['unexpected-type', { headers: {} }],
    ['unexpected-type', { headers: { ce_type: Buffer.from('other.v1') } }],
  ])('are poison with the reason %s when changed to %j', (code, change) => {
    const record = { ...stored(encodeEvent(event, note, { source: '/test' })), ...change };
    expect(() => decodeEvent(event, record)).toThrow(expect.objectContaining({ code }));
  });

  it('keep their fields that the contract does not know from the reader, and nothing else', () => {
    const value = Buffer.from(JSON.stringify({ ...note, added: 'in a later version' }));
    const record = { ...stored(encodeEvent(event, note, { source: '/test' })), value };
    expect(decodeEvent(event, record).event).toEqual(note);
  });

  it('live under a prefix beside another stack, unseen by it', () => {
    const prefixed = withPrefix(event, 't1.');
    const record = encodeEvent(prefixed, note, { source: '/test' });
    expect(record.topic).toBe(`t1.${event.topic}`);
    expect(decodeEvent(prefixed, stored(record)).event).toEqual(note);
    expect(() => decodeEvent(event, stored(record))).toThrow(/instead of/);
    expect(withPrefix(event, '')).toBe(event);
  });
});
