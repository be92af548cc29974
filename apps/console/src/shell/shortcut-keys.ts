/** A key of a sequence comes this soon after the one before, or it begins anew. */
const SEQUENCE_MS = 1_500;

/** A key as it was pressed; the fields of the browser's KeyboardEvent that count. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Tells which of some shortcuts, such as `/` or `g s`, a row of key presses means. */
export class ShortcutKeys {
  #pressed: string[] = [];
  #lastAtMs = Number.NEGATIVE_INFINITY;

  /** @returns the shortcut that is complete with this key. The longest that fits wins. */
  press(pressed: PressedKey, shortcuts: Iterable<string>, atMs: number): string | undefined {
    if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return this.#reset();
    if (atMs - this.#lastAtMs > SEQUENCE_MS) this.#reset();
    this.#lastAtMs = atMs;
    const known = [...shortcuts];
    this.#pressed.push(pressed.key);
    while (this.#pressed.length > 0) {
      const typed = this.#pressed.join(' ');
      if (known.includes(typed)) {
        this.#reset();
        return typed;
      }
      if (known.some((one) => one.startsWith(`${typed} `))) return undefined;
      this.#pressed.shift();
    }
    return undefined;
  }

  #reset(): undefined {
    this.#pressed = [];
    return undefined;
  }
}
