import type { PageReport, ReportedMessage } from "../../port/page.ts";

/** Whether a box is open that answers the open thread; one that does not say what it answers stands in the thread. */
export function isAnswering(report: PageReport | null): boolean {
  const id = report?.thread?.threadId;
  return (report?.composeBoxes ?? []).some(
    ({ kind, threadId }) => kind === "reply" && (threadId === null || !id || threadId === id),
  );
}

/** The newest message with text on the page. */
export function openMessage(report: PageReport | null): ReportedMessage | null {
  return report?.thread?.messages.findLast(({ text, collapsed }) => text !== null && !collapsed) ?? null;
}

/** A text of a mail in a field that takes fewer letters than mails may have. */
export const cutTo = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;

/** Who wrote last from outside, or null. */
export function writerOf(
  report: PageReport | null,
): { readonly name: string; readonly email: string | null } | null {
  const own = report?.account?.toLowerCase();
  const messages = report?.thread?.messages ?? [];
  const outside = messages.findLast(
    ({ from }) => from !== null && (!own || from.email?.toLowerCase() !== own),
  );
  return (outside ?? messages.at(-1))?.from ?? null;
}
