/**
 * What a surface and the background say to each other, over one `runtime.connect` port named "surface".
 *
 * surface → background: `{id, call, …}` (answered once) or `{id, watch}` / `{id, unwatch: true}`.
 * background → surface: `{id, result}`, `{id, error}` or, for a watch, `{id, value}` each time that it changes.
 *
 * Everything that arrives is checked against the schemas here; types are derived from them.
 */
import * as v from "valibot";
import { callSchema } from "./calls.ts";
import { querySchema } from "./queries.ts";
import { whole } from "./shapes.ts";

export type { AppState, DeskInfo, Device, Member, SyncState, Unread } from "./app-state.ts";
export type { Call, InsertOutcome, InvitePreview, PaperKeyPage, Results } from "./calls.ts";
export type {
  Answers,
  Colleague,
  Counts,
  InName,
  PeoplePage,
  PersonRow,
  PersonView,
  Query,
  RecordView,
  Row,
  RowGroup,
  RowPage,
} from "./queries.ts";

/** An expected failure. Surfaces word it by `code`; `detail` is for the curious. */
export interface PortError {
  readonly code: string;
  readonly detail: string;
}

/** What a surface sends. */
export const requestSchema = v.union([
  v.strictObject({ id: whole, request: callSchema }),
  v.strictObject({ id: whole, watch: querySchema }),
  v.strictObject({ id: whole, unwatch: v.literal(true) }),
]);
export type Request = v.InferOutput<typeof requestSchema>;
export type Reply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: PortError };
