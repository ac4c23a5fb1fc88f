import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { parsePaperKeyLink, readPaperKey } from "../../../shared/desk/paper-key.ts";
import { Button } from "../components/button.tsx";
import { Progress } from "../components/progress.tsx";
import { useSurface } from "../state/surface.tsx";
import { Leads, useEntrance } from "./entrance.tsx";
import { Line } from "./onboarding.tsx";

/** Coming back with a paper key: typed from the page, or the link of its QR code. What is mistyped is said at once. */
export function RestoreForm() {
  const { words, state } = useSurface();
  const id = useId();
  const policy = state.value?.policy;
  const lost = state.value?.lost.find((each) => each.server !== null);
  const server = useSignal(policy?.server ?? lost?.server ?? "");
  const typed = useSignal("");
  const { preview, problem, device, busy, inspect, join } = useEntrance();
  const pasted = parsePaperKeyLink(typed.value);
  const read = readPaperKey(pasted?.characters ?? typed.value);
  const wrong = read.ok ? [] : read.problem.groups;
  const change = () => {
    const link = parsePaperKeyLink(typed.peek());
    if (link) server.value = link.server;
    // Only what is whole is sent anywhere.
    const whole = readPaperKey(link?.characters ?? typed.peek()).ok;
    void inspect(whole ? (link?.characters ?? typed.peek()) : "", server.peek().trim());
  };
  const seen = preview.value;
  if (policy?.otherServers === false && !policy.server)
    return <p class="quiet">{words.say("policy.noServer")}</p>;
  return (
    <form
      autocomplete="off"
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void join("");
      }}
    >
      <Line
        address
        label={words.say("server.url")}
        hint="https://sync.example.com"
        value={server.value}
        onValue={(next) => {
          server.value = next;
          change();
        }}
      />
      <div class="field">
        <label for={id}>{words.say("restore.key")}</label>
        <textarea
          class="input paper-characters"
          id={id}
          rows={3}
          maxLength={2_000}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          value={typed.value}
          aria-describedby={`${id}-said`}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            change();
          }}
        />
        <p
          id={`${id}-said`}
          role="status"
          class={wrong.length > 0 || problem.value ? "problem" : "small quiet"}
        >
          {wrong.length > 0
            ? words.say("restore.groups", {
                groups: new Intl.ListFormat(words.locale.value).format(wrong.map(String)),
              })
            : problem.value}
        </p>
      </div>
      {seen && (
        <>
          <Leads to={seen} />
          <Line
            label={words.say("devices.name")}
            value={device.value}
            onValue={(next) => (device.value = next)}
          />
        </>
      )}
      {busy.value && <Progress label={words.say("progress.joining")} />}
      <div class="buttons">
        <Button look="filled" submit disabled={busy.value || !seen}>
          {words.say("restore.it")}
        </Button>
      </div>
    </form>
  );
}
