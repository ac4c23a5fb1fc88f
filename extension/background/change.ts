/** What became different: `desk` null means the list of desks or a setting. */
export interface Change {
  readonly desk: string | null;
  /** `lock`: it locked or unlocked, or is set otherwise; every answer may be another. */
  readonly what: "records" | "state" | "lock";
  /** The records that changed; any of the desk's where absent. */
  readonly records?: readonly string[];
}
