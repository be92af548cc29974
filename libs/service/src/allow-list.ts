import { BlockList, isIP } from 'node:net';

const hostName = /^(?=.{1,253}$)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*$/;

/** Hosts and networks of ours that requests may go to although their addresses are not public. */
export class AllowList {
  readonly #entries: string[] = [];
  readonly #hosts = new Set<string>();
  readonly #networks = new BlockList();

  /**
   * @param text host names, addresses and networks such as 10.1.0.0/16, comma-separated.
   * @throws Error that names what is none of these.
   */
  static of(text: string): AllowList {
    const list = new AllowList();
    for (const entry of text.split(',').map((one) => one.trim().toLowerCase())) {
      if (entry === '') continue;
      list.#add(entry);
      list.#entries.push(entry);
    }
    return list;
  }

  #add(entry: string): void {
    const [address = '', prefix, ...more] = entry.split('/');
    const family = isIP(address);
    if (family !== 0 && more.length === 0) {
      const bits = family === 4 ? 32 : 128;
      const length = prefix === undefined ? bits : Number(prefix);
      if (/^\d+$/.test(prefix ?? '0') && length <= bits) {
        this.#networks.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6');
        return;
      }
    } else if (prefix === undefined && hostName.test(entry)) {
      this.#hosts.add(entry);
      return;
    }
    throw new Error(`${entry} is no host, address or network such as 10.1.0.0/16`);
  }

  /** For the log line that tells the settings. */
  toJSON(): string {
    return this.#entries.join(',');
  }

  allowsHost(hostname: string): boolean {
    return this.#hosts.has(hostname.toLowerCase());
  }

  allowsAddress(address: string): boolean {
    const family = isIP(address);
    return family !== 0 && this.#networks.check(address, family === 4 ? 'ipv4' : 'ipv6');
  }
}
