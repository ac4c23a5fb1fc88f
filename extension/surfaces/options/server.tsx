import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Section } from "../components/section.tsx";
import { Sync } from "../components/sync.tsx";
import { Line } from "../onboarding/onboarding.tsx";
import { wordFailure } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";
import { SetByOrganisation } from "./set-by.tsx";

/** The desk's server: its address, how the sync stands, and another address. */
export function Server() {
  const { words, desk, state, ask } = useSurface();
  const changing = useSignal(false);
  const current = desk.value;
  const policy = state.value?.policy;
  if (!current) return null;
  const only = policy?.otherServers === false;
  const settled = only && policy.server === current.server;
  return (
    <Section card title={words.say("server.title")} aside={<Sync sync={current.sync} />}>
      {current.server && !changing.value ? (
        <>
          <p class="break">
            {current.server} {settled && <SetByOrganisation />}
          </p>
          <div class="buttons">
            <Button onPress={() => void ask({ call: "syncNow", desk: current.id })}>
              {words.say("sync.now")}
            </Button>
            {!settled && (
              <Button look="plain" onPress={() => (changing.value = true)}>
                {words.say("server.change")}
              </Button>
            )}
          </div>
        </>
      ) : only && !policy.server ? (
        <p class="quiet">{words.say("policy.noServer")}</p>
      ) : (
        <AddressForm key={current.id} onDone={() => (changing.value = false)} />
      )}
    </Section>
  );
}

const CHECK_AFTER_MS = 400;

/** What was found at an address: a Sidedesk server, or what failed. */
interface Found {
  readonly address: string;
  readonly failure: unknown;
}

/**
 * Asks for the server's address. What answers there is looked up while it is typed, before anything of the desk is
 * sent; what is wrong is said under it, and it stays there to be corrected.
 */
function AddressForm({ onDone }: { readonly onDone: () => void }) {
  const { words, desk, state, background } = useSurface();
  const current = desk.value;
  const policy = state.value?.policy;
  const only = policy?.otherServers === false ? policy.server : null;
  const typed = useSignal(policy?.server ?? current?.server ?? "");
  const found = useSignal<Found | null>(null);
  const busy = useSignal(false);
  const address = typed.value.trim();
  const fail = (error: unknown) => {
    found.value = { address, failure: error };
  };
  useEffect(() => {
    if (address === "") return;
    const timer = setTimeout(() => {
      background.call({ call: "checkServer", server: address }).then(() => {
        found.value = { address, failure: null };
      }, fail);
    }, CHECK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [address, background]);
  if (!current) return null;
  const connect = async (event: Event) => {
    event.preventDefault();
    busy.value = true;
    await background.call({ call: "setServer", desk: current.id, server: address }).then(onDone, fail);
    busy.value = false;
  };
  const known = found.value?.address === address ? found.value : null;
  // Worded here and not when it came, so that it follows the language.
  const answer = () => {
    if (address === "") return words.say("server.later");
    if (!known) return words.say("server.checking");
    return known.failure === null ? words.say("server.found") : wordFailure(words, known.failure);
  };
  return (
    <form class="stack" onSubmit={(event) => void connect(event)}>
      <p class="quiet">{words.say(current.server ? "server.changeWhy" : "server.why")}</p>
      {only ? (
        <p class="break">
          {only} <SetByOrganisation />
        </p>
      ) : (
        <Line
          address
          label={words.say("server.url")}
          hint="https://sync.example.com"
          value={typed.value}
          onValue={(next) => (typed.value = next)}
        />
      )}
      <p class={known && known.failure !== null ? "problem" : "small quiet"} role="status">
        {answer()}
      </p>
      <div class="buttons">
        <Button submit disabled={busy.value || address === ""}>
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
