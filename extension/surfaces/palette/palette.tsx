import { useSignal } from "@preact/signals";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import { summarise } from "../../../shared/records/summarise.ts";
import { usePrincipals } from "../components/principal.tsx";
import { showChord } from "../keys/chord.ts";
import type { Choosing } from "../keys/record-keys.ts";
import { prepareSearch } from "../state/prepare-search.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { type Choice, rank } from "./choices.ts";
import { keyChoices, listChoices, newChoices, settingChoices } from "./desk-choices.ts";
import { useFound } from "./found.ts";
import { dueChoice, dueField, recordChoices } from "./record-choices.ts";
import { useTypedDue } from "./typed-due.ts";

/** What the palette is opened for: anything, or one choice for one record. */
export interface Scope {
  readonly scope: Choosing | "all";
  /** The record that stands open or has the focus. */
  readonly record: string | null;
}

interface PaletteProps extends Scope {
  readonly onOpen: (record: string) => void;
  readonly onList: (list: string) => void;
  readonly onClose: () => void;
}

const HINTS = {
  all: "palette.hint",
  assign: "palette.whom",
  status: "palette.state",
  due: "palette.when",
} as const;

/**
 * One field for everything: what can be done here, every list, every record and person. An ARIA combobox with a
 * listbox: the focus stays in the field, arrows choose, Enter does it. What is shown at first is there at once; only
 * the search asks the background.
 */
export function Palette({ scope, record: id, onOpen, onList, onClose }: PaletteProps) {
  const surface = useSurface();
  const { words, desk, keys } = surface;
  const list = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const typed = useSignal("");
  const chosen = useSignal(0);
  const waiting = useSignal(false);
  const principals = usePrincipals();
  const view = useQuery(desk.value && id ? { q: "record", desk: desk.value.id, id } : null).value.value;
  const record = view?.record.id === id ? view?.record : null;
  const found = useFound(scope === "all" ? typed.value : "", onOpen);
  const typedDue = useTypedDue(scope === "due" ? typed.value : "");
  useLayoutEffect(() => {
    dialog.current?.showModal();
    if (scope === "all") prepareSearch(surface.background, desk.peek());
  }, []);

  const due = record && dueField(record);
  const choices = [
    ...(record ? recordChoices(surface, record, scope) : []),
    ...(scope === "all"
      ? [
          ...keyChoices(surface),
          ...newChoices(surface, onOpen),
          ...listChoices(surface, principals, onList),
          ...settingChoices(surface),
        ]
      : []),
  ];
  const ofTyped =
    record && due && typedDue.value && keys.allowed("record.due")
      ? [{ group: summarise(record).title, ...dueChoice(surface, record, due, typedDue.value) }]
      : [];
  const { groups, flat, sure } = rank(typed.value, choices, [...ofTyped, ...found.choices]);
  const settled = found.settled && typedDue.settled && (id === null || view !== undefined);
  const at = Math.max(0, Math.min(chosen.value, flat.length - 1));
  const active = flat[at];

  const run = (choice: Choice | undefined) => {
    if (!choice) return;
    // The focus is back where it was before anything is done there.
    dialog.current?.close();
    void choice.run();
  };
  // Enter came before the answer to what was typed: the first of that answer is what is meant.
  useEffect(() => {
    if (!waiting.value || !settled) return;
    waiting.value = false;
    run(flat[0]);
  }, [settled, waiting.value]);
  useLayoutEffect(() => {
    document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at, flat.length]);

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    const count = flat.length;
    if (keys.which("palette.next", event) >= 0) chosen.value = count ? (at + 1) % count : 0;
    else if (keys.which("palette.previous", event) >= 0) chosen.value = count ? (at + count - 1) % count : 0;
    else if (keys.which("palette.run", event) >= 0) {
      if (at > 0 || settled || sure) run(active);
      else waiting.value = true;
    } else return;
    event.preventDefault();
  };
  let number = -1;
  return (
    <dialog
      class="dialog palette"
      ref={dialog}
      aria-label={words.say("palette.title")}
      onClose={onClose}
      closedby="any"
    >
      <input
        class="input"
        role="combobox"
        aria-expanded={flat.length > 0}
        aria-controls={list}
        aria-activedescendant={active ? `${list}-${at}` : undefined}
        aria-autocomplete="list"
        aria-label={words.say(HINTS[scope])}
        placeholder={words.say(HINTS[scope])}
        autocomplete="off"
        spellcheck={false}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          chosen.value = 0;
          waiting.value = false;
        }}
        onKeyDown={onKey}
      />
      <div class="palette-list" role="listbox" id={list} aria-label={words.say("palette.title")}>
        {groups.map((group, place) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
          <div role="group" aria-labelledby={`${list}-group-${place}`} key={group.title}>
            <div class="overline" id={`${list}-group-${place}`}>
              {group.title}
            </div>
            {group.choices.map((choice) => {
              const mine = ++number;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field has the keys
                <div
                  role="option"
                  class="option"
                  id={`${list}-${mine}`}
                  key={choice.id}
                  aria-selected={mine === at}
                  onPointerMove={() => {
                    chosen.value = mine;
                  }}
                  onClick={() => run(choice)}
                >
                  <span class="what">
                    <span>{choice.label}</span>
                    {choice.under && <span class="small quiet">{choice.under}</span>}
                  </span>
                  {choice.chord && <kbd>{showChord(choice.chord, keys.mac)}</kbd>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p class="small quiet" role="status">
        {settled && flat.length === 0
          ? words.say("empty.search")
          : typed.value !== "" && words.say("palette.count", { n: flat.length })}
      </p>
    </dialog>
  );
}
