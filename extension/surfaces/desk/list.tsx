import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { kindOf } from "../../../shared/records/kinds.ts";
import { Button } from "../components/button.tsx";
import { ToggleChip } from "../components/chip.tsx";
import { Empty } from "../components/empty.tsx";
import { Failed } from "../components/failed.tsx";
import { usePrincipals } from "../components/principal.tsx";
import { RecordList, useClaim, useRows } from "../components/record-list.tsx";
import { idFor } from "../state/ids.ts";
import { useSurface } from "../state/surface.tsx";
import { isDueToday } from "../state/times.ts";
import { NothingHere } from "./nothing-here.tsx";
import { queryOf } from "./view.ts";

interface ListProps {
  readonly list: string;
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
  /** Puts the focus on a control of the open record, or of `id`, which is opened first. */
  readonly onControl: (id: string, control: "assign" | "status") => void;
  readonly onMenu: () => void;
  readonly onKeys: () => void;
}

const SEARCH_AFTER_MS = 120;

/** A list with its search, filters and keys: j and k move, Enter opens, c claims, / searches, n makes a new one. */
export function DeskList({ list, current, onOpen, onClose, onControl, onMenu, onKeys }: ListProps) {
  const { words, act, now } = useSurface();
  const principals = usePrincipals();
  const typed = useSignal("");
  const search = useSignal("");
  const unclaimed = useSignal(list === "queue" || list === "today");
  const kind = kindOf(list);
  const hasOpen = !kind || Object.values(kind.states).some(({ open }) => open);
  const open = useSignal(hasOpen && list !== "call");
  const at = useSignal<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const claim = useClaim();
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
    const record = idFor(kind, now.peek());
    if (await act([{ do: "create", record, kind: kind.kind, fields: {} }], words.say("list.created")))
      onOpen(record);
  };
  const onKey = useRef((_: KeyboardEvent) => {});
  onKey.current = (event) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if ((event.ctrlKey || event.metaKey) && event.key === "k") {
        event.preventDefault();
        box.current?.focus();
      }
      return;
    }
    if (target.closest("dialog")) return;
    if (target.matches("input, textarea, select")) {
      if (event.key === "Escape") target.blur();
      return;
    }
    const index = rows.findIndex(({ id }) => id === (at.peek() ?? current));
    // A record that was given away stays open while its row leaves the list.
    const meant = rows[index]?.id ?? current;
    const move = (to: number) => {
      const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
      if (!row) return;
      at.value = row.id;
      const button = root.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.id)}"]`);
      button?.focus();
      button?.closest("li")?.scrollIntoView({ block: "nearest" });
    };
    const keys: Record<string, () => void> = {
      j: () => move(index + 1),
      k: () => move(index - 1),
      c: () => rows[index] && claim(rows[index]),
      h: () => meant && onControl(meant, "assign"),
      s: () => meant && onControl(meant, "status"),
      n: () => void create(),
      "/": () => box.current?.focus(),
      "?": onKeys,
      Escape: onClose,
    };
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]?.();
  };
  // Before the list is seen: the first key may come with it.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => onKey.current(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
  const principal = principals.find(({ id }) => list === `principal:${id}`);
  const title =
    principal?.name ??
    (kind ? words.name(kind.plural) : words.say(list === "queue" ? "tab.queue" : "tab.today"));
  return (
    <div class="list" ref={root}>
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
          <Button look={rows.length === 0 ? "filled" : "plain"} keys="n" onPress={() => void create()}>
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
            aria-keyshortcuts="Control+K"
            placeholder={words.say("list.search")}
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
            }}
          />
          {typed.value === "" && <kbd>Ctrl K</kbd>}
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
            onOpen={(row) => {
              at.value = row.id;
              onOpen(row.id);
            }}
          />
        )}
      </div>
      <footer class="list-foot small quiet">
        <span>
          <kbd>J</kbd> <kbd>K</kbd> {words.say("keys.move")}
        </span>
        <span>
          <kbd>C</kbd> {words.say("keys.claim")}
        </span>
        <span>
          <kbd>H</kbd> {words.say("keys.assign")}
        </span>
        <span>
          <kbd>S</kbd> {words.say("keys.status")}
        </span>
        <button type="button" class="link" onClick={onKeys}>
          <kbd>?</kbd> {words.say("keys.all")}
        </button>
      </footer>
    </div>
  );
}
