/** What became different: `desk` null means the list of desks or a setting. */
export interface Change {
  readonly desk: string | null;
  readonly what: "records" | "state";
  /** The documents whose records changed; any of the desk's where absent. */
  readonly documents?: readonly string[];
}
