import type { Action } from "../../../shared/documents/command.ts";
import { type FieldDefinition, fieldOf, type KindDefinition } from "../../../shared/records/define.ts";
import type { DeskRecord, HistoryEntry } from "../../../shared/records/record.ts";
import type { InName } from "../../port/surface.ts";
import { saySpending } from "../delegation/delegations.ts";
import { memberWith } from "../state/author.ts";
import { useSurface } from "../state/surface.tsx";
import type { Words } from "../state/words.ts";
import { Button } from "./button.tsx";
import { type ItemTold, type Told, tellItems } from "./item-history.ts";
import type { PrincipalInfo } from "./principal.tsx";
import { type Names, sayItem, sayValue } from "./value.ts";
import { When } from "./when.tsx";

interface HistoryProps {
  readonly record: DeskRecord;
  readonly kind: KindDefinition;
  readonly entries: readonly HistoryEntry[];
  readonly principals: readonly PrincipalInfo[];
  /** The entries that were decided in the principal's name. */
  readonly inName: readonly InName[];
}

/** What happened to a record, newest first, in sentences; each can be taken back. */
export function History({ record, kind, entries, principals, inName }: HistoryProps) {
  const { words, now, desk, undo, rights } = useSurface();
  const members = desk.value?.members ?? [];
  const names: Names = { words, now: now.value, members, principals };
  const principal = principals.find(({ id }) => id === record.fields.principal);
  const decidedIn = ({ ids }: Told) => inName.find(({ entry }) => ids.includes(entry));
  const say = (told: Told) => {
    const what = told.item
      ? itemSentence(kind, told.entry, told.item, names)
      : sentence(record, kind, told.entry, names);
    return principal && decidedIn(told)
      ? words.say("delegation.history", { what, name: principal.name })
      : what;
  };
  const beyond = (told: Told) => {
    const decided = decidedIn(told);
    return decided && saySpending(decided.spending, decided.limit, words);
  };
  return (
    <ol class="history">
      {tellItems(entries).map((told) => {
        const { entry } = told;
        const actions = told.item
          ? takeBackItem(record, told.item)
          : takeBack(record, kind, entry, new Date(now.value).toISOString());
        return (
          <li key={entry.id}>
            <When at={entry.at} />
            <span>
              {say(told)}
              {beyond(told) && <span class="problem block">{beyond(told)}</span>}
            </span>
            {actions.length > 0 && rights.value.may(actions) && (
              <Button look="plain" onPress={() => void undo(actions)}>
                {words.say("undo")}
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function authorOf({ by }: HistoryEntry, { words, members }: Names): string {
  const author = memberWith(members, by);
  return author ? (author.me ? words.say("member.you") : author.name) : words.say("member.unknown");
}

function itemSentence(kind: KindDefinition, entry: HistoryEntry, item: ItemTold, names: Names): string {
  const { words } = names;
  const who = authorOf(entry, names);
  const list = kind.lists?.[item.list];
  if (!list) return words.say("history.other", { who, field: item.list });
  const what = sayItem(list, item.values, names) || words.say("item.new");
  return words.say(`itemHistory.${item.did}`, { who, list: words.name(list.label), what });
}

function sentence(record: DeskRecord, kind: KindDefinition, entry: HistoryEntry, names: Names): string {
  const { words } = names;
  const who = authorOf(entry, names);
  if (entry.field === "")
    return words.say("history.created", {
      who,
      kind: words.name(kind.label).toLocaleLowerCase(words.locale.value),
    });
  const [name = "", item, itemField] = entry.field.split("/");
  if (name === "status") {
    const say = (value: unknown) => {
      const state = kind.states[String(value)];
      return state ? words.name(state.label) : words.say("value.none");
    };
    return words.say("history.changed", {
      who,
      field: words.say("field.status"),
      before: say(entry.before),
      after: say(entry.after),
    });
  }
  if (item !== undefined) {
    const list = kind.lists?.[name];
    const field = itemField === undefined ? undefined : list?.item[itemField];
    return field
      ? change(words, who, field, entry, names, record.lists[name]?.[item])
      : words.say("history.list", { who, list: list ? words.name(list.label) : name });
  }
  if (name === "deletedAt")
    return words.say(entry.after === null ? "history.restored" : "history.deleted", { who });
  const field = fieldOf(kind, name);
  return field
    ? change(words, who, field, entry, names, record.fields)
    : words.say("history.other", { who, field: name });
}

function change(
  words: Words,
  who: string,
  field: FieldDefinition,
  { before, after }: HistoryEntry,
  names: Names,
  beside: DeskRecord["fields"] = {},
): string {
  const label = words.name(field.label);
  if (field.type === "prose" || field.type === "json") {
    // Of a text, the history says what was taken away and what was written.
    const written = field.type === "prose" ? String(after ?? "").trim() : "";
    return written
      ? words.say("history.wrote", { who, field: label, text: sayValue(field, written, names) })
      : words.say("history.cut", { who, field: label });
  }
  if (before === null)
    return words.say("history.set", { who, field: label, after: sayValue(field, after, names, beside) });
  if (after === null)
    return words.say("history.cleared", {
      who,
      field: label,
      before: sayValue(field, before, names, beside),
    });
  return words.say("history.changed", {
    who,
    field: label,
    before: sayValue(field, before, names, beside),
    after: sayValue(field, after, names, beside),
  });
}

/** The actions that bring an item back, or take one out that is there. */
function takeBackItem(
  { id: record, lists }: DeskRecord,
  { did, list, item, values }: ItemTold,
): readonly Action[] {
  const there = lists[list]?.[item] !== undefined;
  if (did === "removed") return there ? [] : [{ do: "add", record, list, item, fields: values }];
  return there ? [{ do: "removeItem", record, list, item }] : [];
}

/** The actions that take one entry back; none where that cannot be said for sure. */
function takeBack(
  { id: record, fields, lists }: DeskRecord,
  kind: KindDefinition,
  { field: path, before, after }: HistoryEntry,
  now: string,
): readonly Action[] {
  if (path === "") return fields.deletedAt ? [] : [{ do: "set", record, field: "deletedAt", value: now }];
  const [field = "", item, itemField] = path.split("/");
  if (item !== undefined)
    return itemField === undefined || !lists[field]?.[item]
      ? []
      : [{ do: "setItem", record, list: field, item, field: itemField, value: before }];
  if (fieldOf(kind, field)?.type === "prose") {
    // Where the words came from is not told: they are taken out only where they stand in one piece, once.
    const base = String(fields[field] ?? "");
    const written = String(after ?? "");
    const index = base.indexOf(written);
    return before === "" && written !== "" && index >= 0 && base.indexOf(written, index + 1) < 0
      ? [{ do: "edit", record, field, base, splice: { index, remove: written.length, insert: "" } }]
      : [];
  }
  return [{ do: "set", record, field, value: before }];
}
