import type { ComponentChildren } from "preact";
import { KINDS, LISTED_KINDS } from "../../../shared/records/kinds.ts";
import { Person } from "../components/person.tsx";
import { Principal, usePrincipals } from "../components/principal.tsx";
import { RoleNote } from "../components/role-note.tsx";
import { Sync } from "../components/sync.tsx";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { likeWhich, overAll } from "./view.ts";

/** The choice of every desk, in the place of one desk's id. */
const ALL = "all";

interface NavProps {
  readonly list: string;
  readonly onGo: (list: string) => void;
}

/** Where to look: today, the queue, each kind, each principal; who is on the desk; how its sync stands. */
export function DeskNav({ list, onGo }: NavProps) {
  const { words, desk, state, ask } = useSurface();
  const like = likeWhich(list);
  const all = like !== null;
  const counts = useQuery(desk.value && { q: "counts", desk: all ? "all" : desk.value.id }).value.value;
  if (!desk.value) return null;
  const late = counts?.overdueMine;
  const item = (id: string, label: ComponentChildren, count?: ComponentChildren) => (
    <li key={id}>
      <button
        type="button"
        class="nav-item"
        aria-current={id === (like ?? list) ? "page" : undefined}
        onClick={() => onGo(all ? overAll(id) : id)}
      >
        <span>{label}</span>
        {count ? <span class="small quiet">{count}</span> : null}
      </button>
    </li>
  );
  const desks = state.value?.desks ?? [];
  const choose = (chosen: string) => {
    if (chosen === ALL) return onGo(overAll("today"));
    if (all) onGo("today");
    void ask({ call: "chooseDesk", desk: chosen });
  };
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
            value={all ? ALL : desk.value.id}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <option value={ALL} selected={all}>
              {words.say("nav.allDesks")}
            </option>
            {desks.map(({ id, name }) => (
              <option key={id} value={id} selected={!all && id === desk.value?.id}>
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
        {!all && item("people", words.say("people.title"))}
        {!all && KINDS.template && item("template", words.name(KINDS.template.plural))}
      </ul>
      {!all && <OwnParts item={item} />}
      <div class="nav-foot">
        <a class="nav-item" href="/options.html">
          {words.say("nav.settings")}
        </a>
        <DeskStanding all={all} />
      </div>
    </nav>
  );
}

/** How the sync of the chosen desk stands, or of every desk by its name. */
export function DeskStanding({ all }: { readonly all: boolean }) {
  const { desk, state } = useSurface();
  const desks = all ? (state.value?.desks ?? []) : desk.value ? [desk.value] : [];
  return (
    <ul class="desk-standing">
      {desks.map(({ id, name, sync }) => (
        <li key={id}>
          {all && <span class="small">{name}</span>}
          <Sync sync={sync} />
        </li>
      ))}
    </ul>
  );
}

interface OwnPartsProps {
  readonly item: (id: string, label: ComponentChildren) => ComponentChildren;
}

/** What is a desk's own: its principals and who is on it. */
function OwnParts({ item }: OwnPartsProps) {
  const { words, desk, rights } = useSurface();
  const principals = usePrincipals();
  const members = desk.value?.members.filter(({ removed }) => !removed) ?? [];
  return (
    <>
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
    </>
  );
}
