import type { Scalar } from "../../../shared/documents/command.ts";
import type { KindDefinition } from "../../../shared/records/define.ts";
import type { Words } from "../state/words.ts";

/** As much of a name as a notice says of it. */
const LONGEST_SAID = 40;

/** What was saved, by what it is and whom it names: of two notices each says which of them its Undo takes back. */
export function sayCaptured(
  words: Words,
  { label, row }: KindDefinition,
  fields: Readonly<Record<string, Scalar>>,
) {
  const titles = row.title.map((name) => fields[name]);
  const title = titles.find((each): each is string => typeof each === "string" && each !== "") ?? "";
  const short = title.length > LONGEST_SAID ? `${title.slice(0, LONGEST_SAID).toWellFormed()}…` : title;
  return words.say("captured.saved", { title: [words.name(label), short].filter(Boolean).join(" · ") });
}
