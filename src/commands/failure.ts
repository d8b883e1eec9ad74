/** A command that cannot go on, in one sentence that names the cure. Exit code 2: it was asked wrongly; 1: it could not be done. */
export class Failure extends Error {
  override name = 'Failure';
  readonly exitCode: 1 | 2;
  constructor(exitCode: 1 | 2, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
