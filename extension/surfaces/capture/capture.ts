import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Scalar } from "../../../shared/documents/command.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { creation } from "../state/creation.ts";
import type { Surface } from "../state/surface.tsx";
import { gather } from "./gather.ts";
import { openKept, written } from "./kept.ts";
import { openReader, type Read } from "./read-typed.ts";
import type { Captured, Typed } from "./reading.ts";
import { sayCaptured } from "./say-captured.ts";
import { openSetAside } from "./set-aside.ts";

const KEEP_AFTER_MS = 200;
/** The field of a task that says which record it came from. */
const ORIGIN = "relatedTo";
const NOTHING: Typed = { line: "", text: "", chosen: null, corrected: {} };

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
      : written({
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
  const place = openKept(surface);
  const scratch = (desk = surface.desk.peek()?.id) => `${key}.${desk ?? ""}`;
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
  /** Goes on with what is kept. */
  const begin = (kept: Typed | null) => {
    show(kept ?? NOTHING);
    keptAs.value = snapshot.peek();
  };
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
    return place
      .put(scratch(), kept || null)
      .then(() => {
        keptAs.value = value;
        return true;
      })
      .catch(() => false);
  };
  const restore = async () => {
    // What was typed before there was a desk belongs to the first one.
    const before = scratch("");
    const [own, first] = await Promise.all([place.read(scratch()), place.read(before), aside.load()]);
    const kept = own ?? first;
    if (!kept) return;
    if (!own && scratch() !== before) await place.put(before, null);
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

  /**
   * In another tab the same line may have been gone on with, or saved: that is shown here too. Whoever has begun to
   * type meanwhile goes on; what stood in the other tab is then set aside, never written over.
   */
  const lookAgain = async () => {
    if (!restored.peek() || saving.peek() || snapshot.peek() !== keptAs.peek()) return;
    const [of, known] = [scratch(), snapshot.peek()];
    const [kept] = await Promise.all([place.read(of), aside.load()]);
    if (of !== scratch() || (kept ? written(kept) : "") === known) return;
    if (snapshot.peek() === known && !saving.peek()) begin(kept);
    else if (kept) await aside.put(kept);
  };
  for (const comes of ["focus", "visibilitychange"])
    addEventListener(comes, () => void lookAgain().catch(() => {}));

  /**
   * To another desk goes what is typed. What was typed there before, and not saved, is gone on with on an empty line,
   * else set aside there.
   */
  const follow = async (from: string | undefined) => {
    const here = scratch();
    const before = scratch(from ?? "");
    const [left, stood] = await Promise.all([place.read(before), place.read(here)]);
    if (here !== scratch()) return;
    const mine = snapshot.peek();
    // Saved, or taken along, in another tab: it is not here any more either.
    const gone = mine === keptAs.peek() && mine !== (left ? written(left) : "");
    if (mine === "" || gone) return begin(stood);
    if (stood && written(stood) !== mine && !(await aside.put(stood))) return;
    if (await keep()) await place.put(before, null);
  };
  let keptFor = surface.desk.peek()?.id;
  effect(() => {
    const id = surface.desk.value?.id;
    if (id === keptFor) return;
    const from = keptFor;
    keptFor = id;
    last.value = null;
    void aside.load().catch(() => {});
    if (id && restored.peek()) void follow(from).catch(() => {});
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
    void readTyped(typed, kind).then(
      (found) => {
        if (mine === asked) reading.value = found;
      },
      () => {},
    );
  });

  const kind = computed<Captured>(() => chosen.value ?? reading.value?.reading.kind ?? "call");
  const fields = computed(() => gather(kind.value, reading.value, corrected.value, text.value));

  const takeUp = async (at: number) => {
    const again = aside.lines.peek()[at];
    if (!again || saving.peek()) return;
    const instead = snapshot.peek() === "" ? null : typed();
    show(again);
    // Kept as what is typed before it is taken out: in between it is there twice, never nowhere.
    if (await keep()) await aside.remove(again, instead);
  };
  const setAside = async () => {
    if (saving.peek()) return;
    if (snapshot.peek() === "") return takeUp(0);
    if (!aside.room()) return;
    const put = typed();
    if (!(await aside.put(put))) return;
    show(next(put));
  };

  const saveAs = async (saved: Typed): Promise<boolean> => {
    // What is saved is what is on screen now, read anew: the last keys may be younger than the last reading.
    const found = saved.line.trim() ? await readTyped(saved.line, saved.chosen).catch(() => null) : null;
    const as = saved.chosen ?? found?.reading.kind ?? "call";
    const kind = kindOf(as);
    if (!kind) throw new Error(`There is no kind "${as}".`);
    // What cannot be read (its code was not there) is kept as it was typed.
    const words = found ? saved.text : [saved.line.trim(), saved.text].filter(Boolean).join("\n");
    const create = creation(surface, kind, { ...gather(as, found, saved.corrected, words), ...around() });
    void keep(create.record);
    if (!(await surface.act([create], sayCaptured(surface.words, kind, create.fields)))) return false;
    last.value = { typed: saved, kind: as, record: create.record };
    show(next(saved));
    return true;
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
      const done = await saveAs(typed()).finally(() => {
        saving.value = false;
      });
      if (done) void keep();
      return done;
    },
  };
}

const after = (saved: string, now: string) => (now.startsWith(saved) ? now.slice(saved.length) : now);
