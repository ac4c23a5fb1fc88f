import type { ServerLimits } from "../limits.ts";
import type { Log } from "../log.ts";
import type { Logger, Metrics } from "../observe.ts";
import type { Allowance } from "./allowance.ts";
import type { Throttles } from "./throttle.ts";

/** What every connection of a server shares. */
export interface Shared {
  log: Log;
  limits: ServerLimits;
  logger: Logger;
  metrics: Metrics;
  now: () => number;
  allowance: Allowance;
  messages: Throttles;
  bytes: Throttles;
}
