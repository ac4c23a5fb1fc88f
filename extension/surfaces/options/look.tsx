import { LOOKS, type Look, readLook } from "../../port/look.ts";
import { useSurface } from "../state/surface.tsx";
import type { Words } from "../state/words.ts";
import { ChoiceOf } from "./choice.tsx";

/** The two webmails call themselves the same in every language. */
const say = (words: Words, value: Look[keyof Look]): string => {
  if (value === "gmail") return "Gmail";
  if (value === "outlook") return "Outlook";
  return words.say(`look.${value}`);
};

/** How Sidedesk looks in this browser. */
export function LookPart() {
  const { words, state, ask } = useSurface();
  const look = state.value?.look ?? readLook(null);
  return (
    <div class="section card">
      {(Object.keys(LOOKS) as (keyof Look)[]).map((part) => (
        <ChoiceOf
          key={part}
          label={words.say(`look.${part}`)}
          name={part}
          value={look[part]}
          options={LOOKS[part].map((value) => ({ value, label: say(words, value) }))}
          onChoose={(value) => void ask({ call: "setLook", look: { ...look, [part]: value } })}
        />
      ))}
      <p class="small quiet">{words.say("look.why")}</p>
    </div>
  );
}
