/** Tells how far a part has come. */
export type Progress = (part: string, done: number, of: number) => void;

/** A person watching is told often, a log file seldom. */
const everyMs = { terminal: 200, file: 10_000 };

/** Progress on standard error: one line that changes on a terminal, a line now and then elsewhere. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  let told = { part: '', at: 0 };
  return (part, done, of) => {
    const pause = stream.isTTY ? everyMs.terminal : everyMs.file;
    if (part !== told.part) told = { part, at: Date.now() };
    if (done < of && Date.now() - told.at < pause) return;
    told.at = Date.now();
    const line = `${part}: ${done} of ${of}`;
    if (stream.isTTY) stream.write(`\r\x1b[K${line}${done >= of ? '\n' : ''}`);
    else stream.write(`${line}\n`);
  };
}
