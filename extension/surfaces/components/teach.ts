import type { Key } from "../../locales/catalogue.ts";
import type { Words } from "../state/words.ts";

const TEACH = {
  call: "teach.call",
  message: "teach.message",
  reply: "teach.reply",
  trip: "teach.trip",
  task: "teach.task",
  contact: "teach.contact",
  principal: "principals.why",
  template: "templates.why",
} as const satisfies Readonly<Record<string, Key>>;

/** What an empty list of a kind is for, and how something comes into it; nothing for a kind of a later version. */
export function teach(words: Words, kind: string): string | undefined {
  return Object.hasOwn(TEACH, kind) ? words.say(TEACH[kind as keyof typeof TEACH]) : undefined;
}
