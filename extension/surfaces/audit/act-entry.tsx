import { fieldOf, type KindDefinition } from "../../../shared/records/define.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import type { AuditView } from "../../port/audit.ts";
import { When } from "../components/when.tsx";
import { memberWith } from "../state/author.ts";
import { useSurface } from "../state/surface.tsx";
import type { Words } from "../state/words.ts";

type Act = AuditView["acts"][number];

/** One signed entry of a log: what, who, when, which fields, by which authority. */
export function ActEntry({ act, item }: { readonly act: Act; readonly item: Act["items"][number] }) {
  const { words, desk } = useSurface();
  const members = desk.value?.members ?? [];
  const author = memberWith(members, act.by);
  const who = author?.me ? words.say("member.you") : (author?.name ?? words.say("member.unknown"));
  const kind = kindOf(item.kind);
  const label = kind ? words.name(kind.label) : item.kind;
  const giver = members.find(({ id }) => id === item.givenBy)?.name ?? words.say("member.unknown");
  const facts = [who, item.made ? words.say("audit.new") : sayFields(kind, item.fields, words)];
  return (
    <li class="act">
      <When at={act.at} />
      <span>
        {item.title ? `${label}: ${item.title}` : label}
        <span class="small quiet block">{facts.join(" · ")}</span>
        {item.authority === "held" && (
          <span class="small block">{words.say("audit.byDelegation", { who: giver })}</span>
        )}
        {item.authority === "unproven" && <span class="problem block">{words.say("audit.unproven")}</span>}
        {act.late && <span class="problem block">{words.say("audit.late")}</span>}
      </span>
      <strong
        class="signed"
        role="img"
        aria-label={words.say("audit.signed")}
        title={words.say("audit.signed")}
      >
        ✓
      </strong>
    </li>
  );
}

/** The names of fields as their kind has them; a list's by the list's, once. */
function sayFields(kind: KindDefinition | undefined, fields: readonly string[], words: Words): string {
  const names = fields.map((path) => {
    const [name = "", item] = path.split("/");
    if (name === "status" && item === undefined) return words.say("field.status");
    if (name === "deletedAt") return words.say("record.delete");
    const known = kind && (item === undefined ? fieldOf(kind, name) : kind.lists?.[name]);
    return known ? words.name(known.label) : name;
  });
  return words.list([...new Set(names)]);
}
