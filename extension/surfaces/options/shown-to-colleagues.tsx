import { useId } from "preact/hooks";
import { useSurface } from "../state/surface.tsx";
import { SetByOrganisation } from "./set-by.tsx";

/** Whether colleagues see what is open in this browser. */
export function ShownToColleagues() {
  const { words, state, ask } = useSurface();
  const id = useId();
  const mayChoose = state.value?.policy.presence !== false;
  return (
    <section class="section card">
      {!mayChoose && (
        <p>
          <SetByOrganisation />
        </p>
      )}
      <div class="field flag">
        <label for={id}>{words.say("presence.shown")}</label>
        <input
          id={id}
          type="checkbox"
          checked={state.value?.presence === true}
          disabled={!mayChoose}
          aria-describedby={`${id}-why`}
          onChange={(event) => void ask({ call: "setPresence", on: event.currentTarget.checked })}
        />
      </div>
      <p class="small quiet" id={`${id}-why`}>
        {words.say("presence.shownWhy")}
      </p>
    </section>
  );
}
