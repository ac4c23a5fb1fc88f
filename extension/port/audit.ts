import type { AuthorityProof } from "../../shared/audit/authority.ts";
import type { AuditFailure } from "../../shared/audit/verify.ts";

/** What one act did to a record. */
interface AuditItem {
  readonly record: string;
  readonly kind: string;
  readonly made: boolean;
  /** As in the record's history. */
  readonly fields: readonly string[];
  /** Empty where it is privileged, or not here. */
  readonly title: string;
  readonly authority: AuthorityProof["state"];
  /** The person (hex) who gave the authority. */
  readonly givenBy: string | null;
}

/** A principal's log as a surface shows it, the newest act first; every one that is in it is verified. */
export interface AuditView {
  readonly total: number;
  /** Changes of this principal's records that are not in the log. */
  readonly unsigned: number;
  /** The first thing that does not hold, behind so many acts that do. */
  readonly problem: { readonly code: AuditFailure["code"]; readonly after: number } | null;
  /** Eight groups of digits, alike for everybody who has the same log; null where it does not hold. */
  readonly end: string | null;
  readonly acts: readonly {
    readonly id: string;
    readonly at: string;
    /** The device (hex). */
    readonly by: string;
    /** Dated after its author's time on the desk. */
    readonly late: boolean;
    readonly items: readonly AuditItem[];
  }[];
}
