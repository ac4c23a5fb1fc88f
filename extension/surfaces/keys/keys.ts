import type { ReadonlySignal } from "@preact/signals";
import { type Chord, isChord, isSingle, type Pressed } from "./chord.ts";
import { KEY_IDS, KEYMAP, type KeyId, type Place } from "./keymap.ts";

/** What a key does; `false` says that here and now it does nothing, and the next that knows it is asked. */
type Handler = (which: number) => unknown;
export type Handlers = Readonly<Partial<Record<KeyId, Handler>>>;

/** The keys of one surface: what is on screen says what they do, the newest first. */
export interface Keys {
  readonly mac: boolean;
  readonly place: Place;
  /** Whether keys without Ctrl or Alt work. */
  readonly single: ReadonlySignal<boolean>;
  /** Whether what a key does is this person's to do: else it does nothing, and is not spoken of. */
  allowed(id: KeyId): boolean;
  /** Says what keys do until the returned function is called. */
  provide(handlers: () => Handlers): () => void;
  /** What has something to do just now. */
  provided(): ReadonlySet<KeyId>;
  /** Does what a key does; gives whether anything did. */
  run(id: KeyId, which?: number): boolean;
  /** Whether an event is a key of this name; for what listens on a field of its own. Gives which of its chords, or -1. */
  which(id: KeyId, event: Pressed): number;
  /** The first of the key's chords that works now; undefined where it is not allowed, or single keys are off and it has no other. */
  chord(id: KeyId): Chord | undefined;
}

const FIELD =
  "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])";

/** What of an event's target is a place to type in. */
const fieldOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest(FIELD) : null;

interface KeysOptions {
  readonly document: Document;
  readonly place: Place;
  readonly mac: boolean;
  readonly single: ReadonlySignal<boolean>;
  /** Whether what a key does is this person's to do. */
  readonly allowed: (id: KeyId) => boolean;
}

/**
 * Starts listening in a surface's own page. The webmail around a sidebar is another page: its keys never come here,
 * nor these there. A key of an input method being composed with is never taken.
 */
export function listenToKeys({ document, place, mac, single, allowed }: KeysOptions): Keys {
  const stack: (() => Handlers)[] = [];
  const run = (id: KeyId, which = 0): boolean =>
    allowed(id) &&
    stack.toReversed().some((handlers) => {
      const handler = handlers()[id];
      return handler !== undefined && handler(which) !== false;
    });
  const provided = () =>
    new Set(stack.flatMap((handlers) => Object.keys(handlers()) as KeyId[]).filter(allowed));
  const usable = (chord: Chord) => single.peek() || !isSingle(chord);
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    const typing = fieldOf(event.target) !== null;
    const inDialog = document.querySelector("dialog[open]") !== null;
    for (const id of KEY_IDS) {
      const entry = KEYMAP[id];
      if (!entry.in.includes(place) || (typing && !entry.typing)) continue;
      // A dialog has the keyboard to itself, but for the palette that its own key closes again.
      if (inDialog && id !== "palette.open") continue;
      const which = entry.keys.findIndex(
        (chord) => usable(chord) && !(typing && isSingle(chord)) && isChord(chord, event, mac),
      );
      if (which < 0) continue;
      // Held down it comes again and again: a draft would go into the mail twice, a record be claimed and given back.
      const again = event.repeat && !entry.held;
      if (again ? provided().has(id) : run(id, which)) event.preventDefault();
      else continue;
      return;
    }
  });
  return {
    mac,
    place,
    single,
    provide(handlers) {
      stack.push(handlers);
      return () => {
        stack.splice(stack.indexOf(handlers), 1);
      };
    },
    allowed,
    provided,
    run,
    which: (id, event) => KEYMAP[id].keys.findIndex((chord) => isChord(chord, event, mac)),
    chord: (id) =>
      allowed(id) ? KEYMAP[id].keys.find((chord) => single.value || !isSingle(chord)) : undefined,
  };
}
