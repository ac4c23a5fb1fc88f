import { useSignal } from "@preact/signals";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Section } from "../components/section.tsx";
import { Onboarding } from "../onboarding/onboarding.tsx";
import { spokenLanguages, useSurface } from "../state/surface.tsx";
import { sayPast } from "../state/times.ts";
import { Invite } from "./invite.tsx";
import { Members } from "./members.tsx";
import { Server } from "./server.tsx";

/** The desk itself: its people, its server, what was set aside, the language, and how to leave. */
export function DeskSettings({ onMenu }: { readonly onMenu: () => void }) {
  const { words, desk, state, ask, now } = useSurface();
  const removing = useSignal(false);
  const another = useSignal(false);
  const current = desk.value;
  if (!current) return null;
  const setAside = state.value?.setAside.filter((each) => each.desk === current.id) ?? [];
  return (
    <div class="list settings">
      <header class="list-head">
        <Button look="icon" label={words.say("nav.menu")} onPress={onMenu}>
          ☰
        </Button>
        <h1>{words.say("nav.settings")}</h1>
      </header>
      <div class="settings-body">
        {setAside.length > 0 && (
          <Section card title={words.say("setAside.title")}>
            <p class="small quiet">{words.say("setAside.why")}</p>
            <ul class="stack">
              {setAside.map(({ id, at, what, why }) => (
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
        )}
        <Section card title={words.say("nav.members")}>
          <Members />
          <Invite />
        </Section>
        <Server />
        <Section card title={words.say("language.title")}>
          <select
            class="input narrow"
            aria-label={words.say("language.title")}
            value={state.value?.locale ?? ""}
            onChange={(event) => void ask({ call: "setLocale", locale: event.currentTarget.value || null })}
          >
            <option value="">{words.say("language.browser")}</option>
            {spokenLanguages.map(({ locale, name }) => (
              <option key={locale} value={locale} lang={locale} selected={locale === state.value?.locale}>
                {name}
              </option>
            ))}
          </select>
        </Section>
        <Section card title={words.say("desks.title")}>
          {another.value ? (
            <Onboarding />
          ) : (
            <div class="buttons">
              <Button onPress={() => (another.value = true)}>{words.say("desks.another")}</Button>
              <Button look="plain" danger onPress={() => (removing.value = true)}>
                {words.say("desks.remove", { desk: current.name })}
              </Button>
            </div>
          )}
        </Section>
      </div>
      {removing.value && (
        <Dialog
          title={words.say("desks.removeTitle", { desk: current.name })}
          onClose={() => (removing.value = false)}
        >
          <p>{words.say(current.server ? "desks.removeShared" : "desks.removeLocal")}</p>
          <form method="dialog" class="buttons">
            <Button submit danger onPress={() => void ask({ call: "removeDesk", desk: current.id })}>
              {words.say("desks.removeIt")}
            </Button>
            <Button submit>{words.say("cancel")}</Button>
          </form>
        </Dialog>
      )}
    </div>
  );
}
