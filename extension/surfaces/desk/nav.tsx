import type { ComponentChildren } from "preact";
import { KINDS, LISTED_KINDS } from "../../../shared/records/kinds.ts";
import { Person } from "../components/person.tsx";
import { Principal, usePrincipals } from "../components/principal.tsx";
import { RoleNote } from "../components/role-note.tsx";
import { Sync } from "../components/sync.tsx";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";

interface NavProps {
  readonly list: string;
  readonly onGo: (list: string) => void;
}

/** Where to look: today, the queue, each kind, each principal; who is on the desk; how its sync stands. */
export function DeskNav({ list, onGo }: NavProps) {
  const { words, desk, state, ask, rights } = useSurface();
  const principals = usePrincipals();
  const counts = useQuery(desk.value && { q: "counts", desk: desk.value.id }).value.value;
  if (!desk.value) return null;
  const late = counts?.overdueMine;
  const item = (id: string, label: ComponentChildren, count?: ComponentChildren) => (
    <li key={id}>
      <button
        type="button"
        class="nav-item"
        aria-current={id === list ? "page" : undefined}
        onClick={() => onGo(id)}
      >
        <span>{label}</span>
        {count ? <span class="small quiet">{count}</span> : null}
      </button>
    </li>
  );
  const desks = state.value?.desks ?? [];
  const members = desk.value.members.filter(({ removed }) => !removed);
  return (
    <nav class="desk-nav" aria-label={words.say("nav.label")}>
      <div class="desk-title">
        <span class="mark" aria-hidden="true">
          S
        </span>
        {desks.length > 1 ? (
          <select
            class="input"
            aria-label={words.say("nav.desk")}
            value={desk.value.id}
            onChange={(event) => void ask({ call: "chooseDesk", desk: event.currentTarget.value })}
          >
            {desks.map(({ id, name }) => (
              <option key={id} value={id} selected={id === desk.value?.id}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <strong>{desk.value.name}</strong>
        )}
      </div>
      <ul>
        {item(
          "today",
          words.say("tab.today"),
          late ? <span class="late">{words.say("nav.late", { n: late })}</span> : null,
        )}
        {item("queue", words.say("tab.queue"), counts?.queue)}
        {LISTED_KINDS.filter(({ kind }) => !["principal", "contact", "template"].includes(kind)).map((kind) =>
          item(kind.kind, words.name(kind.plural), counts?.open[kind.kind]),
        )}
        {item("people", words.say("people.title"))}
        {KINDS.template && item("template", words.name(KINDS.template.plural))}
      </ul>
      <h2 class="overline">{KINDS.principal && words.name(KINDS.principal.plural)}</h2>
      <ul>
        {principals.map((principal) =>
          item(`principal:${principal.id}`, <Principal principal={principal} />),
        )}
        {(principals.length > 0 || rights.value.write) &&
          item(
            "principal",
            <span class="quiet">
              {words.say(principals.length > 0 ? "nav.principals" : "nav.addPrincipal")}
            </span>,
          )}
      </ul>
      <h2 class="overline">{words.say("nav.members")}</h2>
      <ul class="members">
        {members.map((member) => (
          <li key={member.id}>
            <Person member={member} />
          </li>
        ))}
      </ul>
      <RoleNote />
      <ul class="nav-foot">
        <li>
          <a class="nav-item" href="/options.html">
            {words.say("nav.settings")}
          </a>
        </li>
        <li class="nav-sync">
          <Sync sync={desk.value.sync} />
        </li>
      </ul>
    </nav>
  );
}
