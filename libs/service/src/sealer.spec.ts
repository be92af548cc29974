import { Sealer } from './sealer.ts';

const [newest, older, strange] = ['n', 'o', 's'].map((letter) => Buffer.alloc(32, letter)) as [
  Buffer,
  Buffer,
  Buffer,
];
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const purpose = ['feed-secret', 'harian-contoh', 'k3p9'];

describe('a sealed secret', () => {
  const sealed = new Sealer([newest, older]).seal(SECRET, purpose);

  it('opens for what it was sealed for, and is another text each time', () => {
    expect(new Sealer([newest]).open(sealed, purpose)).toBe(SECRET);
    expect(new Sealer([newest, older]).seal(SECRET, purpose)).not.toBe(sealed);
    expect(sealed).not.toContain(SECRET.slice(6));
  });

  it('does not open for another feed, another secret, or under a strange key', () => {
    const sealer = new Sealer([newest]);
    expect(sealer.open(sealed, ['feed-secret', 'harian-lain', 'k3p9'])).toBeUndefined();
    expect(sealer.open(sealed, ['feed-secret', 'harian-contoh', 'k3p8'])).toBeUndefined();
    expect(new Sealer([strange, older]).open(sealed, purpose)).toBeUndefined();
  });

  it.each([...Array(5).keys()])('does not open once a letter is changed (%#)', (part) => {
    const at = 3 + Math.floor(((sealed.length - 4) * part) / 4);
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
    expect(new Sealer([newest]).open(changed, purpose)).toBeUndefined();
  });

  it.each(['', 'v1.', 'v1.AAAA', `v2.${sealed.slice(3)}`, sealed.slice(3)])(
    'is not what %j is',
    (text) => expect(new Sealer([newest]).open(text, purpose)).toBeUndefined(),
  );
});

describe('a new sealing key', () => {
  it('opens nothing old by itself, and takes over at the next change', () => {
    const before = new Sealer([older]).seal(SECRET, purpose);
    const rotating = new Sealer([newest, older]);
    expect(rotating.open(before, purpose)).toBe(SECRET);
    const after = rotating.refresh(before, purpose);
    expect(new Sealer([newest]).open(after, purpose)).toBe(SECRET);
    expect(rotating.refresh(after, purpose)).toBe(after);
  });

  it('leaves alone what none of the keys opens', () => {
    const lost = new Sealer([strange]).seal(SECRET, purpose);
    expect(new Sealer([newest, older]).refresh(lost, purpose)).toBe(lost);
  });
});
