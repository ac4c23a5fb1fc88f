import { type ParseArgsConfig, parseArgs } from "node:util";
import { sayWrongFlag } from "../../sync-server/flags.ts";

/** What a script was asked, as `parseArgs` of node:util reads it; a wrong option ends the script with its usage. */
export function readArguments<T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    return endWith(usage, sayWrongFlag(error));
  }
}

/** Ends a script that was asked for what it cannot do: says why, and what it can. */
export function endWith(usage: string, why: string): never {
  console.error(`${why}\n${usage}`);
  process.exit(2);
}
