import type { Action } from "../../../shared/documents/command.ts";
import { fieldOf, type KindDefinition } from "../../../shared/records/define.ts";
import type { DeskRecord, HistoryEntry } from "../../../shared/records/record.ts";
import type { InName } from "../../port/surface.ts";
import { saySpending } from "../delegation/delegations.ts";
import { useSurface } from "../state/surface.tsx";
import { Button } from "./button.tsx";
import { type ItemTold, type Told, tellItems } from "./item-history.ts";
import type { PrincipalInfo } from "./principal.tsx";
import { sayHistory } from "./say-history.ts";
import type { Names } from "./value.ts";
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
    const what = sayHistory(record, kind, told, names);
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
