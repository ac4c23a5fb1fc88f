/** The server gave something that no honest server gives. Synchronising stops; nothing of it is applied. */
export class DistrustError extends Error {
  readonly code: string;
  constructor(code: string, detail: string) {
    super(detail);
    this.name = "DistrustError";
    this.code = code;
  }
}
