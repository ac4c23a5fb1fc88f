import type { Action } from "../../../shared/documents/command.ts";
import { type FieldDefinition, fieldOf, type KindDefinition } from "../../../shared/records/define.ts";
import type { DeskRecord, HistoryEntry } from "../../../shared/records/record.ts";
import type { InName } from "../../port/surface.ts";
import { saySpending } from "../delegation/delegations.ts";
import { memberWith } from "../state/author.ts";
import { useSurface } from "../state/surface.tsx";
import type { Words } from "../state/words.ts";
import { Button } from "./button.tsx";
import type { PrincipalInfo } from "./principal.tsx";
import { type Names, sayValue } from "./value.ts";
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
  const told = (entry: HistoryEntry) => {
    const what = sentence(kind, entry, names);
    const decided = inName.find((each) => each.entry === entry.id);
    return principal && decided ? words.say("delegation.history", { what, name: principal.name }) : what;
  };
  const beyond = (entry: HistoryEntry) => {
    const decided = inName.find((each) => each.entry === entry.id);
    return decided && saySpending(decided.spending, decided.limit, words);
  };
  return (
    <ol class="history">
      {entries.map((entry) => {
        const actions = takeBack(record, kind, entry, new Date(now.value).toISOString());
        return (
          <li key={entry.id}>
            <When at={entry.at} />
            <span>
              {told(entry)}
              {beyond(entry) && <span class="problem block">{beyond(entry)}</span>}
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

function sentence(kind: KindDefinition, entry: HistoryEntry, names: Names): string {
  const { words, members } = names;
  const author = memberWith(members, entry.by);
  const who = author ? (author.me ? words.say("member.you") : author.name) : words.say("member.unknown");
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
      ? change(words, who, field, entry, names)
      : words.say("history.list", { who, list: list ? words.name(list.label) : name });
  }
  if (name === "deletedAt")
    return words.say(entry.after === null ? "history.restored" : "history.deleted", { who });
  const field = fieldOf(kind, name);
  return field ? change(words, who, field, entry, names) : words.say("history.other", { who, field: name });
}

function change(
  words: Words,
  who: string,
  field: FieldDefinition,
  { before, after }: HistoryEntry,
  names: Names,
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
    return words.say("history.set", { who, field: label, after: sayValue(field, after, names) });
  if (after === null)
    return words.say("history.cleared", { who, field: label, before: sayValue(field, before, names) });
  return words.say("history.changed", {
    who,
    field: label,
    before: sayValue(field, before, names),
    after: sayValue(field, after, names),
  });
}

/** The actions that take one entry back; none where that cannot be said for sure. */
function takeBack(
  { id: record, fields }: DeskRecord,
  kind: KindDefinition,
  { field: path, before, after }: HistoryEntry,
  now: string,
): readonly Action[] {
  if (path === "") return fields.deletedAt ? [] : [{ do: "set", record, field: "deletedAt", value: now }];
  const [field = "", item, itemField] = path.split("/");
  if (item !== undefined)
    return itemField === undefined
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
