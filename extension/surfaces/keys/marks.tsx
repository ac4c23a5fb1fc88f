import { useSurface } from "../state/surface.tsx";
import { showChord } from "./chord.ts";
import { KEYMAP, type KeyId } from "./keymap.ts";

/** The key for something, to be seen: what it stands on says it as `aria-keyshortcuts`. Nothing where none works now. */
export function KeyMark({ of }: { readonly of: KeyId }) {
  const { keys } = useSurface();
  const chord = keys.chord(of);
  if (!chord) return null;
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus
  return <kbd aria-hidden="true">{showChord(chord, keys.mac)}</kbd>;
}

/** The most used keys in one line, and the way to all of them. */
export function KeyHints({ of }: { readonly of: readonly KeyId[] }) {
  const { keys, words } = useSurface();
  return (
    <footer class="list-foot small quiet">
      {of
        .filter((id) => keys.chord(id))
        .map((id) => (
          <span key={id}>
            <KeyMark of={id} /> {words.say(KEYMAP[id].says)}
          </span>
        ))}
      <button type="button" class="link" onClick={() => keys.run("help.open")}>
        <KeyMark of="help.open" /> {words.say("keys.help")}
      </button>
    </footer>
  );
}
