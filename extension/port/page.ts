/**
 * What the content script in a webmail page and the background say to each other, over one `runtime.connect` port
 * named "page".
 *
 * page → background: `PageReport` when what is open has changed, and one `PageReply` for each request.
 * background → page: `PageRequest`.
 *
 * The page is not trusted: the background checks what arrives against `pageMessageSchema`.
 */
import * as v from "valibot";

/** The port's name. */
export const pagePort = "page";

/** Most characters (UTF-16 units) of message text in one report; what is beyond is cut and `textCut` says so. */
export const reportTextLimit = 200_000;
/** Most messages in one report, the newest; `messagesLeftOut` counts the rest. */
export const reportMessageLimit = 100;
/** Most addressees of one message. */
export const reportAddressLimit = 100;
/** Most attachments of one message. */
export const reportAttachmentLimit = 50;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const list = <const S extends v.GenericSchema>(item: S, max: number) =>
  v.pipe(v.array(item), v.maxLength(max));

const addressSchema = v.strictObject({ name: text(300), email: v.nullable(text(320)) });

const messageSchema = v.strictObject({
  /** The provider's API id of the message; null where the page does not show it. */
  messageId: v.nullable(text(400)),
  from: v.nullable(addressSchema),
  to: list(addressSchema, reportAddressLimit),
  /** As the page shows it, in the page's language. */
  date: v.nullable(text(200)),
  /** The visible text without quoted mail; null for a collapsed message. */
  text: v.nullable(text(reportTextLimit)),
  /** Text was left out here to keep the report small. */
  textCut: v.boolean(),
  collapsed: v.boolean(),
  /** The webmail itself shows only the beginning ("Message clipped"). */
  clipped: v.boolean(),
  attachments: list(
    v.strictObject({ name: text(500), type: v.nullable(text(200)), url: v.nullable(text(2000)) }),
    reportAttachmentLimit,
  ),
});

const threadSchema = v.strictObject({
  /** The provider's API id; null where it is missing or ambiguous, never a guess. */
  threadId: v.nullable(text(400)),
  idKind: v.picklist(["gmail-hex", "outlook-conversation", "outlook-item"]),
  subject: v.nullable(text(2000)),
  messages: list(messageSchema, reportMessageLimit),
  messagesLeftOut: v.pipe(v.number(), v.integer(), v.minValue(0)),
  url: text(4000),
});

const reportSchema = v.strictObject({
  type: v.literal("page"),
  provider: v.picklist(["gmail", "outlook"]),
  account: v.nullable(text(320)),
  /** False where nothing of the webmail's layout was found: say so instead of showing an empty mail. */
  recognised: v.boolean(),
  thread: v.nullable(threadSchema),
  composeBoxes: list(
    v.strictObject({
      id: text(400),
      kind: v.picklist(["reply", "new"]),
      threadId: v.nullable(text(400)),
    }),
    20,
  ),
});

const failureReasons = ["no-compose-box", "ambiguous", "refused"] as const;

const replySchema = v.variant("ok", [
  v.strictObject({
    type: v.literal("reply"),
    id: v.number(),
    ok: v.literal(true),
    /** Of a new mail: whether its subject was empty and is now the draft's. */
    subjectSet: v.boolean(),
  }),
  v.strictObject({
    type: v.literal("reply"),
    id: v.number(),
    ok: v.literal(false),
    reason: v.picklist(failureReasons),
    detail: text(1000),
  }),
]);

/** What the background accepts from a page. */
export const pageMessageSchema = v.union([reportSchema, replySchema]);

/** What the content script accepts from the background. */
export const pageRequestSchema = v.variant("type", [
  v.strictObject({
    type: v.literal("insertDraft"),
    id: v.number(),
    subject: v.optional(text(1000)),
    /** Plain text, lines separated by \n. */
    body: text(100_000),
    /** The thread that the draft answers: it then goes into a reply box of that thread or nowhere. */
    threadId: v.optional(text(400)),
    /** Opens the reply box of the open thread when none is open. */
    mayOpenReply: v.optional(v.boolean()),
  }),
  v.strictObject({ type: v.literal("openReply"), id: v.number() }),
  /** Shows, hides or toggles the sidebar; `focus` shows it and moves the keyboard there. */
  v.strictObject({
    type: v.literal("sidebar"),
    id: v.number(),
    action: v.picklist(["open", "close", "toggle", "focus"]),
  }),
]);

export type PageReport = v.InferOutput<typeof reportSchema>;
export type PageReply = v.InferOutput<typeof replySchema>;
export type PageRequest = v.InferOutput<typeof pageRequestSchema>;
export type ReportedMessage = v.InferOutput<typeof messageSchema>;
