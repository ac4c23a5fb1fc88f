import { Banner } from "../components/banner.tsx";
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
    <Banner
      boxed
      action={
        <Button look="plain" onPress={() => void ask({ call: "dismissLost" })}>
          {words.say("setAside.dismiss")}
        </Button>
      }
    >
      {words.say("lost.gone", { desks: named(lost) })}{" "}
      {alone.length < lost.length && `${words.say("lost.back")} `}
      {alone.length > 0 && words.say("lost.alone", { desks: named(alone) })}
    </Banner>
  );
}
