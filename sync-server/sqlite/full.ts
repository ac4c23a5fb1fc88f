const SQLITE_FULL = 13;

/** Whether the disk had no room for what was to be written. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_FULL;
}
