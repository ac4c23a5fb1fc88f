import { fieldOf, type KindDefinition } from "../../../shared/records/define.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { doneState } from "../../../shared/records/moves.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { summarise } from "../../../shared/records/summarise.ts";
import type { Member } from "../../port/surface.ts";
import { KEYMAP, type KeyId } from "../keys/keymap.ts";
import { type Choosing, phoneOf } from "../keys/record-keys.ts";
import { capital } from "../state/capital.ts";
import { isCall, leadsOn } from "../state/follow.ts";
import { sayPhone } from "../state/phone.ts";
import type { Surface } from "../state/surface.tsx";
import { fullMoment, sayDue } from "../state/times.ts";
import type { Choice } from "./choices.ts";

const MONDAY = 1;

type Says = Pick<Surface, "words" | "act" | "me" | "now" | "desk" | "keys">;

/** What a record can become: whose it is, its next states, when it is due; and its number to call. */
export function recordChoices(surface: Says, record: DeskRecord, only: Choosing | "all"): Choice[] {
  const kind = kindOf(record.kind);
  if (!kind) return [];
  const group = summarise(record).title || surface.words.name(kind.label);
  const first = only !== "all";
  const wants = (what: Choosing) =>
    (only === "all" || only === what) && surface.keys.allowed(`record.${what}`);
  const made = [
    ...(only === "all" ? atOnce(surface, record, kind) : []),
    ...(wants("assign") ? assignees(surface, record, first) : []),
    ...(wants("status") ? states(surface, record, kind, first) : []),
    ...(wants("due") ? dues(surface, record) : []),
  ];
  return made.map((choice) => ({ group, first, ...choice }));
}

type Made = Omit<Choice, "group">;

function assignees({ words, act, desk }: Says, record: DeskRecord, alone: boolean): Made[] {
  const mine = record.fields.assignee;
  const give = (member: Member | null) =>
    act(
      [{ do: "set", record: record.id, field: "assignee", value: member?.id ?? null }],
      member
        ? member.me
          ? words.say("row.claimed")
          : words.say("assign.given", { name: member.name })
        : words.say("row.released"),
    );
  const members = (desk.peek()?.members ?? []).filter(({ id, removed }) => !removed && id !== mine);
  const named = members.map((member) => {
    const name = member.me ? words.say("member.me", { name: member.name }) : member.name;
    return {
      id: `assign ${member.id}`,
      label: alone ? name : words.say("palette.assign", { name }),
      run: () => give(member),
    };
  });
  return mine
    ? [...named, { id: "assign nobody", label: words.say("assign.nobody"), run: () => give(null) }]
    : named;
}

function states({ words, act }: Says, record: DeskRecord, kind: KindDefinition, alone: boolean): Made[] {
  const status = String(record.fields.status ?? kind.initial);
  return (kind.states[status]?.next ?? []).flatMap((name) => {
    const state = kind.states[name];
    if (!state) return [];
    const label = words.name(state.label);
    return {
      id: `status ${name}`,
      label: alone ? label : words.say("palette.status", { state: label }),
      also: [state.label.en],
      run: () =>
        act(
          [{ do: "set", record: record.id, field: "status", value: name }],
          words.say("record.nowIs", { state: label }),
        ),
    };
  });
}

/** A day of this device's calendar, so many days from now. */
function dayFrom(now: number, days: number): string {
  const at = new Date(now);
  const day = new Date(at.getFullYear(), at.getMonth(), at.getDate() + days);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function dues(surface: Says, record: DeskRecord): Made[] {
  const name = dueField(record);
  if (!name) return [];
  const now = surface.now.peek();
  const toMonday = (MONDAY + 7 - new Date(now).getDay()) % 7 || 7;
  const days = [...new Set([0, 1, toMonday, 7, 14])].sort((one, other) => one - other);
  const choices = days.map((after) => dueChoice(surface, record, name, dayFrom(now, after)));
  return record.fields[name] ? [...choices, dueChoice(surface, record, name, null)] : choices;
}

/** Makes a record due at a date or instant (RFC 3339), or never. */
export function dueChoice(
  { words, act, now }: Says,
  record: DeskRecord,
  field: string,
  value: string | null,
): Made {
  const locale = words.formats.peek();
  const time = value === null ? "" : sayDue(value, now.peek(), locale, true).text;
  return {
    id: `due ${value}`,
    label: value === null ? words.say("palette.notDue") : words.say("palette.due", { time }),
    ...(value === null ? {} : { under: fullMoment(value, locale) }),
    run: () =>
      act(
        [{ do: "set", record: record.id, field, value }],
        value === null ? words.say("palette.notDue") : words.say("palette.due", { time }),
      ),
  };
}

/** What its keys do: done in one press, or chosen from a list. */
function atOnce({ words, me, keys }: Says, record: DeskRecord, kind: KindDefinition): Made[] {
  const { fields } = record;
  const mine = me.peek()?.id === fields.assignee;
  const number = phoneOf(record);
  const done = doneState(kind, String(fields.status ?? kind.initial));
  const offers: readonly (readonly [KeyId, string] | false)[] = [
    ["record.claim", words.say(mine ? "palette.release" : "row.claim")],
    done !== undefined && ["record.done", words.name(kind.states[done]?.label ?? kind.label)],
    ["record.assign", `${words.say(KEYMAP["record.assign"].says)}…`],
    ["record.status", `${words.say(KEYMAP["record.status"].says)}…`],
    dueField(record) !== undefined && ["record.due", `${words.say(KEYMAP["record.due"].says)}…`],
    leadsOn(record) && ["record.task", words.say("follow.task")],
    isCall(record) && ["record.message", words.say("follow.message")],
    number !== null && ["record.call", words.say("palette.call", { number: sayPhone(number, words) })],
  ];
  return offers.flatMap((offer) => {
    if (!offer || !keys.allowed(offer[0])) return [];
    const [id, label] = offer;
    return {
      id,
      label: capital(label, words.locale.peek()),
      chord: keys.chord(id),
      first: true,
      run: () => keys.run(id),
    };
  });
}

/** The field that says by when a record is to be done; undefined where its kind has none. */
export function dueField({ kind }: DeskRecord): string | undefined {
  const definition = kindOf(kind);
  const name = definition?.row.due;
  // A day or a moment by choice: the day on which a journey begins is no deadline.
  return definition && name && fieldOf(definition, name)?.orDate ? name : undefined;
}
