import type { Anchor } from "../mail-page.ts";

/** Every selector for Outlook, with what it finds on the recorded pages. */
export const outlook = {
  conversation: {
    css: "#ConversationReadingPaneContainer",
    kind: "S",
    counts: { list: 0, thread: 1, six: 1, reply: 1, newMail: 0 },
  },
  /** One message alone: a deep link or a pop-out. */
  item: {
    css: "#ItemReadingPaneContainer",
    kind: "S",
    counts: { list: 0, thread: 0, six: 0, reply: 0, newMail: 0 },
  },
  selected: {
    css: "[role=option][data-convid][aria-selected=true]",
    kind: "S",
    counts: { list: 0, thread: 1, six: 1, reply: 1, newMail: 0 },
  },
  /** Conversations in the list: only to see that this is Outlook. */
  row: {
    css: "[role=option][data-convid]",
    kind: "S",
    counts: { list: 8, thread: 8, six: 8, reply: 8, newMail: 8 },
  },
  subject: {
    css: '[id^="CONV_"][id$="_SUBJECT"]',
    kind: "S",
    counts: { list: 0, thread: 1, six: 1, reply: 1, newMail: 0 },
  },
  /** In a pane without the former: the first that is in no message (dates are headings too). */
  heading: { css: "[role=heading]", kind: "S", counts: { list: 0, thread: 4, six: 7, reply: 4, newMail: 0 } },
  body: {
    css: '[id^="UniqueMessageBody"]',
    kind: "S",
    counts: { list: 0, thread: 3, six: 2, reply: 3, newMail: 0 },
  },
  document: {
    css: "[role=document]",
    kind: "S",
    counts: { list: 0, thread: 3, six: 2, reply: 3, newMail: 0 },
  },
  sender: {
    css: '[id^="MSG_"][id$="_FROM"]',
    kind: "S",
    counts: { list: 0, thread: 3, six: 6, reply: 3, newMail: 0 },
  },
  recipients: {
    css: '[data-testid="RecipientWell"]',
    kind: "S",
    counts: { list: 0, thread: 3, six: 2, reply: 3, newMail: 0 },
  },
  date: {
    css: '[data-testid="SentReceivedSavedTime"], [id^="MSG_"][id$="_DATETIME"]',
    kind: "S",
    counts: { list: 0, thread: 3, six: 6, reply: 3, newMail: 0 },
  },
  attachment: {
    css: "[role=listbox] [role=option] [title]",
    kind: "S",
    counts: { list: 0, thread: 2, six: 0, reply: 2, newMail: 0 },
  },
  /** Where the quoted mail begins; Outlook writes `x_` before the ids and classes of a mail that it shows. */
  quoteStart: {
    css: '[id$="divRplyFwdMsg"], [id$="appendonsend"]',
    kind: "S",
    counts: { list: 0, thread: 2, six: 1, reply: 2, newMail: 0 },
  },
  quote: {
    css: '[class*="gmail_quote"]',
    kind: "C",
    counts: { list: 0, thread: 0, six: 0, reply: 0, newMail: 0 },
  },
  editor: {
    css: "[data-app-section=MailReadCompose] [contenteditable=true][role=textbox]",
    kind: "S",
    counts: { list: 0, thread: 0, six: 0, reply: 1, newMail: 1 },
  },
  editorParent: {
    css: '[id^="editorParent_"]',
    kind: "S",
    counts: { list: 0, thread: 0, six: 0, reply: 1, newMail: 1 },
  },
  replyIcon: {
    css: "[data-icon-name=ArrowReplyRegular]",
    kind: "S",
    counts: { list: 0, thread: 3, six: 2, reply: 3, newMail: 0 },
  },
  mailbox: {
    css: '[id^="primaryMailboxRoot_"][data-folder-name]',
    kind: "S",
    counts: { list: 1, thread: 1, six: 1, reply: 1, newMail: 1 },
  },
  me: { css: "#O365_MainLink_Me", kind: "S", counts: { list: 1, thread: 1, six: 1, reply: 1, newMail: 1 } },
} satisfies Record<string, Anchor>;
