import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { BROWSER_KEYS } from "../keys/keymap.ts";
import { SingleKeys } from "../keys/single-keys.tsx";
import { useSurface } from "../state/surface.tsx";

/** The keys that work in every tab: as they are set now, and where they are changed. */
export function ShortcutsPart() {
  const { words, shortcuts, openShortcuts } = useSurface();
  const set = useSignal<Readonly<Record<string, string>>>({});
  useEffect(() => {
    const read = () => {
      shortcuts().then(
        (now) => {
          set.value = now;
        },
        () => {},
      );
    };
    read();
    // They are changed in another tab.
    addEventListener("focus", read);
    return () => removeEventListener("focus", read);
  }, []);
  return (
    <div class="section card">
      <p class="quiet">{words.say("shortcuts.why")}</p>
      <dl class="shortcuts">
        {BROWSER_KEYS.map(([name, says]) => (
          <div key={name}>
            <dt>{words.say(says)}</dt>
            <dd>
              {set.value[name] ? (
                <kbd>{set.value[name].replaceAll("+", " ")}</kbd>
              ) : (
                <span class="small quiet">{words.say("keys.unset")}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <div class="buttons">
        <Button onPress={openShortcuts}>{words.say("shortcuts.change")}</Button>
      </div>
      <SingleKeys />
    </div>
  );
}
