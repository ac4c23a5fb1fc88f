import { wordProblem } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";

/** What keeps this desk from its colleagues, if a person must know of it, and another try where that may help. */
export function SyncProblemBanner() {
  const { words, desk, ask } = useSurface();
  const current = desk.value;
  const said = current && wordProblem(words, current.sync);
  if (!current || !said) return null;
  const tryAgain = () =>
    // A sync that has stopped begins anew only when the desk is connected again, to the server that it has.
    current.sync.phase === "stopped" && current.server
      ? ask({ call: "setServer", desk: current.id, server: current.server })
      : ask({ call: "syncNow", desk: current.id });
  return (
    <Banner
      tone="urgent"
      action={said.again && <Button onPress={() => void tryAgain()}>{words.say("sync.again")}</Button>}
    >
      {said.text}
    </Banner>
  );
}
