import { principal } from "../../../shared/records/principal.ts";
import { template } from "../../../shared/records/template.ts";
import type { Words } from "../state/words.ts";

/** The parts of the options, in their order. Each is the page's address behind `#`. */
export const PARTS = [
  "desk",
  "members",
  "principals",
  "templates",
  "language",
  "look",
  "shortcuts",
  "lock",
  "data",
  "about",
] as const;
export type Part = (typeof PARTS)[number];

/** What concerns the browser rather than a desk: it is there before any desk is. */
export const DESKLESS: readonly Part[] = ["language", "look", "shortcuts", "lock", "data", "about"];

/** Reads the part of an address behind `#`; the first that there is where it names none. */
export function readPart(hash: string, there: readonly Part[] = PARTS): Part {
  return there.find((part) => `#${part}` === hash) ?? there[0] ?? "about";
}

/** What the parts are called. */
export const partNames = (words: Words): Readonly<Record<Part, string>> => ({
  desk: words.say("options.desk"),
  members: words.say("nav.members"),
  principals: words.name(principal.plural),
  templates: words.name(template.plural),
  language: words.say("language.title"),
  look: words.say("options.look"),
  shortcuts: words.say("options.shortcuts"),
  lock: words.say("lock.title"),
  data: words.say("options.data"),
  about: words.say("options.about"),
});
