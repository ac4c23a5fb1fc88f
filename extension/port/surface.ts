/**
 * What a surface and the background say to each other, over one `runtime.connect` port named "surface".
 *
 * surface → background: `{id, call, …}` (answered once) or `{id, watch}` / `{id, unwatch: true}`.
 * background → surface: `{id, result}`, `{id, error}` or, for a watch, `{id, value}` each time that it changes.
 *
 * Everything that arrives is checked against the schemas here; types are derived from them.
 */
import * as v from "valibot";
import type { DeskRecord, HistoryEntry } from "../../shared/records/record.ts";
import type { AppState, Kept } from "./app-state.ts";
import { LOOKS } from "./look.ts";
import type { PageReport } from "./page.ts";

export type { AppState, DeskInfo, Member, SyncState, Unread } from "./app-state.ts";

const hexId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const recordId = v.pipe(v.string(), v.regex(/^(?:\d{4}-\d{2}|lasting)\.[0-9a-z]{16,32}$/));
const itemId = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,32}$/));
const word = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]{0,40}$/));
const instant = v.pipe(v.string(), v.isoTimestamp());
const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const scalar = v.nullable(v.union([text(100_000), v.pipe(v.number(), v.finite()), v.boolean()]));
const fields = v.record(word, scalar);
const roleName = v.picklist(["owner", "assistant", "principal", "viewer"]);

const actionSchema = v.variant("do", [
  v.strictObject({ do: v.literal("create"), record: recordId, kind: word, fields }),
  v.strictObject({ do: v.literal("set"), record: recordId, field: word, value: scalar }),
  v.strictObject({
    do: v.literal("edit"),
    record: recordId,
    field: word,
    base: text(200_000),
    splice: v.strictObject({ index: whole, remove: whole, insert: text(100_000) }),
  }),
  v.strictObject({ do: v.literal("add"), record: recordId, list: word, item: itemId, fields }),
  v.strictObject({
    do: v.literal("setItem"),
    record: recordId,
    list: word,
    item: itemId,
    field: word,
    value: scalar,
  }),
  v.strictObject({ do: v.literal("removeItem"), record: recordId, list: word, item: itemId }),
]);
const commandSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-z]{20,40}$/)),
  at: instant,
  action: actionSchema,
  undo: v.optional(v.literal(true)),
});

/** A question whose answer is kept up to date. */
const querySchema = v.variant("q", [
  /** This device's desks and their state → `AppState`. */
  v.strictObject({ q: v.literal("state") }),
  /** One page of a list, newest or most urgent first → `RowPage`. */
  v.strictObject({
    q: v.literal("rows"),
    desk: hexId,
    kinds: v.optional(v.array(word)),
    open: v.optional(v.boolean()),
    principal: v.optional(recordId),
    /** A member, or `"none"`, or `"mineOrNone"`. */
    assignee: v.optional(v.union([hexId, v.literal("none"), v.literal("mineOrNone")])),
    thread: v.optional(text(400)),
    /** An email address, an E.164 number, or a person of `people` by their key: records about that person. */
    person: v.optional(text(400)),
    search: v.optional(text(200)),
    /** Those that happened from this instant on, before that one. */
    since: v.optional(instant),
    until: v.optional(instant),
    /** Those that are due before this instant, or urgent. */
    dueBefore: v.optional(instant),
    /** What presses first; or what happened, or changed, last. */
    order: v.optional(v.picklist(["due", "at", "updated"])),
    /** With the groups that the order makes. */
    grouped: v.optional(v.literal(true)),
    offset: v.optional(whole),
    limit: v.optional(v.pipe(whole, v.maxValue(500))),
  }),
  /** One page of everyone who called, wrote or was written to, the last heard of first → `PeoplePage`. */
  v.strictObject({
    q: v.literal("people"),
    desk: hexId,
    /** One of them, by a key of theirs. */
    key: v.optional(text(400)),
    search: v.optional(text(200)),
    offset: v.optional(whole),
    limit: v.optional(v.pipe(whole, v.maxValue(500))),
  }),
  /** Whole records of small kinds (principal, template, contact) → `DeskRecord[]`. */
  v.strictObject({
    q: v.literal("records"),
    desk: hexId,
    kinds: v.array(word),
    limit: v.optional(v.pipe(whole, v.maxValue(2000))),
  }),
  /** One record with its history → `RecordView | null`. */
  v.strictObject({ q: v.literal("record"), desk: hexId, id: recordId }),
  /** Who wrote or calls, by address or number, else by name → `PersonView`. */
  v.strictObject({
    q: v.literal("person"),
    desk: hexId,
    email: v.optional(text(320)),
    phone: v.optional(text(60)),
    name: v.optional(text(300)),
  }),
  /** Open records by kind, for tabs and the badge → `Counts`. */
  v.strictObject({ q: v.literal("counts"), desk: hexId }),
  /** Says which record this surface has in front, for the browser's own keys → null. */
  v.strictObject({ q: v.literal("viewing"), record: recordId }),
  /** What the mail page of this tab (or of the active tab, for the popup) has open → `PageReport | null`. */
  v.strictObject({ q: v.literal("mail") }),
]);

/** A request that is answered once. */
const callSchema = v.variant("call", [
  /** Durable before it is answered → `{undo}`: the commands that take it back. */
  v.strictObject({
    call: v.literal("submit"),
    desk: hexId,
    commands: v.pipe(v.array(commandSchema), v.minLength(1), v.maxLength(500)),
  }),
  v.strictObject({
    call: v.literal("createDesk"),
    name: text(100),
    memberName: text(100),
    server: v.optional(text(300)),
  }),
  /** A desk of sample work on this device alone, marked as such → `{desk}`. */
  v.strictObject({ call: v.literal("createSampleDesk"), memberName: text(100), locale: text(10) }),
  v.strictObject({ call: v.literal("removeDesk"), desk: hexId }),
  v.strictObject({ call: v.literal("chooseDesk"), desk: hexId }),
  /** Shares a desk that was on this device alone through a sync server. */
  v.strictObject({ call: v.literal("setServer"), desk: hexId, server: text(300) }),
  /** → `{link, expiresAt}` */
  v.strictObject({
    call: v.literal("invite"),
    desk: hexId,
    role: roleName,
    /** When the joiner's role ends; never when absent. */
    until: v.optional(instant),
  }),
  /** Takes a device off the desk for good and renews the desk's key. By an owner, as are the next three. */
  v.strictObject({ call: v.literal("removeMember"), desk: hexId, member: hexId }),
  /** Another role from here on; `until` null for one without end. An owner's has none. */
  v.strictObject({
    call: v.literal("changeRole"),
    desk: hexId,
    member: hexId,
    role: roleName,
    until: v.nullable(instant),
  }),
  /** Withdraws an invitation that nobody has used, and renews the desk's key. */
  v.strictObject({ call: v.literal("revokeInvite"), desk: hexId, invite: hexId }),
  /** Renews the desk's key, whether or not that is owed. */
  v.strictObject({ call: v.literal("rotate"), desk: hexId }),
  /** What a pasted invite link leads to, before anything is joined → `InvitePreview`. */
  v.strictObject({ call: v.literal("inspectInvite"), link: text(20_000) }),
  /** → `{desk}` */
  v.strictObject({ call: v.literal("join"), link: text(20_000), memberName: text(100) }),
  /** Text that is being typed and is not yet a command; survives a closed popup → `{value}`. */
  v.strictObject({ call: v.literal("scratchGet"), key: text(200) }),
  v.strictObject({ call: v.literal("scratchPut"), key: text(200), value: v.nullable(text(200_000)) }),
  /** Puts a draft into the compose box of this tab's mail page → `InsertOutcome`. */
  v.strictObject({
    call: v.literal("insertDraft"),
    subject: v.optional(text(1000)),
    body: text(100_000),
    /** The thread that it answers (the provider's id): it goes into a reply box of that thread or nowhere. */
    threadId: v.optional(text(400)),
    /** Opens the reply box where none is open. */
    mayOpenReply: v.optional(v.boolean()),
  }),
  /** Opens the desk page in a tab, at a record or a list if one is named. */
  v.strictObject({
    call: v.literal("openDesk"),
    record: v.optional(recordId),
    list: v.optional(v.pipe(v.string(), v.regex(/^[a-zA-Z]+(?::[\w.-]{1,60})?$/))),
  }),
  /** Closes the sidebar of this tab's page. */
  v.strictObject({ call: v.literal("closeSidebar") }),
  v.strictObject({ call: v.literal("setLocale"), locale: v.nullable(text(10)) }),
  v.strictObject({
    call: v.literal("setLook"),
    look: v.strictObject({
      theme: v.picklist(LOOKS.theme),
      accent: v.picklist(LOOKS.accent),
      density: v.picklist(LOOKS.density),
      size: v.picklist(LOOKS.size),
    }),
  }),
  /** Whether a Sidedesk server of a known version answers at an address; nothing of any desk is told → `{server}`. */
  v.strictObject({ call: v.literal("checkServer"), server: text(300) }),
  /** What is kept in this browser → `Kept`. */
  v.strictObject({ call: v.literal("kept") }),
  /** A desk's records, those deleted too, in the order of their ids, 500 at a time → `DeskRecord[]`. */
  v.strictObject({ call: v.literal("exportRecords"), desk: hexId, after: v.nullable(recordId) }),
  /** Opens the options in a tab. */
  v.strictObject({ call: v.literal("openOptions") }),
  /** What this browser calls a desk; colleagues keep their own name for it. */
  v.strictObject({ call: v.literal("renameDesk"), desk: hexId, name: v.pipe(text(100), v.nonEmpty()) }),
  /** Whether keys without Ctrl or Alt work, in every surface (WCAG 2.1.4). */
  v.strictObject({ call: v.literal("setSingleKeys"), on: v.boolean() }),
  /** Tries to reach the server now, also where the sync had stopped. */
  v.strictObject({ call: v.literal("syncNow"), desk: hexId }),
  /** Reads the server's log from its beginning, and sends it whatever of this device's work it lacks. */
  v.strictObject({ call: v.literal("syncAnew"), desk: hexId }),
  /** Puts away what could not be read, after the person has seen it. */
  v.strictObject({ call: v.literal("dismissUnread"), desk: hexId }),
  /** Sets a rejected command aside for good, after the person has read it. */
  v.strictObject({ call: v.literal("dismissSetAside"), command: text(40) }),
]);

export type Query = v.InferOutput<typeof querySchema>;
export type Call = v.InferOutput<typeof callSchema>;

export interface Row {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly open: boolean;
  readonly title: string;
  readonly under: string;
  /** RFC 3339 date or instant. */
  readonly due: string | null;
  /** When it happened or was made: an RFC 3339 instant. */
  readonly at: string;
  readonly urgent: boolean;
  readonly principal: string | null;
  readonly assignee: string | null;
  readonly thread: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly conflicts: number;
  /** Where a search found it, if the row itself does not show it: a field's name, and its text around that place. */
  readonly found?: { readonly field: string; readonly text: string };
}

/**
 * Rows that follow each other. Ordered by when they happened: those of one local day (RFC 3339 date). Ordered by what
 * presses: `urgent`, `before` today, `today`, `tomorrow`, within a `week`, `later`, or `never` due.
 */
export interface RowGroup {
  readonly key: string;
  readonly count: number;
}

export interface RowPage {
  readonly rows: readonly Row[];
  /** How many there are, and how many stand before the first of `rows`. */
  readonly total: number;
  readonly offset: number;
  /** Of the whole list, not of the page alone; empty where they were not asked for. */
  readonly groups: readonly RowGroup[];
}

/** Somebody outside the desk, as all records together tell. */
export interface PersonRow {
  /** A number or an address of theirs, or `name:` and their name where there is neither. */
  readonly key: string;
  readonly name: string;
  readonly organization: string;
  /** E.164 numbers and addresses. */
  readonly reach: readonly string[];
  /** The contact's record id, where there is one. */
  readonly contact: string | null;
  /** When something last happened with them (RFC 3339); null where nothing did. */
  readonly last: string | null;
  readonly open: number;
  readonly records: number;
}

export interface PeoplePage {
  readonly people: readonly PersonRow[];
  readonly total: number;
  readonly offset: number;
}

export interface RecordView {
  readonly record: DeskRecord;
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
}

export interface PersonView {
  readonly contact: DeskRecord | null;
  readonly calls: number;
  readonly lastCall: Row | null;
  readonly open: readonly Row[];
  /** Found by the name alone: it may be somebody else of that name. */
  readonly byName: boolean;
}

export interface Counts {
  readonly open: Readonly<Record<string, number>>;
  /** Mine and nobody's, open. */
  readonly queue: number;
  readonly overdueMine: number;
  /** When the next thing of mine becomes overdue, in milliseconds since 1970; null where nothing will. */
  readonly overdueNext: number | null;
}

export interface InvitePreview {
  readonly server: string;
  readonly deskName: string;
  readonly role: string;
  readonly fingerprint: string;
  readonly expiresAt: string;
}

export type InsertOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "no-page" | "no-compose-box" | "ambiguous" | "refused" };

export interface Answers {
  state: AppState;
  rows: RowPage;
  records: readonly DeskRecord[];
  record: RecordView | null;
  person: PersonView;
  people: PeoplePage;
  counts: Counts;
  viewing: null;
  mail: PageReport | null;
}

export interface Results {
  submit: { readonly undo: readonly v.InferOutput<typeof commandSchema>[] };
  createDesk: { readonly desk: string };
  createSampleDesk: { readonly desk: string };
  removeDesk: null;
  chooseDesk: null;
  setServer: null;
  invite: { readonly link: string; readonly expiresAt: string };
  removeMember: null;
  changeRole: null;
  revokeInvite: null;
  rotate: null;
  inspectInvite: InvitePreview;
  join: { readonly desk: string };
  scratchGet: { readonly value: string | null };
  scratchPut: null;
  insertDraft: InsertOutcome;
  openDesk: null;
  closeSidebar: null;
  setLocale: null;
  setSingleKeys: null;
  setLook: null;
  checkServer: { readonly server: string };
  kept: Kept;
  exportRecords: readonly DeskRecord[];
  openOptions: null;
  renameDesk: null;
  syncNow: null;
  syncAnew: null;
  dismissUnread: null;
  dismissSetAside: null;
}

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
