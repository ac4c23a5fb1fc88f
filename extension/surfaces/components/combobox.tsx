import { useEffect, useId, useRef, useState } from "preact/hooks";
import { fold } from "../../../shared/records/fold.ts";
import { useSurface } from "../state/surface.tsx";

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Tells apart two of the same name. */
  readonly hint?: string;
}

interface ComboboxProps {
  readonly id?: string;
  readonly class: string;
  /** Its name, where no label is beside it. */
  readonly label?: string;
  readonly keys?: string;
  readonly dataKey?: string;
  readonly options: readonly Option[];
  /** The chosen option's value; "" for none. */
  readonly value: string;
  /** What stands there while nothing is chosen. */
  readonly none: string;
  readonly onChoose: (value: string) => void;
}

const MOST = 50;

/** The options that a person may mean by what is typed: each word of it begins a word of the label. */
export function fitting(options: readonly Option[], typed: string): readonly Option[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  return options.filter(({ label, hint = "" }) => {
    const words = fold(`${label} ${hint}`).split(/[\s@.,()-]+/);
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
}

/**
 * One of several by its name, as the ARIA pattern of an editable combobox has it: typing narrows, arrows move, Enter or
 * Tab takes, Escape leaves it as it was; emptied, nothing is chosen.
 */
export function Combobox({ label, keys, dataKey, options, value, none, onChoose, ...own }: ComboboxProps) {
  const { words } = useSurface();
  const list = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const chosen = options.find((option) => option.value === value);
  const shown = fitting(options, typed ?? "").slice(0, MOST);
  const active = open ? shown[Math.min(at, shown.length - 1)] : undefined;
  const optionId = (option: Option) => `${list}-${option.value}`;
  useEffect(() => {
    if (active) document.getElementById(optionId(active))?.scrollIntoView({ block: "nearest" });
  }, [active?.value]);

  const close = () => {
    setOpen(false);
    setTyped(null);
  };
  const take = (next: string) => {
    close();
    if (next !== value) onChoose(next);
  };
  const show = () => {
    setOpen(true);
    setAt(Math.max(0, typed === null ? options.findIndex((option) => option.value === value) : 0));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (open) setAt((Math.min(at, shown.length - 1) + step + shown.length) % Math.max(1, shown.length));
      else show();
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      if (typed?.trim() === "") take("");
      else if (active) take(active.value);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  /** What was typed to its end is meant; anything else leaves the choice as it was. */
  const leave = () => {
    const only = shown.length === 1 ? shown[0] : undefined;
    if (typed?.trim() === "") take("");
    else if (typed !== null && only) take(only.value);
    else close();
  };
  return (
    <span class="combobox">
      <input
        {...own}
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={label}
        aria-keyshortcuts={keys}
        data-key={dataKey}
        aria-autocomplete="list"
        aria-expanded={active !== undefined}
        aria-controls={active ? list : undefined}
        aria-activedescendant={active ? optionId(active) : undefined}
        placeholder={none}
        value={typed ?? chosen?.label ?? ""}
        onFocus={(event) => event.currentTarget.select()}
        onClick={show}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      {open && shown.length === 0 && <p class="combobox-list quiet">{words.say("combobox.none")}</p>}
      {open && shown.length > 0 && (
        <div class="combobox-list" role="listbox" id={list} aria-label={label ?? none} tabIndex={-1}>
          {shown.map((option) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the input, where the focus stays
            <div
              key={option.value}
              id={optionId(option)}
              role="option"
              tabIndex={-1}
              aria-selected={option === active}
              class={option.value === value ? "option chosen" : "option"}
              // Leaving the input would close the list before the click.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(option.value)}
            >
              {option.label}
              {option.hint && <span class="small quiet"> {option.hint}</span>}
            </div>
          ))}
        </div>
      )}
      <span class="unseen" role="status">
        {open && typed ? words.say("combobox.found", { n: shown.length }) : ""}
      </span>
    </span>
  );
}
