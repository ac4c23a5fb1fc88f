import { kindOf } from "../../../shared/records/kinds.ts";
import type { Row } from "../../port/surface.ts";
import { useSurface } from "../state/surface.tsx";
import { sayDue, sayLateness, sayPast } from "../state/times.ts";
import { Avatar } from "./avatar.tsx";
import { Chip } from "./chip.tsx";
import type { PrincipalInfo } from "./principal.tsx";

interface RowProps {
  readonly row: Row;
  readonly current?: boolean;
  /** Names its kind: for lists of several kinds. */
  readonly showKind?: boolean;
  readonly principal?: PrincipalInfo | undefined;
  readonly onOpen: () => void;
  readonly onClaim: () => void;
}

/** One record in a list: 52 px, two lines, when, who. The whole row opens it; the mark on the right claims it. */
export function ListRow({ row, current, showKind, principal, onOpen, onClaim }: RowProps) {
  const { words, desk, now } = useSurface();
  const kind = kindOf(row.kind);
  const state = kind?.states[row.status];
  const assignee = desk.value?.members.find(({ id }) => id === row.assignee);
  const title = row.title || (kind ? words.name(kind.label) : row.kind);
  const under = [
    principal?.name,
    sayUnder(row.under, now.value, words.locale.value),
    state && words.name(state.label),
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <div class={current ? "row current" : "row"} style={principal ? { "--tint": principal.tint } : undefined}>
      {showKind && <span class="kind">{kind ? words.name(kind.label) : row.kind}</span>}
      <span class="what">
        <button
          type="button"
          class="open"
          aria-current={current ? "true" : undefined}
          data-row={row.id}
          onClick={onOpen}
        >
          <span class="title" title={title}>
            {title}
          </span>
          <span class="under" title={under}>
            {under || "\u00a0"}
          </span>
        </button>
      </span>
      <RowTime row={row} now={now.value} />
      <button
        type="button"
        class="act"
        title={assignee ? assignee.name : words.say("row.claim")}
        aria-label={assignee ? words.say("row.assigned", { name: assignee.name }) : words.say("row.claim")}
        onClick={onClaim}
      >
        {assignee ? <Avatar name={assignee.name} beside /> : <span class="avatar nobody" />}
      </button>
    </div>
  );
}

/** The second line as a person reads it: the background gives dates as RFC 3339. */
const sayUnder = (under: string, now: number, locale: string) =>
  under.replaceAll(/\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?/g, (date) => sayPast(date, now, locale));

function RowTime({ row, now }: { readonly row: Row; readonly now: number }) {
  const { words } = useSurface();
  const locale = words.locale.value;
  if (row.conflicts > 0) return <Chip tone="attention">{words.say("row.conflict")}</Chip>;
  if (row.due && row.open) {
    const said = sayDue(row.due, now, locale);
    const late = sayLateness(row.due, now, locale);
    return (
      <span class="when">
        <Chip tone={said.tone} title={said.full}>
          {late ? words.say("row.late", { time: late }) : said.text}
        </Chip>
      </span>
    );
  }
  if (row.urgent && row.open) return <Chip tone="urgent">{words.say("row.urgent")}</Chip>;
  return <span class="when small quiet">{sayPast(row.updatedAt, now, locale)}</span>;
}
