import { maySettle } from "../../../shared/documents/settle.ts";
import { classLabel } from "../../../shared/records/classification.ts";
import { fieldOf } from "../../../shared/records/define.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { doneState } from "../../../shared/records/moves.ts";
import type { Row } from "../../port/surface.ts";
import { cellAttributes, type GridRow, rowAttributes, tabStop } from "../rows/grid-row.ts";
import { foremost, useHere } from "../state/presence.ts";
import { useSurface } from "../state/surface.tsx";
import { type Said, sayDue, sayHour, sayLateness, sayPast } from "../state/times.ts";
import type { Words } from "../state/words.ts";
import { Avatar } from "./avatar.tsx";
import { Chip } from "./chip.tsx";
import { sayHere } from "./colleagues.tsx";
import { KindIcon } from "./icon.tsx";
import { Marked } from "./marked.tsx";
import type { PrincipalInfo } from "./principal.tsx";
import { sayUnder } from "./row-under.ts";

interface RowProps {
  readonly row: Row;
  readonly current?: boolean;
  /** Names its kind: for lists of several kinds. Where there is little room, its picture stands for the word. */
  readonly showKind?: boolean;
  /** It is a row of a grid, at this place. */
  readonly grid?: GridRow;
  /** What was searched for: marked where it stands. */
  readonly search?: string;
  /** What its time says: when it changed, when it happened, or of that the hour alone, where the day stands above. */
  readonly says?: "changed" | "happened" | "hour";
  /** On the page of this person: what it is about stands where their name would. */
  readonly of?: { readonly name: string; readonly organization: string };
  readonly principal?: PrincipalInfo | undefined;
  readonly onOpen: () => void;
  readonly onClaim: () => void;
  /** Shows a box to tick where the record can be done at once. */
  readonly onDone?: ((state: string) => void) | undefined;
}

/** One record in a list: 52 px, two lines, when, who. The whole row opens it; the mark on the right claims it. */
export function ListRow({
  row,
  current,
  showKind,
  grid,
  search = "",
  says = "changed",
  of,
  principal,
  onOpen,
  onClaim,
  onDone,
}: RowProps) {
  const surface = useSurface();
  const { words, desk, now, rights } = row.desk ? surface.on(row.desk) : surface;
  const kind = kindOf(row.kind);
  const assignee = desk.value?.members.find(({ id }) => id === row.assignee);
  const named = kind ? words.name(kind.label) : row.kind;
  const done = row.open && kind ? doneState(kind, row.status) : undefined;
  const undecided = row.conflicts.some((place) => maySettle(rights.value, place));
  const due = pressing(row, undecided, now.value, words);
  const presses = due !== null && due.tone !== "neutral";
  const said = sayUnder(row, due !== null && isDay(row, due, now.value, words), now.value, words);
  const about = row.title && row.title === of?.name ? withoutFirst(said, of.organization) : "";
  const title = about || row.title || named;
  const under = underOf(row, {
    words,
    home: row.desk && desk.value?.name,
    principal,
    said: about ? "" : said,
  });
  const here = foremost(useHere(row.id, row.desk));
  const present = sayHere(here, words);
  // Whose work it is has a mark in this row already, which then says that too.
  const beside = here.filter(({ member }) => member.id !== row.assignee).slice(0, MARKS);
  const face = here.some(({ member }) => member.id === row.assignee) ? "act here" : "act";
  const locale = words.formats.value;
  const cell = cellAttributes(grid);
  const stop = tabStop(grid);
  const past =
    says === "hour"
      ? sayHour(row.at, locale)
      : sayPast(says === "happened" ? row.at : row.updatedAt, now.value, locale);
  return (
    <div
      class={["row", current && "current", presses && "presses"].filter(Boolean).join(" ")}
      style={principal ? { "--tint": principal.tint } : undefined}
      // Of the whole row, for the whole row is what is pointed at: what is cut is read here.
      title={[showKind && named, title, due?.full, under, present].filter(Boolean).join(" · ")}
      {...rowAttributes(grid)}
    >
      {onDone &&
        rights.value.decide &&
        (done === undefined ? (
          // So that what stands beside the boxes stands under one another.
          <span class="no-tick" />
        ) : (
          <input
            type="checkbox"
            class="tick"
            aria-label={words.say("row.done", { title })}
            checked={false}
            onChange={() => onDone(done)}
          />
        ))}
      {showKind && (
        <span class="kind" {...cell}>
          <KindIcon kind={row.kind} />
          <span>{named}</span>
        </span>
      )}
      <span class="what" {...cell}>
        <button
          type="button"
          class="open"
          tabIndex={stop}
          aria-current={current ? "true" : undefined}
          data-row={row.id}
          data-desk={row.desk}
          onClick={onOpen}
        >
          <span class="title">
            <Marked text={title} search={search} />
          </span>
          <span class="under">
            <span class="when-inline">
              <span class={due?.tone}>{due?.text ?? past}</span>
              {under && " · "}
            </span>
            {under ? <Marked text={under} search={search} /> : "\u00a0"}
          </span>
          {present && <span class="unseen">{present}</span>}
        </button>
      </span>
      {beside.length > 0 && (
        <span class="beside" aria-hidden="true">
          {beside.map(({ member }) => (
            <Avatar key={member.id} name={member.name} beside />
          ))}
        </span>
      )}
      <span class="when" {...cell}>
        {due ? (
          <Chip tone={due.tone} title={due.full}>
            {due.text}
          </Chip>
        ) : (
          <span class="small quiet">{past}</span>
        )}
      </span>
      <span class="claim" {...cell}>
        {rights.value.write ? (
          <button
            type="button"
            class={face}
            tabIndex={stop}
            title={assignee ? assignee.name : words.say("row.claim")}
            aria-label={
              assignee ? words.say("row.assigned", { name: assignee.name }) : words.say("row.claim")
            }
            onClick={onClaim}
          >
            {assignee ? <Avatar name={assignee.name} beside /> : <span class="avatar nobody" />}
          </button>
        ) : (
          assignee && (
            <span class={face} title={assignee.name}>
              <Avatar name={assignee.name} beside />
              <span class="unseen">{assignee.name}</span>
            </span>
          )
        )}
      </span>
    </div>
  );
}

/** What is said of a record, without what it begins with where that is said already. */
const withoutFirst = (said: string, first: string) =>
  said.startsWith(`${first} · `) ? said.slice(first.length + 3) : said;

/** So many colleagues stand as marks in a row; its name for who cannot see them, and its title, name all. */
const MARKS = 2;

interface Under {
  readonly words: Words;
  /** The desk's name, where rows of several stand together. */
  readonly home: string | undefined;
  readonly principal: PrincipalInfo | undefined;
  /** The record's own second line. */
  readonly said: string;
}

/** The second line of a row: what of it is rare, for whom, what, how far; or where a search found it. */
export function underOf(row: Row, { words, home, principal, said }: Under): string {
  if (row.found) return `${fieldName(row.kind, row.found.field, words)}: ${row.found.text}`;
  const marked = classLabel(row.classification);
  const state = kindOf(row.kind)?.states[row.status];
  return [marked && words.name(marked), home, principal?.name, said, state && words.name(state.label)]
    .filter(Boolean)
    .join(" · ");
}

/** The name of a field, or of one of a list's (`list/field`). */
function fieldName(kindName: string, field: string, words: Words): string {
  const kind = kindOf(kindName);
  const [list = "", inside] = field.split("/");
  const found = kind && (inside ? kind.lists?.[list]?.item[inside] : fieldOf(kind, field));
  return found ? words.name(found.label) : field;
}

/** Whether what presses is the day itself, not how late it is or what must be decided. */
const isDay = ({ due }: Row, { text }: Said, now: number, words: Words) =>
  due !== null && text === sayDue(due, now, words.formats.value).text;

/**
 * What stands on the right, or before the second line where there is little room: when, or what presses.
 * @param undecided people decided at once, and this person may settle it
 */
function pressing(row: Row, undecided: boolean, now: number, words: Words): Said | null {
  const plain = (text: string, tone: Said["tone"]) => ({ text, full: text, tone });
  if (undecided) return plain(words.say("row.conflict"), "attention");
  if (row.due && row.open) {
    const said = sayDue(row.due, now, words.formats.value);
    const late = sayLateness(row.due, now, words.formats.value);
    return late ? { ...said, text: words.say("row.late", { time: late }) } : said;
  }
  return row.urgent && row.open ? plain(words.say("row.urgent"), "urgent") : null;
}
