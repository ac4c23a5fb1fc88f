import { KINDS, type Kinds, kindOf } from "./kinds.ts";
import { personKey } from "./person-keys.ts";
import type { DeskRecord } from "./record.ts";

/** Whom a record is about, as far as it tells. */
export interface RecordPerson {
  /** `""` where it names nobody. */
  readonly name: string;
  readonly organization: string;
  /** E.164 numbers and addresses in small letters, each once. */
  readonly reach: readonly string[];
}

/**
 * RFC 5322's name-addr, as far as people write it: a name, then the address in angle brackets. A name may have a comma,
 * as offices write them ("Caller, Sample"); what has an address in it is another person before this one.
 */
const NAME_ADDRESS = /^\s*"?([^"<>@;]*?)"?\s*<([^<>]+)>/;

/** The person outside the desk whom a record is about; null where it tells of none. */
export function personOf(record: DeskRecord, kinds: Kinds = KINDS): RecordPerson | null {
  const told = kindOf(record.kind, kinds)?.person;
  if (!told) return null;
  const line = (field: string | undefined): string => {
    const value = field && Object.hasOwn(record.fields, field) ? record.fields[field] : null;
    return typeof value === "string" ? value.replaceAll(/\s+/gu, " ").trim() : "";
  };
  let name = line(told.name);
  const reach = new Set<string>();
  for (const field of told.reach) {
    const [first = ""] = line(field).split(/[,;](?!ext=)/);
    const [, beside = "", address = first] = NAME_ADDRESS.exec(line(field)) ?? [];
    const key = personKey(address);
    if (key) reach.add(key);
    if (name === "") name = beside;
  }
  return name === "" && reach.size === 0
    ? null
    : { name, organization: line(told.organization), reach: [...reach] };
}
