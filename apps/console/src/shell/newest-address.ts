/**
 * The search of the address as it will be: the router takes a while to come to what was written
 * last, and the next change builds on that rather than on what is still shown.
 */
export class NewestAddress {
  #written: { readonly over: string; readonly search: string } | undefined;

  /** @param shown path and search where the browser is. */
  searchAt(shown: string): URLSearchParams {
    if (this.#written?.over === shown) return new URLSearchParams(this.#written.search);
    const at = shown.indexOf('?');
    return new URLSearchParams(at === -1 ? '' : shown.slice(at));
  }

  /** The router was asked to go from what is shown to this search of the same page. */
  write(shown: string, search: string): void {
    this.#written = { over: shown, search };
  }

  /** The router came somewhere, there or elsewhere: what is shown counts again. */
  arrive(shown: string): void {
    // Unless more was written since it came there.
    if (this.#written?.over !== shown) this.#written = undefined;
  }
}
