import { COMMON_FIELDS } from "../../../shared/records/define.ts";
import { Combobox } from "../components/combobox.tsx";
import { memberOptions } from "../components/member-options.ts";
import { Person } from "../components/person.tsx";
import { useSurface } from "../state/surface.tsx";

interface AssignProps {
  readonly record: string;
  /** A member's id; "" for nobody. */
  readonly assignee: string;
}

/** Whose work it is: any member of the desk, or nobody's. */
export function Assign({ record, assignee }: AssignProps) {
  const { words, desk, act, rights } = useSurface();
  const members = desk.value?.members ?? [];
  const give = (id: string) => {
    const member = members.find((each) => each.id === id);
    const done = member
      ? member.me
        ? words.say("row.claimed")
        : words.say("assign.given", { name: member.name })
      : words.say("row.released");
    void act([{ do: "set", record, field: "assignee", value: id || null }], done);
  };
  if (!rights.value.write) {
    const member = members.find((each) => each.id === assignee);
    return member ? <Person member={member} /> : <span class="quiet">{words.say("assign.nobody")}</span>;
  }
  return (
    <span class="assign">
      <Combobox
        class="input"
        label={words.name(COMMON_FIELDS.assignee.label)}
        keys="h"
        dataKey="assign"
        value={assignee}
        none={words.say("assign.nobody")}
        options={memberOptions(words, members, assignee)}
        onChoose={give}
      />
    </span>
  );
}
