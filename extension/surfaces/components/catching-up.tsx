import { useRef } from "preact/hooks";
import { useSurface } from "../state/surface.tsx";
import { Progress } from "./progress.tsx";

/** Fewer changes than these are here before anybody has read a sentence about them. */
const WORTH_SAYING = 200;

/** How far a desk has come that has much to fetch: a new colleague's first sync, or a browser after a long absence. */
export function CatchingUp() {
  const { words, desk } = useSurface();
  const most = useRef({ desk: "", changes: 0 });
  const { id = "", sync } = desk.value ?? {};
  if (sync?.phase !== "catchingUp") {
    most.current = { desk: id, changes: 0 };
    return null;
  }
  if (most.current.desk !== id || sync.toFetch > most.current.changes)
    most.current = { desk: id, changes: sync.toFetch };
  const total = most.current.changes;
  if (total < WORTH_SAYING) return null;
  const done = total - sync.toFetch;
  return (
    <div class="catching-up">
      <Progress label={words.say("progress.catchingUp", { done, total })} done={done} total={total} />
    </div>
  );
}
