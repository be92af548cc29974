/**
 * Says what is going on while it goes on: one line that rewrites itself on a terminal, a line
 * every few seconds elsewhere. Goes to standard error, so that `--json` output stays clean.
 */
export class Progress {
  readonly #tty = process.stderr.isTTY === true;
  #current: { label: string; detail: string; startedAtMs: number } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #shownAtMs = 0;

  /** Shows the label until the work ends, then a check mark with the time it took. */
  async step<T>(label: string, work: (say: (detail: string) => void) => Promise<T>): Promise<T> {
    this.#begin(label);
    try {
      const result = await work((detail) => this.#say(detail));
      this.#end('✓');
      return result;
    } catch (error) {
      this.#end('✗');
      throw error;
    }
  }

  /** A line of its own, above the running step. */
  note(line: string): void {
    this.#erase();
    process.stderr.write(`${line}\n`);
    this.#draw();
  }

  #begin(label: string): void {
    this.#current = { label, detail: '', startedAtMs: Date.now() };
    this.#shownAtMs = 0;
    this.#timer = setInterval(() => this.#draw(), this.#tty ? 200 : REDRAW_WITHOUT_TERMINAL_MS);
    this.#draw();
  }

  #say(detail: string): void {
    if (this.#current) this.#current.detail = detail;
    if (this.#tty) this.#draw();
  }

  #end(mark: string): void {
    clearInterval(this.#timer);
    this.#erase();
    if (this.#current) {
      const { label, detail, startedAtMs } = this.#current;
      const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
      process.stderr.write(
        `  ${mark} ${label}${detail ? dim(` · ${detail}`) : ''} ${dim(`${seconds} s`)}\n`,
      );
    }
    this.#current = undefined;
  }

  #draw(): void {
    if (!this.#current) return;
    const { label, detail, startedAtMs } = this.#current;
    const elapsedMs = Date.now() - startedAtMs;
    if (this.#tty) {
      const columns = process.stderr.columns ?? 80;
      const line = `  … ${label} ${Math.round(elapsedMs / 1000)} s ${detail}`;
      process.stderr.write(`\r\x1b[2K${line.slice(0, columns - 1)}`);
    } else if (elapsedMs - this.#shownAtMs >= REDRAW_WITHOUT_TERMINAL_MS) {
      this.#shownAtMs = elapsedMs;
      process.stderr.write(`  … ${label} ${Math.round(elapsedMs / 1000)} s ${detail}\n`);
    }
  }

  #erase(): void {
    if (this.#tty && this.#current) process.stderr.write('\r\x1b[2K');
  }
}

/** Often enough to show life in a CI log, seldom enough not to fill it. */
const REDRAW_WITHOUT_TERMINAL_MS = 10_000;

/** Whether standard output takes colours: a terminal, and no NO_COLOR. */
export const colors = process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
const paint = (code: number) => (text: string) => (colors ? `\x1b[${code}m${text}\x1b[0m` : text);
export const bold = paint(1);
export const dim = paint(2);
export const italic = paint(3);
export const red = paint(31);
export const green = paint(32);
export const yellow = paint(33);
export const blue = paint(34);
export const magenta = paint(35);
export const cyan = paint(36);
export const underlined = paint(4);

/** Bold where the terminal can, brackets where it cannot: a match must be seen in a log, too. */
export const marked = (text: string) => (colors ? bold(text) : `[${text}]`);
