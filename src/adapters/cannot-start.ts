/** A platform cannot be served at all, or not any more. The message is one sentence that names the cure and never holds a token. */
export class CannotStart extends Error {
  override name = 'CannotStart';
  readonly code: 'wrong-token' | 'unreachable' | 'refused';
  constructor(code: CannotStart['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** What an adapter tells the operator while it runs: a code for the log, a sentence for a person. Never text, ids or tokens. */
export interface Notice { readonly code: string; readonly sentence: string }
