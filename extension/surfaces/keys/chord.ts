/** The part of a `KeyboardEvent` that is looked at here. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Keys pressed together, as the keymap writes them: `j`, `?`, `Escape`, `Mod+k`, `Alt+n`. `Mod` is ⌘ on a Mac and
 * Ctrl elsewhere; a letter stands for the key of that letter on a Latin keyboard.
 */
export type Chord = string;

interface Parts {
  readonly name: string;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

function partsOf(chord: Chord): Parts {
  const parts = chord.split("+");
  return {
    name: parts.at(-1) ?? "",
    mod: parts.includes("Mod"),
    alt: parts.includes("Alt"),
    shift: parts.includes("Shift"),
  };
}

const LATIN = /^[!-~]$/;

/**
 * The key's own name. A Cyrillic keyboard gives "о" for the key J, and a Mac gives "˜" for Alt+N: there the place of
 * the key says which it is.
 */
function nameOf({ key, code }: Pressed): string {
  if (key !== "Dead" && (key.length !== 1 || LATIN.test(key)))
    return key.length === 1 ? key.toLowerCase() : key;
  const placed = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  return placed ? placed.toLowerCase() : key;
}

/** Whether these are the keys of a chord, on a Mac or elsewhere. Where a sign needs Shift is the keyboard's own affair. */
export function isChord(chord: Chord, pressed: Pressed, mac: boolean): boolean {
  const { name, mod, alt, shift } = partsOf(chord);
  const letter = /^[a-z]$/.test(name);
  const named = name.length > 1;
  return (
    // The digits of a French keyboard need Shift: their place counts.
    (nameOf(pressed) === name || (/^\d$/.test(name) && pressed.code === `Digit${name}`)) &&
    pressed.ctrlKey === (mod && !mac) &&
    pressed.metaKey === (mod && mac) &&
    pressed.altKey === alt &&
    ((!letter && !named) || pressed.shiftKey === shift)
  );
}

/** Whether a chord is one character alone, which people who dictate or tremble must be able to turn off (WCAG 2.1.4). */
export const isSingle = (chord: Chord): boolean => chord.length === 1;

const SHOWN: Readonly<Record<string, string>> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};

/** A chord as a keyboard shows it: `Ctrl K`, on a Mac `⌘ K`. */
export function showChord(chord: Chord, mac: boolean): string {
  return chord
    .split("+")
    .map((part) => {
      if (part === "Mod") return mac ? "⌘" : "Ctrl";
      if (part === "Alt") return mac ? "⌥" : "Alt";
      return SHOWN[part] ?? (part.length === 1 ? part.toUpperCase() : part);
    })
    .join(" ");
}
