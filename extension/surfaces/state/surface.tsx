import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Action, Command } from "../../../shared/documents/command.ts";
import { type Rights, rightsOf } from "../../../shared/documents/rights.ts";
import { chooseLocale } from "../../../shared/records/choose-locale.ts";
import { LOCALES } from "../../../shared/records/labels.ts";
import { loadCatalogue } from "../../locales/load.ts";
import type { Background } from "../../port/client.ts";
import type { Opening } from "../../port/last-opening.ts";
import { wearLook, writeLook } from "../../port/look.ts";
import type { AppState, Call, DeskInfo, Member, Results } from "../../port/surface.ts";
import { KEYMAP, type Place } from "../keys/keymap.ts";
import { type Keys, listenToKeys } from "../keys/keys.ts";
import type { Recognition } from "../lock/recognition.ts";
import { offerCaptured } from "./captured.ts";
import { wordFailure } from "./failures.ts";
import { newId } from "./ids.ts";
import { showStanding } from "./standing.tsx";
import { createToasts, type Toasts } from "./toasts.ts";
import { createWords, type Words } from "./words.ts";

/** Everything a surface's components share: the background, this device's desks, words, time, notices. */
export interface Surface {
  readonly background: Background;
  readonly state: ReadonlySignal<AppState | null>;
  readonly desk: ReadonlySignal<DeskInfo | null>;
  readonly me: ReadonlySignal<Member | null>;
  /** What this person may do on the desk. */
  readonly rights: ReadonlySignal<Rights>;
  readonly words: Words;
  readonly toasts: Toasts;
  readonly keys: Keys;
  /** Milliseconds since the epoch; moves on every half minute. */
  readonly now: ReadonlySignal<number>;
  /** Milliseconds since the epoch, now. */
  readonly clock: () => number;
  /** The browser's languages, best first. */
  readonly languages: readonly string[];
  /** The keys of the browser's own commands by their names in the manifest, as they are set now; "" for none. */
  shortcuts(): Promise<Readonly<Record<string, string>>>;
  readonly openShortcuts: Outside["openShortcuts"];
  readonly recognition: Outside["recognition"];
  /** Which surface it is. */
  readonly place: Place;
  readonly version: string;
  /** Asks the background; a failure is shown as a notice, and the answer is then undefined. */
  ask<C extends Call>(request: C): Promise<Results[C["call"]] | undefined>;
  /**
   * Does something to the desk: durable when the answer comes. `done` is what the notice says, with an Undo.
   * Gives whether it was done; a failure is shown.
   */
  act(actions: readonly Action[], done?: string): Promise<boolean>;
  /** The same surface for another desk of this device: what is asked and done through it goes there. */
  on(desk: string): Surface;
  /** The same for taking something back: it may lead to a state that cannot be chosen from here. */
  undo(actions: readonly Action[]): Promise<boolean>;
}

/** What a surface takes from its browser, so that a test can give it another. */
export interface Outside {
  readonly background: Background;
  readonly languages: readonly string[];
  readonly root: HTMLElement;
  readonly clock: () => number;
  /** Null where the browser lets no page of an extension ask the computer who is there; its code is read when that is asked. */
  readonly recognition: (() => Promise<Recognition>) | null;
  readonly shortcuts: Surface["shortcuts"];
  /** See `createWords`. */
  readonly disguise?: (text: string) => string;
  /** Keeps a look for the next page, which wears it before the background has said anything. */
  readonly keepLook: (written: string) => void;
  /** Notes of this page's beginning what the next one begins with. */
  readonly noteOpening: (change: (before: Opening) => Opening) => void;
  /** Opens the browser's page for the keys of extensions, to which no page may link. */
  readonly openShortcuts: () => void;
  /** Of the extension, as its manifest says it. */
  readonly version: string;
}

const Context = createContext<Surface | null>(null);
export const SurfaceProvider = Context.Provider;

/** The surface that the component is part of. */
export function useSurface(): Surface {
  const surface = useContext(Context);
  if (!surface) throw new Error("A component was rendered outside its surface.");
  return surface;
}

/** Starts a surface: waits for the background's state and the words of its language. `place` decides which keys it has. */
export async function openSurface(
  {
    background,
    languages,
    root,
    clock,
    shortcuts,
    disguise,
    keepLook,
    noteOpening,
    openShortcuts,
    version,
    recognition,
  }: Outside,
  place: Place,
): Promise<Surface> {
  const state: Signal<AppState | null> = signal(null);
  const now = signal(clock());
  setInterval(() => {
    now.value = clock();
  }, 30_000);
  const localeOf = (app: AppState | null) => chooseLocale(app?.locale ? [app.locale] : languages);
  const say = showStanding(background, root, () => localeOf(state.peek()));
  // Most people speak their browser's language here too: its words come while the background is asked for theirs.
  loadCatalogue(localeOf(null)).catch(() => {});
  await new Promise<void>((ready) => {
    background.watch(
      { q: "state" },
      (value) => {
        state.value = value;
        void say(null);
        ready();
      },
      (error) => void say(error),
    );
  });
  const locale = localeOf(state.peek());
  const words = createWords({ locale, catalogue: await loadCatalogue(locale) }, languages, disguise);
  effect(() => void words.speak(localeOf(state.value)));
  effect(() => {
    const spoken = words.locale.value;
    root.lang = spoken;
    noteOpening((before) => ({ ...before, locale: spoken }));
  });

  effect(() => {
    const look = state.value?.look;
    if (!look) return;
    wearLook(root, look);
    keepLook(writeLook(look));
  });

  let wasOpen = false;
  effect(() => {
    const locked = state.value?.lock.locked ?? true;
    if (locked && wasOpen) {
      // A page begun anew holds nothing of what it showed, on the screen or in memory.
      root.hidden = true;
      root.ownerDocument.location.reload();
    }
    wasOpen = !locked;
  });

  const desk = computed(() => state.value?.desks.find(({ id }) => id === state.value?.current) ?? null);
  const toasts = createToasts((run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  });
  const fail = (error: unknown) => toasts.show({ text: wordFailure(words, error), tone: "urgent" });
  const submit = async (
    current: DeskInfo | null,
    commands: readonly Command[],
    done?: string,
  ): Promise<boolean> => {
    if (!current) return false;
    try {
      const { undo } = await background.call({ call: "submit", desk: current.id, commands: [...commands] });
      if (done !== undefined)
        toasts.show({
          text: done,
          ...(undo.length > 0 ? { undo: () => void submit(current, undo, words.say("undone")) } : {}),
        });
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  };
  /** What of a surface is a desk's own. */
  const inside = (desk: Surface["desk"]): Pick<Surface, "desk" | "me" | "rights" | "act" | "undo"> => {
    const me = computed(() => desk.value?.members.find((member) => member.me) ?? null);
    return {
      desk,
      me,
      rights: computed(() => rightsOf(me.value, now.value)),
      act: (actions, done) =>
        submit(
          desk.peek(),
          actions.map((action) => command(action, clock())),
          done,
        ),
      undo: (actions) =>
        submit(
          desk.peek(),
          actions.map((action) => ({ ...command(action, clock()), undo: true as const })),
          words.say("undone"),
        ),
    };
  };
  const own = inside(desk);
  const others = new Map<string, Surface>();
  const surface: Surface = {
    ...own,
    background,
    state,
    on(id) {
      const known = others.get(id) ?? {
        ...surface,
        ...inside(computed(() => state.value?.desks.find((each) => each.id === id) ?? null)),
      };
      others.set(id, known);
      return known;
    },
    words,
    toasts,
    keys: listenToKeys({
      document: root.ownerDocument,
      place,
      mac: /^Mac|^iP/.test(navigator.platform),
      single: computed(() => state.value?.singleKeys !== false),
      allowed: (id) => {
        const { needs } = KEYMAP[id];
        return needs === undefined || own.rights.value[needs];
      },
    }),
    now,
    clock,
    languages,
    shortcuts,
    openShortcuts,
    recognition,
    place,
    version,
    ask: (request) =>
      background.call(request).catch((error: unknown) => {
        fail(error);
        return undefined;
      }),
  };
  offerCaptured(surface, place);
  return surface;
}

/** A command for an action, made at `now` (milliseconds since the epoch). */
const command = (action: Action, now: number): Command => ({
  id: newId(),
  at: new Date(now).toISOString(),
  action,
});

/** The languages to choose from, each named in itself. */
export const spokenLanguages = () =>
  LOCALES.map((locale) => ({
    locale,
    name: new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale,
  }));
