import { Button } from "../components/button.tsx";
import { useSurface } from "../state/surface.tsx";

/** Desks that were in this browser and that it has lost: which, what of them is left, and how they come back. */
export function LostDesks() {
  const { words, state, ask } = useSurface();
  const lost = state.value?.lost ?? [];
  if (lost.length === 0) return null;
  const named = (desks: typeof lost) =>
    new Intl.ListFormat(words.locale.value).format(desks.map(({ name }) => name));
  const alone = lost.filter(({ server }) => server === null);
  return (
    <div class="banner boxed lost" role="status">
      <p>
        <strong class="break">{words.say("lost.gone", { desks: named(lost) })}</strong>
      </p>
      {alone.length < lost.length && <p>{words.say("lost.back")}</p>}
      {alone.length > 0 && <p class="break">{words.say("lost.alone", { desks: named(alone) })}</p>}
      <Button look="plain" onPress={() => void ask({ call: "dismissLost" })}>
        {words.say("setAside.dismiss")}
      </Button>
    </div>
  );
}
