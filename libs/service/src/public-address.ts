import { BlockList, isIP } from 'node:net';

/**
 * What of IPv4 is no place in the Internet: the special-purpose registry of IANA (RFC 6890), which
 * has loopback, private, link-local (with the metadata services of clouds), carrier-grade NAT,
 * documentation and benchmarks; multicast and the reserved rest; and Azure's host in a public range.
 */
const special4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * Of global unicast, what is none: IETF protocols (Teredo among them, which hides an IPv4 address),
 * documentation, and 6to4, which hides one as well.
 */
const special6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const refused4 = listOf(special4, 'ipv4');
const refused6 = listOf(special6, 'ipv6');
/** All of IPv6 that is given out. Mapped IPv4, NAT64, loopback, private and link-local lie outside. */
const global6 = listOf([['2000::', 3]], 'ipv6');

/** Whether an address belongs to the Internet at large rather than to a network behind us. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused4.check(address, 'ipv4');
    case 6:
      return global6.check(address, 'ipv6') && !refused6.check(address, 'ipv6');
    default:
      return false;
  }
}

function listOf(subnets: readonly [string, number][], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of subnets) list.addSubnet(address, prefix, family);
  return list;
}
