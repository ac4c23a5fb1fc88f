import { useSignal } from "@preact/signals";
import { kindOf } from "../../../shared/records/kinds.ts";
import { ChoiceChip } from "../components/chip.tsx";
import { Empty } from "../components/empty.tsx";
import { Failed } from "../components/failed.tsx";
import { RecordList, type RowsQuery, useRows } from "../components/record-list.tsx";
import { teach } from "../components/teach.ts";
import { useSurface } from "../state/surface.tsx";

interface TabListProps {
  readonly tab: string;
  readonly onOpen: (id: string, desk?: string) => void;
}

/** One kind, or what waits; where this device has several desks, of the chosen one or of all. */
export function TabList({ tab, onOpen }: TabListProps) {
  const { words, state, desk } = useSurface();
  const all = useSignal(false);
  const several = (state.value?.desks.length ?? 0) > 1;
  const query: RowsQuery =
    tab === "queue"
      ? { open: true, assignee: "mineOrNone", order: "due" }
      : { kinds: [tab], order: "updated" };
  const { rows, total, asked, error, more, full } = useRows(query, several && all.value);
  if (error) return <Failed error={error} />;
  const kind = kindOf(tab);
  const choice = several && (
    <div class="chips">
      <ChoiceChip
        label={words.say("nav.desk")}
        value={all.value ? "all" : ""}
        options={[
          ["", desk.value?.name ?? ""],
          ["all", words.say("nav.allDesks")],
        ]}
        onChoose={(chosen) => (all.value = chosen === "all")}
      />
    </div>
  );
  const none = asked && rows.length === 0 && (
    <Empty title={tab === "queue" ? words.say("empty.queue") : words.say("empty.kind")}>
      {(kind && teach(words, kind.kind)) ?? words.say("empty.how")}
    </Empty>
  );
  return (
    <>
      {choice}
      {none || (
        <RecordList
          label={kind ? words.name(kind.plural) : words.say("tab.queue")}
          rows={rows}
          total={total}
          more={more}
          full={full}
          showKind={!kind}
          onOpen={(row) => onOpen(row.id, row.desk)}
        />
      )}
    </>
  );
}
