import { useId } from "preact/hooks";
import { useSurface } from "../state/surface.tsx";

/** Switches the keys that work without Ctrl or Alt (WCAG 2.1.4). */
export function SingleKeys() {
  const { words, keys, ask } = useSurface();
  const id = useId();
  return (
    <>
      <div class="field flag">
        <label for={id}>{words.say("keys.single")}</label>
        <input
          id={id}
          type="checkbox"
          checked={keys.single.value}
          aria-describedby={`${id}-why`}
          onChange={(event) => void ask({ call: "setSingleKeys", on: event.currentTarget.checked })}
        />
      </div>
      <p class="small quiet" id={`${id}-why`}>
        {words.say("keys.singleWhy")}
      </p>
    </>
  );
}
