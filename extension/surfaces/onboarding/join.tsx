import { useSignal } from "@preact/signals";
import type { InvitePreview } from "../../port/surface.ts";
import { Button } from "../components/button.tsx";
import { Progress } from "../components/progress.tsx";
import { wordFailure } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";
import { fullMoment } from "../state/times.ts";
import { Line } from "./onboarding.tsx";

/** The whole link where it stands in one piece, without the text that was copied with it; else all that was pasted. */
const linkIn = (pasted: string) => /web\+sidedesk:join\?\S+?#[\w-]{43}/i.exec(pasted)?.[0] ?? pasted.trim();

/** Joining by link: where it leads is shown, with the fingerprint to compare, before anything is joined. */
export function JoinForm() {
  const { words, ask, background } = useSurface();
  const link = useSignal("");
  const member = useSignal("");
  const preview = useSignal<InvitePreview | null>(null);
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const inspect = async (pasted: string) => {
    link.value = pasted;
    preview.value = null;
    problem.value = null;
    if (pasted.trim() === "") return;
    try {
      const found = await background.call({ call: "inspectInvite", link: linkIn(pasted) });
      if (link.peek() === pasted) preview.value = found;
    } catch (error) {
      if (link.peek() === pasted) problem.value = wordFailure(words, error);
    }
  };
  const join = async (event: Event) => {
    event.preventDefault();
    busy.value = true;
    await ask({ call: "join", link: linkIn(link.value), memberName: member.value.trim() });
    busy.value = false;
  };
  const seen = preview.value;
  return (
    <form class="stack" onSubmit={(event) => void join(event)}>
      <Line
        address
        label={words.say("onboarding.link")}
        hint="web+sidedesk:join?…"
        value={link.value}
        onValue={(next) => void inspect(next)}
      />
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {seen && (
        <div class="card" role="status">
          <strong>{seen.deskName}</strong>
          <p class="small quiet">
            {words.say("onboarding.where", { server: seen.server })} ·{" "}
            {words.say("onboarding.until", { time: fullMoment(seen.expiresAt, words.formats.value) })}
          </p>
          <p class="small">{words.say("onboarding.compare")}</p>
          <code class="fingerprint">{seen.fingerprint}</code>
        </div>
      )}
      <Line
        label={words.say("onboarding.yourName")}
        value={member.value}
        onValue={(next) => (member.value = next)}
      />
      {busy.value && <Progress label={words.say("progress.joining")} />}
      <div class="buttons">
        <Button look="filled" submit disabled={busy.value || !seen || member.value.trim() === ""}>
          {words.say("onboarding.joinIt")}
        </Button>
      </div>
    </form>
  );
}
