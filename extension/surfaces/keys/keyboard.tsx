import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Scope } from "../palette/palette.tsx";
import { SurfaceProvider, useSurface } from "../state/surface.tsx";
import { dialogs, readDialogs } from "./dialogs.ts";
import { keepFocus } from "./keep-focus.ts";
import { useRecordKeys } from "./record-keys.ts";
import { deskOf, focusedRow, openRecord, watchRows } from "./rows.ts";
import { useKeys } from "./use-keys.ts";

interface KeyboardProps {
  /** `desk`: where the record is on another desk than the chosen one. */
  readonly onOpen: (record: string, desk?: string) => void;
  /** Shows a list: `today`, `queue`, a kind, `principal:` and an id. */
  readonly onList: (list: string) => void;
  /** Closes what stands open; false where nothing does. */
  readonly onBack: () => unknown;
}

/** Arrows scroll and choose elsewhere: they walk through rows from a row, a heading or nowhere. */
const mayWalk = () => {
  const active = document.activeElement;
  return !active || active === document.body || active.matches("[data-row], h1");
};

/** What every page with lists and records does by key: rows, records, the palette, the help; and it keeps the focus. */
export function Keyboard({ onOpen, onList, onBack }: KeyboardProps) {
  const surface = useSurface();
  const { toasts } = surface;
  const shown = useSignal<"help" | Scope | null>(null);
  const rows = useMemo(() => watchRows(document), []);
  useEffect(() => {
    keepFocus(document);
    requestIdleCallback(() => void readDialogs());
  }, []);
  const meant = () => focusedRow(document) ?? openRecord(document) ?? rows.current()?.dataset.row ?? null;
  const show = (what: "help" | Scope) => {
    shown.value = what;
    void readDialogs();
  };
  const close = () => {
    shown.value = null;
  };
  useRecordKeys(meant, (scope, record) => show({ scope, record }), onOpen);
  useKeys({
    "palette.open": () => (shown.peek() ? close() : show({ scope: "all", record: meant() })),
    "help.open": () => show("help"),
    undo: () => toasts.undo(),
    "row.next": (which) => (which === 0 || mayWalk()) && rows.move(1),
    "row.previous": (which) => (which === 0 || mayWalk()) && rows.move(-1),
    "row.first": () => mayWalk() && rows.end("first"),
    "row.last": () => mayWalk() && rows.end("last"),
    "row.open": () => {
      // A control with the focus takes Enter for itself.
      if (document.activeElement !== document.body) return false;
      rows.current()?.click();
    },
    back: () => {
      const field = document.activeElement;
      if (!(field instanceof HTMLElement) || !field.matches("input, textarea, select")) return onBack();
      const record = field.closest(".detail")?.querySelector<HTMLElement>("h2[tabindex]");
      const from =
        record ?? rows.current() ?? document.querySelector<HTMLElement>("[role=tab][aria-selected=true]");
      if (from) from.focus();
      else field.blur();
    },
  });
  if (!shown.value || !dialogs.value) return null;
  const { KeysHelp, Palette } = dialogs.value;
  if (shown.value === "help") return <KeysHelp onClose={close} />;
  const { record } = shown.value;
  const home = record === null ? null : deskOf(document, record);
  return (
    <SurfaceProvider value={home ? surface.on(home) : surface}>
      <Palette
        {...shown.value}
        onOpen={(id) => onOpen(id, home ?? undefined)}
        onList={onList}
        onClose={close}
      />
    </SurfaceProvider>
  );
}
