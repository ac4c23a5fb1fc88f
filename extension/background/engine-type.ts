import type { Command } from "../../shared/documents/command.ts";
import type { Answers } from "../port/surface.ts";
import type { Change } from "./change.ts";
import type { DeskContents } from "./desks/contents.ts";
import type { DeskDirectory } from "./desks/directory.ts";
import type { DeskMembers } from "./desks/members.ts";
import type { Lock } from "./lock/lock.ts";
import type { Preferences } from "./preferences.ts";
import type { DeskQuery } from "./queries/answers.ts";
import type { Scratch } from "./work/scratch.ts";

/** What the background does for a surface, a page and the browser; `createEngine` makes one. */
export interface Engine extends Scratch {
  /** This device on a desk, hex: another one on each. Throws ExpectedError `no-desk`. */
  deviceOn(desk: string): Promise<string>;
  /** Whom this device belongs to on a desk: the hex id that their work is assigned to. */
  personOn(desk: string): Promise<string>;
  readonly desks: DeskDirectory;
  readonly members: DeskMembers;
  readonly contents: DeskContents;
  readonly preferences: Preferences;
  readonly lock: Lock;
  /** Durable when it resolves; the documents follow by themselves. */
  submit(desk: string, commands: readonly Command[]): Promise<{ undo: readonly Command[] }>;
  /** Throws ExpectedError `locked` while it is locked, but to the question of the state, which then names no desk. */
  answer<Q extends DeskQuery>(query: Q): Promise<Answers[Q["q"]]>;
  /** A person is about to search: what the first search of a worker's life reads is read now. */
  prepareSearch(desk: string): Promise<void>;
  onChange(listener: (change: Change) => void): () => void;
  /** Takes up what an earlier life left: journals, outboxes, connections. */
  start(): Promise<void>;
  reconnect(): void;
  /** A person asks to try now, also where the sync had stopped. */
  syncNow(desk: string): void;
  /** Reads the server's log from its beginning, and sends it whatever of this device's work it lacks. */
  syncAnew(desk: string): Promise<void>;
  /** The person has read which desks are gone from this browser. */
  dismissLost(): Promise<void>;
  /** The person has read what could not be. */
  dismissUnread(desk: string): Promise<void>;
  /** Takes everything out of this browser, and ends. */
  eraseAll(): Promise<void>;
  /** What the organisation has set may have changed: desks are connected anew, or no longer. */
  policyChanged(): Promise<void>;
  /** Remembers for a while what was saved without a surface, for the next one to offer it back. */
  rememberCaptured(desk: string, record: string): Promise<void>;
  dismissSetAside(command: string): Promise<void>;
  /** Resolves when everything that was journaled is in its document, and tidied up behind it. */
  settled(): Promise<void>;
  close(): void;
}
