// What a surface may have done once, and what comes back.
import * as v from "valibot";
import type { DeskRecord } from "../../shared/records/record.ts";
import { type Kept, LOCK_AFTER, type Member } from "./app-state.ts";
import type { AuditView } from "./audit.ts";
import { type BackupResults, backupSchemas } from "./backup.ts";
import { commandSchema } from "./commands.ts";
import { LOOKS } from "./look.ts";
import { base64url, hexId, instant, recordId, roleName, text, whole, word } from "./shapes.ts";

/** What an authenticator says with everything it does: W3C Web Authentication, sections 5.8.1 and 6.1. */
const ceremony = { authenticatorData: base64url(4000), clientData: base64url(4000) };

/** A request that is answered once. */
export const callSchema = v.variant("call", [
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
    deviceName: v.optional(text(60)),
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
  /** A link for another browser of this person → `{link, expiresAt}` */
  v.strictObject({ call: v.literal("addDevice"), desk: hexId }),
  /** A new paper key, in the place of an older one → `PaperKeyPage` */
  v.strictObject({ call: v.literal("makePaperKey"), desk: hexId }),
  /** Says nothing of a missing paper key or backup for a while. */
  v.strictObject({ call: v.literal("remindLater"), desk: hexId }),
  /** Takes one device off the desk for good: by its person from another one, or by an owner. */
  v.strictObject({ call: v.literal("removeDevice"), desk: hexId, device: hexId }),
  /** Takes a person off the desk for good and renews the desk's key. By an owner, as is the next. */
  v.strictObject({ call: v.literal("removeMember"), desk: hexId, member: hexId }),
  /** Another role from here on; `until` null for one without end. An owner's has none. */
  v.strictObject({
    call: v.literal("changeRole"),
    desk: hexId,
    member: hexId,
    role: roleName,
    until: v.nullable(instant),
  }),
  /** Withdraws an invitation that nobody has used: by an owner, or one's own link or paper key. */
  v.strictObject({ call: v.literal("revokeInvite"), desk: hexId, invite: hexId }),
  /** Renews the desk's key, whether or not that is owed. By an owner. */
  v.strictObject({ call: v.literal("rotate"), desk: hexId }),
  /**
   * What a pasted link, or a paper key and its server, leads to, before anything is joined → `InvitePreview`. A key
   * that is not as it was printed is refused as `paper-key`; the detail names the groups.
   */
  v.strictObject({ call: v.literal("inspectInvite"), link: text(20_000), server: v.optional(text(300)) }),
  /** `memberName` counts where the invitation is for a new person → `{desk}` */
  v.strictObject({
    call: v.literal("join"),
    link: text(20_000),
    server: v.optional(text(300)),
    memberName: text(100),
    deviceName: v.optional(text(60)),
  }),
  ...backupSchemas,
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
  /** What was done in a principal's name, the newest first, each act verified → `AuditView`. */
  v.strictObject({
    call: v.literal("audit"),
    desk: hexId,
    principal: recordId,
    limit: v.pipe(whole, v.maxValue(10_000)),
  }),
  /** The whole of it as the text of a file that anybody can check → `{text}`. */
  v.strictObject({
    call: v.literal("auditFile"),
    desk: hexId,
    principal: recordId,
    words: v.picklist(["none", "open", "all"]),
  }),
  /** Opens the options in a tab, at a part if one is named. */
  v.strictObject({ call: v.literal("openOptions"), part: v.optional(word) }),
  /** What this browser calls a desk; colleagues keep their own name for it. */
  v.strictObject({ call: v.literal("renameDesk"), desk: hexId, name: v.pipe(text(100), v.nonEmpty()) }),
  /** Shows nothing of any desk until it is unlocked; nothing happens where there is no passphrase. */
  v.strictObject({ call: v.literal("lock") }),
  v.strictObject({ call: v.literal("unlock"), passphrase: text(1000) }),
  /** What this computer has to answer to recognise its person, and by which key → `Challenge`. */
  v.strictObject({ call: v.literal("authenticatorChallenge") }),
  /** Its answer: the lock opens. */
  v.strictObject({ call: v.literal("unlockByAuthenticator"), ...ceremony, signature: base64url(2000) }),
  /** Lets it open the lock from now on, beside the passphrase. */
  v.strictObject({
    call: v.literal("setAuthenticator"),
    current: text(1000),
    ...ceremony,
    id: base64url(1500),
    publicKey: base64url(2000),
    algorithm: v.pipe(v.number(), v.integer()),
  }),
  v.strictObject({ call: v.literal("removeAuthenticator") }),
  /** Sets a passphrase, or another in place of `current`. */
  v.strictObject({
    call: v.literal("setPassphrase"),
    passphrase: text(1000),
    current: v.nullable(text(1000)),
  }),
  v.strictObject({ call: v.literal("removePassphrase"), current: text(1000) }),
  v.strictObject({ call: v.literal("setLockAfter"), minutes: v.picklist(LOCK_AFTER) }),
  /** Takes everything of Sidedesk out of this browser: what is left to who forgot the passphrase. */
  v.strictObject({ call: v.literal("eraseAll") }),
  /** Whether keys without Ctrl or Alt work, in every surface (WCAG 2.1.4). */
  v.strictObject({ call: v.literal("setSingleKeys"), on: v.boolean() }),
  /** Whether colleagues see what is open here. */
  v.strictObject({ call: v.literal("setPresence"), on: v.boolean() }),
  /** Tries to reach the server now, also where the sync had stopped. */
  v.strictObject({ call: v.literal("syncNow"), desk: hexId }),
  /** A person is about to search → nothing; the first letter is then answered as fast as the next. */
  v.strictObject({ call: v.literal("prepareSearch"), desk: hexId }),
  /** Reads the server's log from its beginning, and sends it whatever of this device's work it lacks. */
  v.strictObject({ call: v.literal("syncAnew"), desk: hexId }),
  /** Says no more of desks that are gone from this browser. */
  v.strictObject({ call: v.literal("dismissLost") }),
  /** Puts away what could not be read, after the person has seen it. */
  v.strictObject({ call: v.literal("dismissUnread"), desk: hexId }),
  /** Sets a rejected command aside for good, after the person has read it. */
  v.strictObject({ call: v.literal("dismissSetAside"), command: text(40) }),
]);
export type Call = v.InferOutput<typeof callSchema>;

export interface InvitePreview {
  readonly server: string;
  readonly deskName: string;
  readonly role: Member["role"];
  /** For a new person, for another device of a person, or a paper key. */
  readonly use: "member" | "device" | "recovery";
  /** Whose device this one becomes; null where a new person is invited. */
  readonly person: string | null;
  readonly fingerprint: string;
  /** Null where it can be used as long as it is not withdrawn. */
  readonly expiresAt: string | null;
}

/** What is printed: shown once, kept nowhere. */
export interface PaperKeyPage {
  readonly characters: string;
  readonly link: string;
  readonly server: string;
  readonly deskName: string;
  readonly fingerprint: string;
  readonly madeAt: string;
}

/** Both base64url; `key` null where this computer was not set to answer. */
export interface Challenge {
  readonly challenge: string;
  readonly key: string | null;
}

export type InsertOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "no-page" | "no-compose-box" | "ambiguous" | "refused" };

export interface Results extends BackupResults {
  submit: { readonly undo: readonly v.InferOutput<typeof commandSchema>[] };
  createDesk: { readonly desk: string };
  createSampleDesk: { readonly desk: string };
  removeDesk: null;
  chooseDesk: null;
  setServer: null;
  invite: { readonly link: string; readonly expiresAt: string };
  addDevice: { readonly link: string; readonly expiresAt: string };
  makePaperKey: PaperKeyPage;
  remindLater: null;
  removeDevice: null;
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
  setPresence: null;
  lock: null;
  unlock: null;
  authenticatorChallenge: Challenge;
  unlockByAuthenticator: null;
  setAuthenticator: null;
  removeAuthenticator: null;
  setPassphrase: null;
  removePassphrase: null;
  setLockAfter: null;
  eraseAll: null;
  setLook: null;
  checkServer: { readonly server: string };
  kept: Kept;
  exportRecords: readonly DeskRecord[];
  audit: AuditView;
  auditFile: { readonly text: string };
  openOptions: null;
  renameDesk: null;
  syncNow: null;
  prepareSearch: null;
  syncAnew: null;
  dismissLost: null;
  dismissUnread: null;
  dismissSetAside: null;
}
