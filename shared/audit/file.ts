/**
 * A log in a principal's name as a file: UTF-8 JSON, whole in itself. Bytes are base64url without padding.
 *
 * | member    | what                                                                                                  |
 * |-----------|-------------------------------------------------------------------------------------------------------|
 * | format    | "sidedesk-audit"                                                                                      |
 * | version   | 1                                                                                                     |
 * | madeAt    | RFC 3339 instant, by whoever made the file                                                             |
 * | desk      | `id` (hex), `name`                                                                                    |
 * | principal | `id` of the principal's record, `name`, `timeZone` (IANA, or null) that delegations' days go by        |
 * | words     | of which records the words are in it: `none`, `open` (neither confidential nor privileged), `all`; a    |
 * |           | delegation's terms are there with `none` as well, unless it is privileged                             |
 * | people    | list of `device` (hex), `name`                                                                        |
 * | unsigned  | how many changes of this principal's records have no act, as far as the device knows that made the file |
 * | roster    | the desk's roster entries, all of them, in their order (desk/entry.ts)                                  |
 * | acts      | list of `act` (act.ts), `said`: list of `item` (its place in the act), `salt` (the item's), `text`      |
 * |           | (said.ts); in the order of order.ts                                                                   |
 *
 * Proven by the file itself: who was on the desk, and of each act who signed it, when by that device's clock, which
 * records and fields, under which delegation, what was written (where `said` has it), and that no act is missing in
 * front of another. Only the maker's word: names, `timeZone`, `unsigned`. It cannot show that acts behind the last
 * ones were left out: for that, people compare the log's end mark (verify.ts).
 */
import * as v from "valibot";

const bytes = v.pipe(v.string(), v.regex(/^[\w-]*$/));
const hexId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

export const auditFileSchema = v.object({
  format: v.literal("sidedesk-audit"),
  version: v.literal(1),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  desk: v.object({ id: hexId, name: v.string() }),
  principal: v.object({ id: v.string(), name: v.string(), timeZone: v.nullable(v.string()) }),
  words: v.picklist(["none", "open", "all"]),
  people: v.array(v.object({ device: hexId, name: v.string() })),
  unsigned: v.pipe(v.number(), v.integer(), v.minValue(0)),
  roster: v.pipe(v.array(bytes), v.minLength(1)),
  acts: v.array(
    v.object({
      act: bytes,
      said: v.array(
        v.object({ item: v.pipe(v.number(), v.integer(), v.minValue(0)), salt: bytes, text: v.string() }),
      ),
    }),
  ),
});

export type AuditFile = v.InferOutput<typeof auditFileSchema>;
/** Whose words are in a file. */
export type AuditWords = AuditFile["words"];
