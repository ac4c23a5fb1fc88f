import {
  type PageReport,
  type ReportedMessage,
  reportAddressLimit,
  reportAttachmentLimit,
  reportMessageLimit,
  reportTextLimit,
} from "../port/page.ts";
import type { MailPage, OpenMessage } from "./mail-page.ts";

/**
 * What is open, within the limits of the port. Of a long thread the newest messages are told first; text that no
 * longer fits is cut, which `textCut` and `messagesLeftOut` say.
 */
export function pageReport(page: MailPage): PageReport {
  const thread = page.openThread();
  return {
    type: "page",
    provider: page.provider,
    account: page.account(),
    recognised: page.recognised(),
    thread: thread && {
      threadId: thread.threadId,
      idKind: thread.idKind,
      subject: thread.subject?.slice(0, 2000) ?? null,
      ...newestMessages(thread.messages),
      url: thread.url.slice(0, 4000),
    },
    composeBoxes: page
      .composeBoxes()
      .slice(0, 20)
      .map(({ id, kind, threadId }) => ({ id, kind, threadId })),
  };
}

function newestMessages(messages: readonly OpenMessage[]): {
  messages: ReportedMessage[];
  messagesLeftOut: number;
} {
  let left = reportTextLimit;
  const told = messages.slice(-reportMessageLimit).reverse();
  const reported = told.map((message): ReportedMessage => {
    const text = message.text === null ? null : cut(message.text, left);
    left -= text?.length ?? 0;
    return {
      messageId: message.messageId,
      from: message.from && address(message.from),
      to: message.to.slice(0, reportAddressLimit).map(address),
      date: message.date?.slice(0, 200) ?? null,
      text,
      textCut: text !== message.text,
      collapsed: message.collapsed,
      clipped: message.clipped,
      attachments: message.attachments.slice(0, reportAttachmentLimit).map(({ name, type, url }) => ({
        name: name.slice(0, 500),
        type: type?.slice(0, 200) ?? null,
        url: url === null || url.length > 2000 ? null : url,
      })),
    };
  });
  return { messages: reported.reverse(), messagesLeftOut: messages.length - told.length };
}

const address = ({ name, email }: { name: string; email: string | null }) => ({
  name: name.slice(0, 300),
  email: email === null || email.length > 320 ? null : email,
});

/** The beginning of a text, without half a character at its end. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const splitsPair = /[\ud800-\udbff]/.test(text[length - 1] ?? "");
  return text.slice(0, Math.max(0, splitsPair ? length - 1 : length));
}
