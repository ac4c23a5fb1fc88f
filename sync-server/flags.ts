/** What is wrong with a command line that `parseArgs` of node:util refused, in its first sentence: the rest is about dashes. */
export function sayWrongFlag(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(/(?<=')\. To specify|\n/)[0] ?? message;
}
