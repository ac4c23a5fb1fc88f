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

/** Somebody as a mail names them. */
export interface Correspondent {
  readonly name: string;
  readonly email: string | null;
}

const keyOf = ({ name, email }: Correspondent) => (email ?? name).toLowerCase();

/** Everyone on the open thread but the mailbox's own person, each once: the writer first, then as the mails name them. */
export function peopleOn(report: PageReport | null): readonly Correspondent[] {
  const own = report?.account?.toLowerCase();
  const writer = writerOf(report);
  const named = (report?.thread?.messages ?? []).flatMap(({ from, to }) => [...(from ? [from] : []), ...to]);
  const people = new Map<string, Correspondent>(writer ? [[keyOf(writer), writer]] : []);
  for (const each of named) {
    const key = keyOf(each);
    if (key !== "" && key !== own && !people.has(key))
      people.set(key, { name: each.name, email: each.email });
  }
  return [...people.values()];
}

/** Who wrote last from outside, or null. */
export function writerOf(report: PageReport | null): Correspondent | null {
  const own = report?.account?.toLowerCase();
  const messages = report?.thread?.messages ?? [];
  const outside = messages.findLast(
    ({ from }) => from !== null && (!own || from.email?.toLowerCase() !== own),
  );
  return (outside ?? messages.at(-1))?.from ?? null;
}
