import { readFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { isPublicAddress } from './public-address.ts';

interface Policy {
  metadata: { name: string };
  spec: { egress?: { to?: { ipBlock: { cidr: string; except: string[] } }[] }[] };
}

const policies = new URL('../../../k8s/base/network-policies.yaml', import.meta.url);
const blocks = parseAllDocuments(readFileSync(policies, 'utf8'))
  .map((document) => document.toJS() as Policy)
  .filter(({ metadata }) => metadata.name === 'allow-strangers')
  .flatMap(({ spec }) => spec.egress?.[0]?.to?.map(({ ipBlock }) => ipBlock) ?? []);

const familyOf = (address: string) => (address.includes(':') ? 'ipv6' : 'ipv4');
function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return list;
}
const open = listOf(blocks.map(({ cidr }) => cidr));
const closed = listOf(blocks.flatMap(({ except }) => except));
const isOpen = (address: string) =>
  open.check(address, familyOf(address)) && !closed.check(address, familyOf(address));

describe('the network policy for hubs', () => {
  it('opens what the service speaks to, and nothing else', () => {
    expect(blocks).toHaveLength(2);
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        expect([address, isOpen(address)]).toEqual([address, isPublicAddress(address)]);
      }),
      { numRuns: 2_000 },
    );
    for (const network of blocks.flatMap(({ except }) => except)) {
      const [address = ''] = network.split('/');
      expect([network, isPublicAddress(address)]).toEqual([network, false]);
    }
    for (const address of [
      '127.0.0.1',
      '198.18.0.1',
      '64:ff9b::7f00:1',
      '::ffff:10.0.0.1',
      '2002:7f00:1::',
    ]) {
      expect([address, isOpen(address)]).toEqual([address, false]);
    }
  });
});
