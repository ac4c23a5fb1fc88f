import type { Locale } from "../../shared/records/labels.ts";
import type { Look } from "./look.ts";

/** What a surface knows of this device: its desks, who is on them, how their sync stands. */

/** One of a person's browsers. */
export interface Device {
  /** Hex id, as in a record's `createdBy`, `updatedBy`. */
  readonly id: string;
  /** What the person calls it; empty where they gave it no name. */
  readonly name: string;
  readonly joinedAt: string;
  /** This browser. */
  readonly me: boolean;
  readonly removed: boolean;
}

export interface Member {
  /** Hex id, as in a record's `assignee`: that of the person's first device. */
  readonly id: string;
  readonly name: string;
  /** In the order of their ids. */
  readonly devices: readonly Device[];
  readonly role: "owner" | "assistant" | "principal" | "viewer";
  /** When the role ends; null for never. */
  readonly until: string | null;
  readonly me: boolean;
  /** Removed by an owner, or its time is over. */
  readonly removed: boolean;
}

/** An invitation that nobody has used yet. */
interface OpenInvite {
  readonly id: string;
  /** For another device of this person. */
  readonly own: boolean;
  readonly role: Member["role"];
  /** When the joiner's role will end; null for never. */
  readonly until: string | null;
  readonly expiresAt: string;
}

export interface SyncState {
  /** `local`: this desk has no server. `stopped`: a person must do something; see `problem`. */
  readonly phase: "local" | "offline" | "connecting" | "catchingUp" | "upToDate" | "stopped";
  /** Changes that the server has not acknowledged. */
  readonly unsent: number;
  /** While catching up: envelopes still to fetch. */
  readonly toFetch: number;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

export interface DeskInfo {
  readonly id: string;
  readonly name: string;
  readonly sample: boolean;
  readonly server: string | null;
  readonly members: readonly Member[];
  readonly invites: readonly OpenInvite[];
  /** This person's paper key; null where there is none. `madeBy` is a device's id. */
  readonly paperKey: { readonly invite: string; readonly madeAt: string; readonly madeBy: string } | null;
  /** When a backup file of it was last made in this browser; null for never. */
  readonly backedUpAt: string | null;
  /** What there should be to come back by, when it is time to say so. */
  readonly wayBack: "paperKey" | "backup" | null;
  /** Somebody left or an invitation was used, and no owner's device has renewed the desk's key since. */
  readonly keyOwed: boolean;
  readonly sync: SyncState;
  /** Eight groups of digits that two people can compare. */
  readonly fingerprint: string;
  /** Changes that came and are not in the desk. */
  readonly unread: readonly Unread[];
}

/**
 * A change that could not be read (`refused`, `sealed`), that waits for one that has not come, or that a colleague has
 * and the server has not given (`withheld`).
 */
export interface Unread {
  /** Who wrote it; null where that is not known. */
  readonly device: string | null;
  readonly why: "refused" | "sealed" | "waiting" | "withheld";
}

/** What the organisation that manages the browser has decided; see `extension/POLICY.md`. */
export interface Policy {
  /** The origin of its server, or null. */
  readonly server: string | null;
  readonly language: Locale | null;
  /** False: no server but `server`. */
  readonly otherServers: boolean;
  readonly welcomeTab: boolean;
  /** False: colleagues do not see what is open here, whatever a person chooses. */
  readonly presence: boolean;
  /** A lock is wanted, after so many minutes or sooner; null where people decide. */
  readonly lockAfter: LockAfter | null;
}

/** Minutes without a key or a pointer on this device, after which it locks; 0 for never. */
export const LOCK_AFTER = [0, 1, 5, 15, 60] as const;
export type LockAfter = (typeof LOCK_AFTER)[number];

/** How this browser's lock stands. */
export interface LockState {
  /** Nothing of any desk is told: there is a passphrase, or one is wanted and none was set yet. */
  readonly locked: boolean;
  readonly set: boolean;
  /** This computer can recognise its person instead. */
  readonly authenticator: boolean;
  readonly after: LockAfter;
  /** It was wrong too often: no try before this instant. */
  readonly retryAt: string | null;
}

/** A desk that was in this browser and is not any more, though nobody took it away. */
export interface LostDesk {
  readonly name: string;
  /** The origin at which it can be found; null for one that was in this browser alone. */
  readonly server: string | null;
}

export interface AppState {
  readonly desks: readonly DeskInfo[];
  readonly current: string | null;
  readonly lost: readonly LostDesk[];
  /** A BCP 47 tag that the person chose, or null for the browser's. */
  readonly locale: string | null;
  readonly look: Look;
  /** Colleagues see what is open here. */
  readonly presence: boolean;
  readonly policy: Policy;
  /** While it is locked, this state names no desk and nothing in one. */
  readonly lock: LockState;
  /** Keys without Ctrl or Alt work. */
  readonly singleKeys: boolean;
  /** What was saved without a surface, in the last minutes and still there: one that opens offers to take it back. */
  readonly captured: { readonly desk: string; readonly record: string; readonly title: string } | null;
  /** Commands that could not be applied; kept, shown, never in the way. */
  readonly setAside: readonly {
    readonly id: string;
    readonly desk: string;
    readonly at: string;
    readonly what: string;
    readonly why: string;
  }[];
}

/** What is kept in this browser. Sizes in bytes, as the browser estimates them; null where it does not say. */
export interface Kept {
  readonly used: number | null;
  readonly quota: number | null;
  /** The browser will not remove it by itself when its disk runs low. */
  readonly persisted: boolean;
  readonly desks: readonly {
    readonly id: string;
    readonly records: number;
    /** Changes that are on this device alone. */
    readonly unsent: number;
  }[];
}
