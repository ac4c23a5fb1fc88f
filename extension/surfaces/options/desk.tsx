import { useSignal } from "@preact/signals";
import { Button } from "../components/button.tsx";
import { Section } from "../components/section.tsx";
import { Line, Onboarding } from "../onboarding/onboarding.tsx";
import { useSurface } from "../state/surface.tsx";
import { sayPast } from "../state/times.ts";
import { Server } from "./server.tsx";

/** The desk itself: its name, its server, what was set aside, and another desk. */
export function DeskPart() {
  const { words, desk } = useSurface();
  const another = useSignal(false);
  const current = desk.value;
  if (!current) return null;
  return (
    <>
      <SetAside />
      <NameForm key={current.id} id={current.id} name={current.name} />
      <Server />
      <Section card title={words.say("desks.title")}>
        {another.value ? (
          <Onboarding />
        ) : (
          <div class="buttons">
            <Button onPress={() => (another.value = true)}>{words.say("desks.another")}</Button>
            <a class="button plain" href="#data">
              {words.say("options.data")}
            </a>
          </div>
        )}
      </Section>
    </>
  );
}

function NameForm({ id, name }: { readonly id: string; readonly name: string }) {
  const { words, ask } = useSurface();
  const typed = useSignal(name);
  const rename = (event: Event) => {
    event.preventDefault();
    void ask({ call: "renameDesk", desk: id, name: typed.value.trim() });
  };
  const changed = typed.value.trim() !== "" && typed.value.trim() !== name;
  return (
    <form class="section card" onSubmit={rename}>
      <Line
        label={words.say("onboarding.deskName")}
        value={typed.value}
        onValue={(next) => (typed.value = next)}
      />
      <p class="small quiet">{words.say("desk.rename")}</p>
      <div class="buttons">
        <Button submit disabled={!changed}>
          {words.say("save")}
        </Button>
      </div>
    </form>
  );
}

/** What could not be applied, for a person to read and do again. */
function SetAside() {
  const { words, desk, state, ask, now } = useSurface();
  const waiting = state.value?.setAside.filter((each) => each.desk === desk.value?.id) ?? [];
  if (waiting.length === 0) return null;
  return (
    <Section card title={words.say("setAside.title")}>
      <p class="small quiet">{words.say("setAside.why")}</p>
      <ul class="stack">
        {waiting.map(({ id, at, what, why }) => (
          <li class="person-line" key={id}>
            <span class="grow">
              {what}
              <span class="small quiet block">
                {sayPast(at, now.value, words.formats.value)} · {why}
              </span>
            </span>
            <Button look="plain" onPress={() => void ask({ call: "dismissSetAside", command: id })}>
              {words.say("setAside.dismiss")}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
