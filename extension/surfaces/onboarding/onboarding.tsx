import { useSignal } from "@preact/signals";
import type { Ref } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { LostDesk } from "../../port/app-state.ts";
import { Button } from "../components/button.tsx";
import { ToastList } from "../components/toasts.tsx";
import { guessDeviceName } from "../state/device-name.ts";
import { useSurface } from "../state/surface.tsx";
import { FromFileForm } from "./from-file.tsx";
import { JoinForm } from "./join.tsx";
import { LostDesks } from "./lost.tsx";
import { RestoreForm } from "./restore.tsx";

/** One labelled line of text in the small forms of onboarding. */
export function Line({
  label,
  value,
  onValue,
  hint,
  address,
  required,
  field,
}: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string;
  /** It is an address. The browser's own check of addresses would refuse what Sidedesk can read: text around a link. */
  readonly address?: boolean;
  /** The browser says so where it is left empty. */
  readonly required?: boolean;
  readonly field?: Ref<HTMLInputElement>;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        class="input"
        id={id}
        {...(field ? { ref: field } : {})}
        {...(required ? { required, pattern: ".*\\S.*" } : {})}
        type="text"
        autocomplete="off"
        {...(address ? { inputMode: "url", autocapitalize: "off", spellcheck: false } : {})}
        value={value}
        maxLength={address ? 2000 : 100}
        placeholder={hint ?? ""}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}

const WAYS = {
  create: "onboarding.create",
  join: "onboarding.join",
  restore: "restore.choose",
  file: "fromFile.choose",
} as const;
const WAYS_ON = ["create", "join", "restore", "file"] as const;
/** Where something was lost, what leads back to it stands first. */
const WAYS_BACK = ["restore", "file", "join", "create"] as const;

type Way = keyof typeof WAYS;

/** By a paper key where a server has what was lost; else by a file. */
const wayAfter = (lost: readonly LostDesk[]): Way =>
  lost.length === 0 ? "create" : lost.some(({ server }) => server !== null) ? "restore" : "file";

/**
 * No desk on this device yet: five ways to one, each in a few words.
 * @param begin the focus goes to the first field: the page is for nothing else
 */
export function Onboarding({ begin }: { readonly begin?: boolean }) {
  const { words, ask, state } = useSurface();
  const lost = state.value?.lost ?? [];
  // Who lost a desk comes back to it; who never had one begins.
  const way = useSignal<Way>(wayAfter(lost));
  const name = useSignal("");
  const member = useSignal("");
  const busy = useSignal(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (begin) first.current?.focus();
  }, []);
  const create = async (event: Event) => {
    event.preventDefault();
    busy.value = true;
    await ask({
      call: "createDesk",
      name: name.value.trim() || words.say("onboarding.deskHint"),
      memberName: member.value.trim(),
      deviceName: guessDeviceName(navigator.userAgent),
    });
    busy.value = false;
  };
  const sample = () =>
    ask({
      call: "createSampleDesk",
      memberName: member.value.trim() || words.say("onboarding.you"),
      locale: words.locale.value,
    });
  return (
    <div class="onboarding">
      <header>
        <h1>{words.say("onboarding.title")}</h1>
        <p class="quiet">{words.say("onboarding.promise")}</p>
      </header>
      <LostDesks />
      <fieldset class="chips" aria-label={words.say("onboarding.title")}>
        {(lost.length === 0 ? WAYS_ON : WAYS_BACK).map((each) => (
          <button
            key={each}
            type="button"
            class="chip"
            aria-pressed={way.value === each}
            onClick={() => (way.value = each)}
          >
            {words.say(WAYS[each])}
          </button>
        ))}
      </fieldset>
      {way.value === "create" ? (
        <form class="stack" onSubmit={(event) => void create(event)}>
          <Line
            label={words.say("onboarding.deskName")}
            hint={words.say("onboarding.deskHint")}
            field={first}
            value={name.value}
            onValue={(next) => (name.value = next)}
          />
          <Line
            label={words.say("onboarding.yourName")}
            required
            value={member.value}
            onValue={(next) => (member.value = next)}
          />
          <div class="buttons">
            <Button look="filled" submit disabled={busy.value}>
              {words.say("onboarding.createIt")}
            </Button>
          </div>
        </form>
      ) : way.value === "join" ? (
        <JoinForm />
      ) : way.value === "restore" ? (
        <RestoreForm />
      ) : (
        <FromFileForm />
      )}
      <footer>
        <p class="small quiet">{words.say("onboarding.sampleWhy")}</p>
        <Button look="plain" onPress={() => void sample()}>
          {words.say("onboarding.sample")}
        </Button>
      </footer>
      <ToastList />
    </div>
  );
}
