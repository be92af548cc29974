/** Where somebody was on a page when they left it. */
export interface Place {
  /** Path and search of the page: the same entry of a history may come to hold another. */
  readonly url: string;
  readonly top: number;
  /** Address of the link by which they left. */
  readonly link?: string | undefined;
}

/** More than anybody goes back; the oldest is forgotten. */
const PLACES_MAX = 60;

/** The places of the entries of a history, so that going back is coming back. */
export class ScrollPlaces {
  readonly #places: Map<string, Place>;

  /** @param stored what `toString` gave earlier; anything else counts as nothing. */
  constructor(stored: string | null) {
    this.#places = new Map(read(stored));
  }

  /** @param key of the entry of the history. */
  remember(key: string, place: Place): void {
    this.#places.delete(key);
    this.#places.set(key, place);
    const [oldest] = this.#places.keys();
    if (this.#places.size > PLACES_MAX && oldest !== undefined) this.#places.delete(oldest);
  }

  /** Nothing when the entry is unknown or was another page then. */
  of(key: string, url: string): Place | undefined {
    const place = this.#places.get(key);
    return place?.url === url ? place : undefined;
  }

  forget(): void {
    this.#places.clear();
  }

  toString(): string {
    return JSON.stringify([...this.#places]);
  }
}

function read(stored: string | null): [string, Place][] {
  try {
    const entries: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(entries) ? entries.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is [string, Place] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const { url, top, link } = Object(entry[1]) as Partial<Record<keyof Place, unknown>>;
  return (
    typeof url === 'string' &&
    typeof top === 'number' &&
    (link === undefined || typeof link === 'string')
  );
}
