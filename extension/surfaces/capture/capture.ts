import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Action, Scalar } from "../../../shared/documents/command.ts";
import { fieldOf } from "../../../shared/records/define.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { idFor } from "../state/ids.ts";
import type { Surface } from "../state/surface.tsx";
import { openReader, type Read } from "./read-typed.ts";
import { CAPTURED, type Captured, TEXT_FIELD } from "./reading.ts";

const KEEP_AFTER_MS = 200;

/** One line on its way to becoming a record, with the longer text under it and what was corrected in the form. */
export interface Capture {
  readonly line: Signal<string>;
  readonly text: Signal<string>;
  /** The kind that the person chose; null leaves it to the words. */
  readonly chosen: Signal<Captured | null>;
  readonly kind: ReadonlySignal<Captured>;
  /** Everything that would be saved: what was read, then what was corrected. */
  readonly fields: ReadonlySignal<Readonly<Record<string, Scalar>>>;
  readonly unsure: ReadonlySignal<readonly string[]>;
  readonly empty: ReadonlySignal<boolean>;
  /** Whether what is typed is kept: it survives the surface. */
  readonly kept: ReadonlySignal<boolean>;
  readonly saving: ReadonlySignal<boolean>;
  correct(field: string, value: Scalar): void;
  /** Saves; the line is emptied only after the background has it. Gives whether it was saved. */
  save(): Promise<boolean>;
}

interface Kept {
  readonly line: string;
  readonly text: string;
  readonly chosen: Captured | null;
  readonly corrected: Readonly<Record<string, Scalar>>;
}

/**
 * Starts a capture; what was typed before under the same `key` is there again, before what `early` holds.
 * @param early what was typed before this script ran
 * @param around fields that the place gives: the mail's thread
 */
export function startCapture(
  surface: Surface,
  key: string,
  early = "",
  around: () => Readonly<Record<string, Scalar>> = () => ({}),
): Capture {
  const line = signal(early);
  const text = signal("");
  const chosen = signal<Captured | null>(null);
  const corrected = signal<Readonly<Record<string, Scalar>>>({});
  const read = signal<Read | null>(null);
  const readTyped = openReader(surface);
  const keptAs = signal("");
  const saving = signal(false);
  const restored = signal(false);

  const snapshot = computed(() => {
    const empty = line.value === "" && text.value === "" && Object.keys(corrected.value).length === 0;
    return empty
      ? ""
      : JSON.stringify({
          line: line.value,
          text: text.value,
          chosen: chosen.value,
          corrected: corrected.value,
        });
  });
  const scratch = () => `${key}.${surface.desk.peek()?.id ?? ""}`;
  const keep = () => {
    const value = snapshot.peek();
    surface.background
      .call({ call: "scratchPut", key: scratch(), value: value || null })
      .then(() => {
        keptAs.value = value;
      })
      .catch(() => {});
  };
  void surface.background
    .call({ call: "scratchGet", key: scratch() })
    .then(({ value }) => {
      if (!value) return;
      const kept = JSON.parse(value) as Kept;
      batch(() => {
        // Typed while the old text was on its way: both stay, the older first.
        line.value = line.peek() === "" ? kept.line : `${kept.line} ${line.peek()}`.trim();
        if (text.peek() === "") text.value = kept.text;
        chosen.value ??= kept.chosen;
        corrected.value = { ...kept.corrected, ...corrected.peek() };
        keptAs.value = value;
      });
    })
    .catch(() => {})
    .finally(() => {
      restored.value = true;
    });

  let waiting = false;
  effect(() => {
    if (!restored.value || snapshot.value === keptAs.value) return;
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (!saving.peek()) keep();
    }, KEEP_AFTER_MS);
  });
  addEventListener("pagehide", () => {
    if (restored.peek() && snapshot.peek() !== keptAs.peek()) keep();
  });

  let asked = 0;
  effect(() => {
    const typed = line.value;
    const kind = chosen.value;
    const mine = ++asked;
    if (typed.trim() === "") {
      read.value = null;
      return;
    }
    void readTyped(typed, kind).then((found) => {
      if (mine === asked) read.value = found;
    });
  });

  const kind = computed<Captured>(() => chosen.value ?? read.value?.reading.kind ?? "call");
  const fields = computed(() => {
    const definition = kindOf(kind.value);
    const all: Record<string, Scalar> = { ...read.value?.fields, ...corrected.value };
    const place = TEXT_FIELD[kind.value];
    const texts = [all[place], text.value.trim()].filter(Boolean);
    if (texts.length > 0) all[place] = texts.join("\n");
    return Object.fromEntries(
      Object.entries(all).filter(
        ([name, value]) =>
          value !== null && value !== "" && definition && fieldOf(definition, name) !== undefined,
      ),
    );
  });

  return {
    line,
    text,
    chosen,
    kind,
    fields,
    unsure: computed(() =>
      (read.value?.reading.chips ?? [])
        .filter(({ field, unsure }) => unsure && !(field in corrected.value))
        .map(({ field }) => field),
    ),
    empty: computed(() => snapshot.value === ""),
    kept: computed(() => snapshot.value === keptAs.value),
    saving,
    correct(field, value) {
      corrected.value = { ...corrected.peek(), [field]: value };
    },
    async save() {
      if (saving.peek() || snapshot.peek() === "") return false;
      saving.value = true;
      const saved = snapshot.peek();
      // What is saved is what is on screen now, read anew: the last keys may be younger than the last reading.
      if (line.peek().trim()) read.value = await readTyped(line.peek(), chosen.peek());
      const done = await surface.act(
        [creation(surface, kind.peek(), { ...fields.peek(), ...around() })],
        surface.words.say("capture.saved"),
      );
      if (done && snapshot.peek() === saved)
        batch(() => {
          line.value = "";
          text.value = "";
          chosen.value = null;
          corrected.value = {};
        });
      saving.value = false;
      if (done) keep();
      return done;
    },
  };
}

function creation(surface: Surface, kind: Captured, fields: Readonly<Record<string, Scalar>>): Action {
  const definition = kindOf(kind);
  if (!definition) throw new Error(`There is no kind "${kind}".`);
  const now = surface.clock();
  const at = new Date(now).toISOString();
  const all: Record<string, Scalar> = { ...fields };
  if (kind === "call") all.startedAt ??= at;
  if (kind === "message") {
    all.takenAt ??= at;
    const me = surface.me.peek();
    if (me) all.takenBy ??= me.id;
  }
  return { do: "create", record: idFor(definition, now), kind, fields: all };
}

/** The kind for Alt and a digit, if that is what was pressed. */
export function kindOfKey(event: KeyboardEvent): Captured | undefined {
  return event.altKey && !event.ctrlKey && !event.metaKey
    ? CAPTURED[Number(event.code.replace("Digit", "")) - 1]
    : undefined;
}
