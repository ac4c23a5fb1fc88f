import { useSignal } from "@preact/signals";
import { Button } from "../components/button.tsx";
import { Section } from "../components/section.tsx";
import { Sync } from "../components/sync.tsx";
import { Line } from "../onboarding/onboarding.tsx";
import { wordFailure } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";

/** The desk's server: its address, how the sync stands, and the desk's fingerprint. */
export function Server() {
  const { words, desk, ask } = useSurface();
  const changing = useSignal(false);
  const current = desk.value;
  if (!current) return null;
  return (
    <Section card title={words.say("server.title")} aside={<Sync sync={current.sync} />}>
      {current.server && !changing.value ? (
        <>
          <p class="break">{current.server}</p>
          <div class="buttons">
            <Button onPress={() => void ask({ call: "syncNow", desk: current.id })}>
              {words.say("sync.now")}
            </Button>
            <Button look="plain" onPress={() => (changing.value = true)}>
              {words.say("server.change")}
            </Button>
          </div>
        </>
      ) : (
        <AddressForm onDone={() => (changing.value = false)} />
      )}
      <p class="small quiet">{words.say("fingerprint.why")}</p>
      <code class="fingerprint">{current.fingerprint}</code>
    </Section>
  );
}

/** Asks for the server's address; what is wrong with it is said under it, and it stays there to be corrected. */
function AddressForm({ onDone }: { readonly onDone: () => void }) {
  const { words, desk, background } = useSurface();
  const current = desk.value;
  const address = useSignal(current?.server ?? "");
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  if (!current) return null;
  const connect = async (event: Event) => {
    event.preventDefault();
    busy.value = true;
    problem.value = null;
    try {
      await background.call({ call: "setServer", desk: current.id, server: address.value.trim() });
      onDone();
    } catch (error) {
      problem.value = wordFailure(words, error);
    }
    busy.value = false;
  };
  return (
    <form class="stack" onSubmit={(event) => void connect(event)}>
      <p class="quiet">{words.say(current.server ? "server.changeWhy" : "server.why")}</p>
      <Line
        address
        label={words.say("server.url")}
        hint="https://sync.example.com"
        value={address.value}
        onValue={(next) => (address.value = next)}
      />
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <div class="buttons">
        <Button submit disabled={busy.value || address.value.trim() === ""}>
          {words.say("server.connect")}
        </Button>
        {current.server && (
          <Button look="plain" onPress={onDone}>
            {words.say("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
