import { useEffect, useRef } from "preact/hooks";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";

/**
 * Says to who cannot see it that more waits in the queue than before, as when a colleague hands something over. What a
 * person does herself is said by its own notice.
 */
export function Arrivals() {
  const { words, desk, toasts } = useSurface();
  const { id } = desk.value ?? {};
  const queue = useQuery(id ? { q: "counts", desk: id } : null).value.value?.queue;
  const known = useRef<{ id: string | undefined; queue: number } | null>(null);
  const said = useRef("");
  useEffect(() => {
    known.current = queue === undefined ? null : { id, queue };
  }, [id, queue]);
  const before = known.current?.id === id ? known.current?.queue : undefined;
  if (queue !== undefined && before !== undefined && queue > before && toasts.shown.peek().length === 0)
    said.current = words.say("empty.inQueue", { n: queue });
  return (
    <p class="unseen" role="status">
      {said.current}
    </p>
  );
}
