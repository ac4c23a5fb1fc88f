import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Scalar } from "../../../shared/documents/command.ts";
import type { KindDefinition } from "../../../shared/records/define.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { readKept } from "../../port/kept-line.ts";
import { askOnce } from "../state/ask-once.ts";
import { creation } from "../state/creation.ts";
import type { Surface } from "../state/surface.tsx";
import type { Words } from "../state/words.ts";
import { gather } from "./gather.ts";
import { openReader, type Read } from "./read-typed.ts";
import type { Captured, Typed } from "./reading.ts";
import { openSetAside } from "./set-aside.ts";

const KEEP_AFTER_MS = 200;
/** As much of a name as a notice says of it. */
const LONGEST_SAID = 40;
/** The field of a task that says which record it came from. */
const ORIGIN = "relatedTo";

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
  /** What was saved last here, until something else is typed; null where nothing was. */
  readonly saved: ReadonlySignal<Captured | null>;
  /** What was set aside, the newest first. */
  readonly aside: ReadonlySignal<readonly Typed[]>;
  correct(field: string, value: Scalar): void;
  /** Somebody else rings: sets what is typed aside, and gives an empty line. With nothing typed, goes on with the newest. */
  setAside(): Promise<void>;
  /** Brings back what was saved last into the empty line, to save it as another kind too; gives whether there was something. */
  again(kind: Captured | null): boolean;
  /** Goes on with a line that was set aside; what is typed now takes its place. */
  takeUp(at: number): Promise<void>;
  /** Saves; nothing is saved while there is no desk. The line is emptied only after the background has it. Gives whether it was saved. */
  save(): Promise<boolean>;
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
  const reading = signal<Read | null>(null);
  const readTyped = openReader(surface);
  const keptAs = signal("");
  const saving = signal(false);
  const restored = signal(false);
  const last = signal<{ readonly typed: Typed; readonly kind: Captured; readonly record: string } | null>(
    null,
  );

  const snapshot = computed(() => {
    const corrections = Object.keys(corrected.value).filter((field) => field !== ORIGIN);
    const empty = line.value === "" && text.value === "" && corrections.length === 0;
    return empty
      ? ""
      : JSON.stringify({
          line: line.value,
          text: text.value,
          chosen: chosen.value,
          corrected: corrected.value,
        });
  });
  effect(() => {
    // Emptied again: what is typed next comes from nothing.
    if (snapshot.value === "" && ORIGIN in corrected.peek()) corrected.value = {};
  });
  const scratch = () => `${key}.${surface.desk.peek()?.id ?? ""}`;
  const typed = (): Typed => ({
    line: line.peek(),
    text: text.peek(),
    chosen: chosen.peek(),
    corrected: corrected.peek(),
  });
  const show = (next: Typed) =>
    batch(() => {
      line.value = next.line;
      text.value = next.text;
      chosen.value = next.chosen;
      corrected.value = next.corrected;
    });
  /** What was typed since: the beginning of the next. */
  const next = (before: Typed): Typed => ({
    line: after(before.line, line.peek()),
    text: after(before.text, text.peek()),
    chosen: null,
    corrected: {},
  });
  const aside = openSetAside(surface.ask, () => `${scratch()}.aside`);
  const keep = (record?: string) => {
    const value = snapshot.peek();
    const kept = value && record ? JSON.stringify({ ...JSON.parse(value), record }) : value;
    return surface.background
      .call({ call: "scratchPut", key: scratch(), value: kept || null })
      .then(() => {
        keptAs.value = value;
        return true;
      })
      .catch(() => false);
  };
  const read = (of: string) => surface.background.call({ call: "scratchGet", key: of });
  const restore = async () => {
    // What was typed before there was a desk belongs to the first one.
    const before = `${key}.`;
    const [own, first] = await Promise.all([read(scratch()), read(before), aside.load()]);
    const value = own.value ?? first.value;
    if (own.value === null && first.value !== null && scratch() !== before)
      await surface.background.call({ call: "scratchPut", key: before, value: null });
    const kept = readKept(value);
    if (!kept) return;
    // The surface was closed while this was being saved: if the record is there, it was, and is not offered again.
    if (kept.record && (await isThere(surface, kept.record))) return;
    batch(() => {
      // Typed while the old text was on its way: both stay, the older first.
      line.value = line.peek() === "" ? kept.line : `${kept.line} ${line.peek()}`.trim();
      if (text.peek() === "") text.value = kept.text;
      chosen.value ??= kept.chosen;
      corrected.value = { ...kept.corrected, ...corrected.peek() };
    });
  };
  void restore()
    .catch(() => {})
    .finally(() => {
      restored.value = true;
    });

  let keptFor = surface.desk.peek()?.id;
  effect(() => {
    const id = surface.desk.value?.id;
    if (id === keptFor) return;
    const first = keptFor === undefined;
    keptFor = id;
    last.value = null;
    void aside.load().catch(() => {});
    if (!id || !restored.peek() || snapshot.peek() === "") return;
    void keep();
    if (first) surface.background.call({ call: "scratchPut", key: `${key}.`, value: null }).catch(() => {});
  });

  let waiting = false;
  effect(() => {
    if (!restored.value || snapshot.value === keptAs.value) return;
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (!saving.peek()) void keep();
    }, KEEP_AFTER_MS);
  });
  addEventListener("pagehide", () => {
    if (restored.peek() && snapshot.peek() !== keptAs.peek()) void keep();
  });

  let asked = 0;
  effect(() => {
    const typed = line.value;
    const kind = chosen.value;
    const mine = ++asked;
    if (typed.trim() === "") {
      reading.value = null;
      return;
    }
    void readTyped(typed, kind).then((found) => {
      if (mine === asked) reading.value = found;
    });
  });

  const kind = computed<Captured>(() => chosen.value ?? reading.value?.reading.kind ?? "call");
  const fields = computed(() => gather(kind.value, reading.value, corrected.value, text.value));

  const takeUp = async (at: number) => {
    const again = aside.lines.peek()[at];
    if (!again || saving.peek()) return;
    const instead = snapshot.peek() === "" ? null : typed();
    show(again);
    // Kept as what is typed before it is taken out: in between it is there twice, never nowhere.
    if (await keep()) await aside.remove(at, instead);
  };
  const setAside = async () => {
    if (saving.peek()) return;
    if (snapshot.peek() === "") return takeUp(0);
    if (!aside.room()) return;
    const put = typed();
    if (!(await aside.put(put))) return;
    show(next(put));
  };

  return {
    line,
    text,
    chosen,
    kind,
    fields,
    unsure: computed(() =>
      (reading.value?.reading.chips ?? [])
        .filter(({ field, unsure }) => unsure && !(field in corrected.value))
        .map(({ field }) => field),
    ),
    empty: computed(() => snapshot.value === ""),
    kept: computed(() => snapshot.value === keptAs.value),
    saving,
    aside: aside.lines,
    saved: computed(() => (snapshot.value === "" ? (last.value?.kind ?? null) : null)),
    again(kind) {
      const before = last.peek();
      if (!before || snapshot.peek() !== "" || saving.peek()) return false;
      const { typed, record } = before;
      // A task says what it came from; the other kinds have no such field, and leave it out.
      show({ ...typed, chosen: kind ?? typed.chosen, corrected: { ...typed.corrected, [ORIGIN]: record } });
      return true;
    },
    setAside,
    takeUp,
    correct(field, value) {
      corrected.value = { ...corrected.peek(), [field]: value };
    },
    async save() {
      if (saving.peek() || snapshot.peek() === "") return false;
      saving.value = true;
      // What is saved is what is on screen now, read anew: the last keys may be younger than the last reading.
      const saved = typed();
      const found = saved.line.trim() ? await readTyped(saved.line, saved.chosen) : null;
      const as = saved.chosen ?? found?.reading.kind ?? "call";
      const kind = kindOf(as);
      if (!kind) throw new Error(`There is no kind "${as}".`);
      const create = creation(surface, kind, {
        ...gather(as, found, saved.corrected, saved.text),
        ...around(),
      });
      void keep(create.record);
      const done = await surface.act([create], sayCaptured(surface.words, kind, create.fields));
      if (done) {
        last.value = { typed: saved, kind: as, record: create.record };
        show(next(saved));
      }
      saving.value = false;
      if (done) void keep();
      return done;
    },
  };
}

/** What was saved, by what it is and whom it names: of two notices each says which of them its Undo takes back. */
function sayCaptured(words: Words, { label, row }: KindDefinition, fields: Readonly<Record<string, Scalar>>) {
  const titles = row.title.map((name) => fields[name]);
  const title = titles.find((each): each is string => typeof each === "string" && each !== "") ?? "";
  const short = title.length > LONGEST_SAID ? `${title.slice(0, LONGEST_SAID).toWellFormed()}…` : title;
  return words.say("captured.saved", { title: [words.name(label), short].filter(Boolean).join(" · ") });
}

const after = (saved: string, now: string) => (now.startsWith(saved) ? now.slice(saved.length) : now);

/** Whether the desk has a record. */
async function isThere({ background, desk }: Surface, id: string): Promise<boolean> {
  const current = desk.peek()?.id;
  if (!current) return false;
  const view = await askOnce(background, { q: "record", desk: current, id }).catch(() => null);
  return view !== null;
}
