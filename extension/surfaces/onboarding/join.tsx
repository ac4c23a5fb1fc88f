import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Progress } from "../components/progress.tsx";
import { useSurface } from "../state/surface.tsx";
import { Leads, useEntrance } from "./entrance.tsx";
import { Line } from "./onboarding.tsx";

/** A whole mail with a link in it fits. */
const LONGEST = 20_000;

/** Joining by link: where it leads is shown, with the fingerprint to compare, before anything is joined. */
export function JoinForm() {
  const { words, state } = useSurface();
  const id = useId();
  const link = useSignal("");
  const member = useSignal("");
  const { preview, problem, device, busy, inspect, join } = useEntrance();
  const seen = preview.value;
  const policy = state.value?.policy;
  if (policy?.otherServers === false && !policy.server)
    return <p class="quiet">{words.say("policy.noServer")}</p>;
  return (
    <form
      autocomplete="off"
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void join(member.value.trim());
      }}
    >
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
          aria-invalid={problem.value !== null}
          aria-describedby={problem.value ? `${id}-problem` : undefined}
          value={link.value}
          onInput={(event) => {
            link.value = event.currentTarget.value;
            void inspect(link.value);
          }}
        />
      </div>
      {problem.value && (
        <p class="problem" role="alert" id={`${id}-problem`}>
          {problem.value}
        </p>
      )}
      {seen && <Leads to={seen} />}
      {(!seen || seen.use === "member") && (
        <Line
          label={words.say("onboarding.yourName")}
          required
          value={member.value}
          onValue={(next) => (member.value = next)}
        />
      )}
      {seen && (
        <Line
          label={words.say("devices.name")}
          value={device.value}
          onValue={(next) => (device.value = next)}
        />
      )}
      {busy.value && <Progress label={words.say("progress.joining")} />}
      <div class="buttons">
        <Button look="filled" submit disabled={busy.value || !seen}>
          {words.say("onboarding.joinIt")}
        </Button>
      </div>
    </form>
  );
}
