/** A failure that a person can do something about. Surfaces word it by its code. */
export class ExpectedError extends Error {
  readonly code: string;
  constructor(code: string, detail: string) {
    super(detail);
    this.name = "ExpectedError";
    this.code = code;
  }
}
