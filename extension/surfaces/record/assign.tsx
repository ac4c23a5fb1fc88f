import { COMMON_FIELDS } from "../../../shared/records/define.ts";
import { useSurface } from "../state/surface.tsx";

interface AssignProps {
  readonly record: string;
  /** A member's id; "" for nobody. */
  readonly assignee: string;
}

/** Whose work it is: any member of the desk, or nobody's. */
export function Assign({ record, assignee }: AssignProps) {
  const { words, desk, act } = useSurface();
  const members = (desk.value?.members ?? []).filter(({ id, removed }) => !removed || id === assignee);
  const give = (id: string) => {
    const member = members.find((each) => each.id === id);
    const done = member
      ? member.me
        ? words.say("row.claimed")
        : words.say("assign.given", { name: member.name })
      : words.say("row.released");
    void act([{ do: "set", record, field: "assignee", value: id || null }], done);
  };
  return (
    <select
      class="input narrow assign"
      aria-label={words.name(COMMON_FIELDS.assignee.label)}
      aria-keyshortcuts="h"
      data-key="assign"
      value={assignee}
      onChange={(event) => give(event.currentTarget.value)}
    >
      <option value="">{words.say("assign.nobody")}</option>
      {members.map(({ id, name, me }) => (
        <option key={id} value={id} selected={id === assignee}>
          {me ? words.say("member.me", { name }) : name}
        </option>
      ))}
    </select>
  );
}
