import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { InvitePreview } from "../../port/surface.ts";
import { Button } from "../components/button.tsx";
import { Progress } from "../components/progress.tsx";
import { wordFailure } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";
import { fullMoment } from "../state/times.ts";
import { Line } from "./onboarding.tsx";

/** A whole mail with a link in it fits. */
const LONGEST = 20_000;

/** Joining by link: where it leads is shown, with the fingerprint to compare, before anything is joined. */
export function JoinForm() {
  const { words, ask, background, state } = useSurface();
  const id = useId();
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
      const found = await background.call({ call: "inspectInvite", link: pasted });
      if (link.peek() === pasted) preview.value = found;
    } catch (error) {
      if (link.peek() === pasted) problem.value = wordFailure(words, error);
    }
  };
  const join = async (event: Event) => {
    event.preventDefault();
    busy.value = true;
    await ask({ call: "join", link: link.value, memberName: member.value.trim() });
    busy.value = false;
  };
  const seen = preview.value;
  const policy = state.value?.policy;
  if (policy?.otherServers === false && !policy.server)
    return <p class="quiet">{words.say("policy.noServer")}</p>;
  return (
    <form class="stack" onSubmit={(event) => void join(event)}>
      {policy?.otherServers === false && policy.server && (
        <p class="small quiet break">{words.say("policy.onlyServer", { server: policy.server })}</p>
      )}
      <div class="field">
        <label for={id}>{words.say("onboarding.link")}</label>
        {/* Not one line: that would join the link with the next word of a pasted mail. */}
        <textarea
          class="input"
          id={id}
          rows={2}
          maxLength={LONGEST}
          placeholder="web+sidedesk:join?…"
          inputMode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={link.value}
          onInput={(event) => void inspect(event.currentTarget.value)}
        />
      </div>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {seen && (
        <div class="card" role="status">
          <strong>{seen.deskName}</strong>
          <p class="small quiet">
            {words.say("onboarding.where", { server: seen.server })}
            {seen.expiresAt &&
              ` · ${words.say("onboarding.until", { time: fullMoment(seen.expiresAt, words.formats.value) })}`}
          </p>
          <p class="small">{words.say("onboarding.compare")}</p>
          <code class="fingerprint">{seen.fingerprint}</code>
        </div>
      )}
      <Line
        label={words.say("onboarding.yourName")}
        required
        value={member.value}
        onValue={(next) => (member.value = next)}
      />
      {busy.value && <Progress label={words.say("progress.joining")} />}
      <div class="buttons">
        <Button look="filled" submit disabled={busy.value || !seen}>
          {words.say("onboarding.joinIt")}
        </Button>
      </div>
    </form>
  );
}
