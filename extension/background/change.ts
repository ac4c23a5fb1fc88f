/** What became different: `desk` null means the list of desks or a setting. */
export interface Change {
  readonly desk: string | null;
  readonly what: "records" | "state";
  /** The records that changed; any of the desk's where absent. */
  readonly records?: readonly string[];
}
