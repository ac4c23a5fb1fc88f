import type { Scalar } from "../../../shared/documents/command.ts";
import type { FieldDefinition, ListDefinition } from "../../../shared/records/define.ts";
import type { FormField } from "../../../shared/records/form.ts";
import type { Member } from "../../port/surface.ts";
import { sayMoney } from "../state/money.ts";
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

type Fields = Readonly<Record<string, Scalar>>;

/**
 * A field's value as a person would read it; "–" for none.
 * @param beside the values that stand with it, for a sum's currency
 */
export function sayValue(
  field: FieldDefinition | undefined,
  value: Scalar,
  { words, now, members, principals }: Names,
  beside: Fields = {},
): string {
  if (value === null || value === "") return words.say("value.none");
  if (typeof value === "boolean") return words.say(value ? "value.yes" : "value.no");
  if (typeof value === "number") {
    const currency = String((field?.currency && beside[field.currency]) ?? "").toUpperCase();
    return sayMoney({ amount: value, currency }, words.formats.value);
  }
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

/** Whether a field is a currency that is said with its sum. */
export const isSaidInSum = (name: string, fields: readonly FormField[], values: Fields): boolean =>
  fields.some(({ name: sum, currency }) => currency === name && (values[sum] ?? "") !== "");

/** An item of a list in one line, of the fields that its definition names for that. */
export const sayItem = (list: ListDefinition, values: Fields, names: Names): string =>
  [list.named, list.line]
    .map((fields) => sayFields(list, fields, values, names))
    .filter(Boolean)
    .join(" · ");

/** Some fields of a list's item in one line; those that are empty are left out. */
export function sayFields(
  list: ListDefinition,
  fields: readonly string[],
  values: Fields,
  names: Names,
): string {
  const say = (name: string) => sayValue(list.item[name], values[name] ?? null, names, values);
  return fields
    .filter((name) => (values[name] ?? "") !== "")
    .map((name) => {
      const end = list.item[name]?.end;
      return end && (values[end] ?? "") !== ""
        ? `${say(name)} – ${untilAfter(say(name), say(end))}`
        : say(name);
    })
    .join(" · ");
}

/** The end of a time without the day on which it began already: "Sat 5 Dec 13:05" and "Sat 5 Dec 15:00" end at 15:00. */
function untilAfter(start: string, end: string): string {
  const day = /^(.*\D)\d{1,2}[:.]\d{2}(?:\s\S+)?$/u.exec(start)?.[1];
  return day && end.startsWith(day) ? end.slice(day.length) : end;
}
