import type { CaptureKind } from "../../../shared/capture/read-line.ts";
import type { Scalar } from "../../../shared/documents/command.ts";

/** A typed line and all that it should be read as. It is Monday, 23 November 2026, 10:00 in Riga. */
export interface Line {
  readonly line: string;
  /** Default: call. */
  readonly hint?: CaptureKind;
  /** Default: the hint. */
  readonly kind?: CaptureKind;
  readonly fields: Readonly<Record<string, Scalar>>;
  /** Default: nothing. */
  readonly rest?: string;
  /** Default: none. */
  readonly unsure?: readonly string[];
}
