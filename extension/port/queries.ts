// What a surface may ask of the background and keep asking, and what it is told.
import * as v from "valibot";
import type { Delegation } from "../../shared/documents/delegation-standing.ts";
import type { Money, Spending } from "../../shared/documents/spending.ts";
import { CLASSIFICATIONS, type Classification } from "../../shared/records/classification.ts";
import type { DeskRecord, HistoryEntry } from "../../shared/records/record.ts";
import type { AppState } from "./app-state.ts";
import type { PageReport } from "./page.ts";
import { hexId, instant, recordId, text, whole, word } from "./shapes.ts";

/** One desk, or every desk of this device together. */
const deskOrAll = v.union([hexId, v.literal("all")]);

/** A question whose answer is kept up to date. */
export const querySchema = v.variant("q", [
  /** This device's desks and their state → `AppState`. */
  v.strictObject({ q: v.literal("state") }),
  /** One page of a list, newest or most urgent first → `RowPage`. */
  v.strictObject({
    q: v.literal("rows"),
    desk: deskOrAll,
    kinds: v.optional(v.array(word)),
    open: v.optional(v.boolean()),
    principal: v.optional(recordId),
    /** A member, or `"none"`, or `"mineOrNone"`. */
    assignee: v.optional(v.union([hexId, v.literal("none"), v.literal("mineOrNone")])),
    classification: v.optional(v.picklist(CLASSIFICATIONS)),
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
  v.strictObject({ q: v.literal("counts"), desk: deskOrAll }),
  /** Who decides in whose name, as its history tells → `Delegation[]`. */
  v.strictObject({ q: v.literal("delegations"), desk: hexId }),
  /** Says which record this surface has in front, for the browser's own keys → null. */
  v.strictObject({ q: v.literal("viewing"), record: recordId }),
  /** Says which record or mail this surface shows, to colleagues who are on it too → null. */
  v.strictObject({ q: v.literal("showing"), desk: hexId, place: text(400), writing: v.boolean() }),
  /** Where colleagues are on a desk now → `Colleague[]`. */
  v.strictObject({ q: v.literal("presence"), desk: hexId }),
  /** What the mail page of this tab (or of the active tab, for the popup) has open → `PageReport | null`. */
  v.strictObject({ q: v.literal("mail") }),
]);
export type Query = v.InferOutput<typeof querySchema>;

export interface Row {
  readonly id: string;
  /** The desk (hex) that it is on, where rows of all desks were asked for. */
  readonly desk?: string;
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
  /** A privileged record's row has neither title nor second line: it is read by opening it. */
  readonly classification: Classification;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Where people decided at once and nobody has settled it: field names, or `list/item/field`. */
  readonly conflicts: readonly string[];
  /** Where a search found it, if the row itself does not show it: a field's name, and its text around that place. */
  readonly found?: { readonly field: string; readonly text: string };
}

/**
 * Rows that follow each other. Ordered by when they happened: those of one local day, as how many days the same date
 * lies behind 1970-01-01. Ordered by what presses: `urgent`, `before` today, `today`, `tomorrow`, within a `week`, `later`, or `never` due.
 */
export interface RowGroup {
  readonly key: string | number;
  readonly count: number;
}

export interface RowPage {
  readonly rows: readonly Row[];
  /** How many there are, and how many stand before the first of `rows`. */
  readonly total: number;
  readonly offset: number;
  /** Those of the whole list, not of the page alone, as `readGroups` reads them; empty where they were not asked for. */
  readonly groups: string;
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

/** What was decided in a principal's name: an entry of the history by its id, the limit, and what it came to. */
export interface InName {
  readonly entry: string;
  readonly limit: Money | null;
  readonly spending: Spending | null;
}

export interface RecordView {
  readonly record: DeskRecord;
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  /** The delegation under which this device's member decides about it now. */
  readonly acting: Delegation | null;
  /** Where there is none: the one that this member had or will have. */
  readonly lapsed: Delegation | null;
  /** What its bookings cost against that delegation's limit; null where there is nothing to compare. */
  readonly spending: Spending | null;
  /** Entries of its history that were decided under a delegation, each as the bookings stood then. */
  readonly inName: readonly InName[];
}

export interface PersonView {
  readonly contact: DeskRecord | null;
  readonly calls: number;
  readonly lastCall: Row | null;
  readonly open: readonly Row[];
  /** Found by the name alone: it may be somebody else of that name. */
  readonly byName: boolean;
}

/** A record (its id) or a mail (its thread, as records name it) that a colleague has in front of them. */
export interface Colleague {
  /** A member's id. */
  readonly person: string;
  readonly place: string;
  /** They are writing in it. */
  readonly writing: boolean;
}

export interface Counts {
  readonly open: Readonly<Record<string, number>>;
  /** Mine and nobody's, open. */
  readonly queue: number;
  readonly overdueMine: number;
  /** When the next thing of mine becomes overdue, in milliseconds since 1970; null where nothing will. */
  readonly overdueNext: number | null;
}

export interface Answers {
  state: AppState;
  rows: RowPage;
  records: readonly DeskRecord[];
  record: RecordView | null;
  person: PersonView;
  people: PeoplePage;
  counts: Counts;
  delegations: readonly Delegation[];
  viewing: null;
  showing: null;
  presence: readonly Colleague[];
  mail: PageReport | null;
}
