import type { Anchor } from "../mail-page.ts";

/** Every selector for Gmail, with what it finds on the recorded pages. */
export const gmail = {
  /** A view; several stay in the DOM, hidden. */
  view: { css: "div[role=main]", kind: "S", counts: { list: 1, thread: 1, six: 1, reply: 1, newMail: 1 } },
  row: {
    css: "tr.zA span[data-thread-id]",
    kind: "S+C",
    counts: { list: 8, thread: 0, six: 0, reply: 0, newMail: 8 },
  },
  subject: { css: "h2.hP", kind: "C", counts: { list: 0, thread: 1, six: 1, reply: 1, newMail: 0 } },
  message: {
    css: "[data-message-id], [data-legacy-message-id]",
    kind: "S",
    counts: { list: 0, thread: 3, six: 6, reply: 3, newMail: 0 },
  },
  /** What holds a message and says whether it is collapsed. */
  item: {
    css: "div[role=listitem][aria-expanded]",
    kind: "S",
    counts: { list: 0, thread: 3, six: 6, reply: 3, newMail: 0 },
  },
  sender: {
    css: "span.gD[email], td.gF span[email]",
    kind: "S+C",
    counts: { list: 0, thread: 3, six: 6, reply: 3, newMail: 0 },
  },
  recipient: {
    css: ".hb span[email], span.g2[email]",
    kind: "S+C",
    counts: { list: 0, thread: 4, six: 3, reply: 4, newMail: 0 },
  },
  date: { css: "span.g3", kind: "C", counts: { list: 0, thread: 3, six: 6, reply: 3, newMail: 0 } },
  body: { css: "div.ii.gt div.a3s", kind: "C", counts: { list: 0, thread: 3, six: 2, reply: 3, newMail: 0 } },
  quote: { css: ".gmail_quote", kind: "C", counts: { list: 0, thread: 2, six: 1, reply: 2, newMail: 0 } },
  /** "Message clipped", inside the body. */
  clipped: { css: ".iX", kind: "C", counts: { list: 0, thread: 0, six: 0, reply: 0, newMail: 0 } },
  attachment: {
    css: "span.aZo[download_url]",
    kind: "S+C",
    counts: { list: 0, thread: 2, six: 0, reply: 2, newMail: 0 },
  },
  replyBox: {
    css: "div[role=region][data-compose-id]",
    kind: "S",
    counts: { list: 0, thread: 0, six: 0, reply: 1, newMail: 0 },
  },
  dialog: {
    css: "div[role=dialog]:has(input[name=composeid])",
    kind: "S",
    counts: { list: 0, thread: 0, six: 0, reply: 0, newMail: 1 },
  },
  editor: {
    css: "[g_editable=true][role=textbox], [contenteditable=true][role=textbox]",
    kind: "S",
    counts: { list: 0, thread: 0, six: 0, reply: 1, newMail: 1 },
  },
  composeId: {
    css: "input[name=composeid]",
    kind: "S",
    counts: { list: 0, thread: 0, six: 0, reply: 0, newMail: 1 },
  },
  /** The thread that a box answers, as `#thread-f:<decimal>`. */
  repliesTo: {
    css: "input[name=rt]",
    kind: "S",
    counts: { list: 0, thread: 0, six: 0, reply: 1, newMail: 0 },
  },
  subjectInput: {
    css: "input[name=subjectbox]",
    kind: "S",
    counts: { list: 0, thread: 0, six: 0, reply: 0, newMail: 1 },
  },
  /** Reply, reply all, forward under the last message, in this order; the page hides them while a reply is open. */
  answers: {
    css: ".amn [role=link]",
    kind: "C+L",
    counts: { list: 0, thread: 3, six: 3, reply: 3, newMail: 0 },
  },
  replyInHead: { css: ".T-I.aaq", kind: "C", counts: { list: 0, thread: 3, six: 2, reply: 3, newMail: 0 } },
  account: {
    css: 'a[aria-label*="@"]',
    kind: "S",
    counts: { list: 1, thread: 1, six: 1, reply: 1, newMail: 1 },
  },
} satisfies Record<string, Anchor>;
