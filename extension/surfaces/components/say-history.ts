import { type FieldDefinition, fieldOf, type KindDefinition } from "../../../shared/records/define.ts";
import type { DeskRecord, HistoryEntry } from "../../../shared/records/record.ts";
import { memberWith } from "../state/author.ts";
import type { Words } from "../state/words.ts";
import type { ItemTold, Told } from "./item-history.ts";
import { type Names, sayItem, sayValue } from "./value.ts";

function authorOf({ by }: HistoryEntry, { words, members }: Names): string {
  const author = memberWith(members, by);
  return author ? (author.me ? words.say("member.you") : author.name) : words.say("member.unknown");
}

/** What happened, in a sentence: "You changed Status from draft to sent". */
export const sayHistory = (
  record: DeskRecord,
  kind: KindDefinition,
  { entry, item }: Told,
  names: Names,
): string => (item ? itemSentence(kind, entry, item, names) : sentence(record, kind, entry, names));

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
    // A record of which no status was ever said stands in its kind's first.
    const say = (value: unknown) => {
      const state = kind.states[String(value ?? kind.initial)];
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
