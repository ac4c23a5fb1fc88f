import type { Scalar } from "../../../shared/documents/command.ts";
import type { FieldDefinition } from "../../../shared/records/define.ts";
import type { Member } from "../../port/surface.ts";
import { sayPhone } from "../state/phone.ts";
import { sayPast, wallClock } from "../state/times.ts";
import type { Words } from "../state/words.ts";
import type { PrincipalInfo } from "./principal.tsx";

/** What is needed to say a value: the words, the time, and the names behind ids. */
export interface Names {
  readonly words: Words;
  readonly now: number;
  readonly members: readonly Member[];
  readonly principals: readonly PrincipalInfo[];
}

const LONGEST = 80;

/** A field's value as a person would read it; "–" for none. */
export function sayValue(
  field: FieldDefinition | undefined,
  value: Scalar,
  { words, now, members, principals }: Names,
): string {
  if (value === null || value === "") return words.say("value.none");
  if (typeof value === "boolean") return words.say(value ? "value.yes" : "value.no");
  if (typeof value === "number") return new Intl.NumberFormat(words.formats.value).format(value);
  switch (field?.type) {
    case "choice": {
      const option = Object.hasOwn(field.options ?? {}, value) ? field.options?.[value] : undefined;
      return option ? words.name(option) : value;
    }
    case "instant":
    case "date":
      return sayPast(value, now, words.formats.value);
    case "member":
      return members.find(({ id }) => id === value)?.name ?? words.say("member.unknown");
    case "record":
      return principals.find(({ id }) => id === value)?.name ?? words.say("value.record");
    case "phone":
      return sayPhone(value, words);
    case "line": {
      const { day, hour } = /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(value)
        ? wallClock(value, words.formats.value)
        : { day: "", hour: "" };
      if (day) return [day, hour].filter(Boolean).join(" ");
      return value.length > LONGEST ? `${value.slice(0, LONGEST).trimEnd()}…` : value;
    }
    default:
      return value.length > LONGEST ? `${value.slice(0, LONGEST).trimEnd()}…` : value;
  }
}
