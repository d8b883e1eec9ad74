/**
 * Where the terminal adapter writes. A write resolves when the bytes have left the process, so that a parcel is
 * settled only after it was shown; when the reader is gone (EPIPE) the screen is over and says so once.
 */
import type { Writable } from 'node:stream';

export interface Screen {
  /** True when the text has left the process; false when the reader is gone. */
  write(text: string): Promise<boolean>;
  /** Resolves when the reader is gone. */
  readonly gone: Promise<void>;
}

export function createScreen(output: Writable): Screen {
  let over = false;
  let end: () => void = () => undefined;
  const gone = new Promise<void>(resolve => { end = resolve; });
  const leave = (): void => { over = true; end(); };
  output.on('error', leave);
  output.on('close', leave);
  return {
    gone,
    write: text => over ? Promise.resolve(false) : new Promise(resolve => {
      output.write(text, error => {
        if (error) leave();
        resolve(!error);
      });
    }),
  };
}
