import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { kindOf } from "../../../shared/records/kinds.ts";
import { Button } from "../components/button.tsx";
import { ToggleChip } from "../components/chip.tsx";
import { Empty } from "../components/empty.tsx";
import { Failed } from "../components/failed.tsx";
import { usePrincipals } from "../components/principal.tsx";
import { RecordList, useRows } from "../components/record-list.tsx";
import { KeyHints, KeyMark } from "../keys/marks.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { creation } from "../state/creation.ts";
import { useSurface } from "../state/surface.tsx";
import { isDueToday } from "../state/times.ts";
import { NothingHere } from "./nothing-here.tsx";
import { queryOf } from "./view.ts";

interface ListProps {
  readonly list: string;
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
  readonly onMenu: () => void;
}

const SEARCH_AFTER_MS = 120;

/** A list with its search and filters. */
export function DeskList({ list, current, onOpen, onMenu }: ListProps) {
  const surface = useSurface();
  const { words, act, now, keys } = surface;
  const principals = usePrincipals();
  const typed = useSignal("");
  const search = useSignal("");
  const unclaimed = useSignal(list === "queue" || list === "today");
  const kind = kindOf(list);
  const hasOpen = !kind || Object.values(kind.states).some(({ open }) => open);
  const open = useSignal(hasOpen && list !== "call");
  const box = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The form that made the desk is gone, and the focus with it.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  const found = useRows(
    queryOf(list, { search: search.value, unclaimed: unclaimed.value, open: open.value }),
  );
  const { asked, error, more, full } = found;
  // Today is what is due by the end of it or urgent; the question gives it first, as it orders by when things are due.
  const today = list === "today" && search.value.trim() === "";
  const rows = today ? found.rows.filter((row) => row.urgent || isDueToday(row.due, now.value)) : found.rows;
  const total = today ? rows.length : found.total;
  useEffect(() => {
    const timer = setTimeout(() => {
      search.value = typed.value;
    }, SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed.value, search]);
  const create = async () => {
    if (!kind) return;
    const action = creation(surface, kind);
    if (await act([action], words.say("list.created"))) onOpen(action.record);
  };
  useKeys({
    "list.search": () => box.current?.focus(),
    ...(kind ? { "list.new": create } : {}),
  });
  const principal = principals.find(({ id }) => list === `principal:${id}`);
  const title =
    principal?.name ??
    (kind ? words.name(kind.plural) : words.say(list === "queue" ? "tab.queue" : "tab.today"));
  return (
    <div class="list">
      <header class="list-head">
        <Button look="icon" label={words.say("nav.menu")} onPress={onMenu}>
          ☰
        </Button>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        <fieldset class="chips" aria-label={words.say("list.filters")}>
          <ToggleChip on={unclaimed.value} onChange={(on) => (unclaimed.value = on)}>
            {words.say("list.unclaimed")}
          </ToggleChip>
          {hasOpen && list !== "today" && list !== "queue" && (
            <ToggleChip on={open.value} onChange={(on) => (open.value = on)}>
              {words.say("list.open")}
            </ToggleChip>
          )}
        </fieldset>
        {kind && (
          <Button
            look={rows.length === 0 ? "filled" : "plain"}
            keys={keys.chord("list.new")}
            onPress={() => void create()}
          >
            {words.say("list.new")}
          </Button>
        )}
      </header>
      <div class="list-search">
        <span class="line-with-key">
          <input
            class="input"
            type="search"
            ref={box}
            aria-label={words.say("list.search")}
            aria-keyshortcuts={keys.chord("list.search")}
            placeholder={words.say("list.search")}
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
            }}
          />
          {typed.value === "" && <KeyMark of="list.search" />}
        </span>
      </div>
      <div class="list-rows">
        {error && <Failed error={error} />}
        {asked && rows.length === 0 ? (
          search.value.trim() ? (
            <Empty title={words.say("empty.search")}>{words.say("empty.searchHow")}</Empty>
          ) : (
            <NothingHere list={list} kind={kind !== undefined} waiting={today ? found.total : 0} />
          )
        ) : (
          <RecordList
            label={title}
            showKind={!kind}
            rows={rows}
            total={total}
            more={more}
            full={full}
            current={current}
            onOpen={(row) => onOpen(row.id)}
          />
        )}
      </div>
      <KeyHints of={["palette.open", "row.next", "record.claim", "record.assign", "record.status"]} />
    </div>
  );
}
