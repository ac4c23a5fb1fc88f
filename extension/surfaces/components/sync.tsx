import type { SyncState } from "../../port/surface.ts";
import { useSurface } from "../state/surface.tsx";
import type { Words } from "../state/words.ts";

function saySync(words: Words, sync: SyncState): { text: string; tint: string } {
  switch (sync.phase) {
    case "local":
      return { text: words.say("sync.local"), tint: "var(--ink-3)" };
    case "upToDate":
      if (sync.problem && sync.unsent > 0)
        return { text: words.say("sync.waiting", { n: sync.unsent }), tint: "var(--attention)" };
      return sync.unsent > 0
        ? { text: words.say("sync.sending", { n: sync.unsent }), tint: "var(--accent)" }
        : { text: words.say("sync.allSent"), tint: "var(--done)" };
    case "connecting":
      return { text: words.say("sync.connecting"), tint: "var(--accent)" };
    case "catchingUp":
      return { text: words.say("sync.catchingUp", { n: sync.toFetch }), tint: "var(--accent)" };
    case "offline":
      return {
        text:
          sync.unsent > 0 ? words.say("sync.offlineUnsent", { n: sync.unsent }) : words.say("sync.offline"),
        tint: "var(--attention)",
      };
    case "stopped":
      return {
        text:
          sync.unsent > 0 ? words.say("sync.stoppedUnsent", { n: sync.unsent }) : words.say("sync.stopped"),
        tint: "var(--urgent)",
      };
  }
}

/** A dot and two words. */
export function Sync({ sync }: { readonly sync: SyncState }) {
  const { words } = useSurface();
  const { text, tint } = saySync(words, sync);
  return (
    <span class="sync">
      <span class="dot" style={{ "--tint": tint }} />
      <span>{text}</span>
    </span>
  );
}
