/** What the rest of Sidedesk knows of a webmail page. `gmail/page.ts` and `outlook/page.ts` implement it. */
export interface MailPage {
  readonly provider: "gmail" | "outlook";
  /** The mailbox's address; null where the page does not show exactly one. */
  account(): string | null;
  /** Whether anything of the webmail's layout is there: false after a redesign, or before the page has loaded. */
  recognised(): boolean;
  /** What is open to read; null where nothing is, or where two threads would be. */
  openThread(): OpenThread | null;
  /** The boxes in which a mail is being written and that can be seen. */
  composeBoxes(): ComposeBox[];
  /**
   * Puts plain text at the start of a compose box, before what is written there. It goes into a reply box of
   * `target.threadId`; without a target into the reply box of the open thread, else into the only open box.
   */
  insertDraft(draft: Draft, target?: { threadId: string }): Promise<InsertResult>;
  /** Opens the reply box of the open thread, or gives the one that is open; waits for it three seconds at most. */
  openReply(): Promise<InsertResult>;
  /** Calls `onChange` when what is open or being written has changed, until `signal` aborts. */
  watch(onChange: () => void, signal: AbortSignal): void;
}

export interface OpenThread {
  /** The provider's API id; null where it is missing, local only or ambiguous. */
  readonly threadId: string | null;
  readonly idKind: "gmail-hex" | "outlook-conversation" | "outlook-item";
  readonly subject: string | null;
  /** As in the page, first to last. */
  readonly messages: readonly OpenMessage[];
  readonly url: string;
}

export interface Address {
  readonly name: string;
  readonly email: string | null;
}

export interface OpenMessage {
  /** The provider's API id; null where the page does not show it. */
  readonly messageId: string | null;
  readonly from: Address | null;
  readonly to: readonly Address[];
  /** As shown, in the page's language. */
  readonly date: string | null;
  /** What can be seen of the body (see `visibleText`), without quoted mail; null for a collapsed message. */
  readonly text: string | null;
  readonly collapsed: boolean;
  /** The webmail shows only the beginning of it. */
  readonly clipped: boolean;
  readonly attachments: readonly {
    readonly name: string;
    readonly type: string | null;
    readonly url: string | null;
  }[];
}

export interface ComposeBox {
  readonly id: string;
  readonly kind: "reply" | "new";
  /** The thread that is answered, where the box itself says so. */
  readonly threadId: string | null;
  /** It stands inside the open thread. */
  readonly inOpenThread: boolean;
  readonly editor: HTMLElement;
  readonly subjectInput: HTMLInputElement | null;
}

export interface Draft {
  readonly subject?: string | undefined;
  /** Plain text, lines separated by \n. */
  readonly body: string;
}

export type InsertResult =
  | { readonly ok: true; readonly box: ComposeBox; readonly subjectSet: boolean }
  | {
      readonly ok: false;
      readonly reason: "no-compose-box" | "ambiguous" | "refused";
      readonly detail: string;
    };

/**
 * One way to find something in a webmail. `kind`: S semantic or data attribute, C obfuscated class, L localised label.
 * `counts` is how many elements match on each recorded page (test/fixtures/webmail), which a test compares.
 */
export interface Anchor {
  readonly css: string;
  readonly kind: "S" | "C" | "S+C" | "C+L";
  readonly counts: Readonly<Record<RecordedPage, number>>;
}

/** A list; a thread of three messages; one of six with four collapsed; the first with its reply box; a new mail over the list. */
export type RecordedPage = "list" | "thread" | "six" | "reply" | "newMail";
