import { signal } from "@preact/signals";
import { LOCALES, type Locale } from "../../../shared/records/labels.ts";
import { type FakeBackground, fakeBackground } from "../fake-background.ts";
import { NOW, sampleDesk } from "../sample-world.ts";
import { scenarios } from "../scenarios.ts";
import { pseudo } from "./pseudo.ts";

/** How the stage looks: changed while it stands, so that a state once reached is seen in all of them. */
export interface Look {
  readonly locale: Locale | "pseudo";
  readonly beside: "gmail" | "outlook" | null;
  /** Null leaves it to the browser. */
  readonly scheme: "light" | "dark" | null;
  /** In percent of the usual size. */
  readonly text: number;
}

declare global {
  interface Window {
    background: FakeBackground;
    look: (changes: Partial<Look>) => void;
  }
}

/** Shows one surface in one state: `?surface=sidebar&scenario=busy&locale=ru&beside=outlook&scheme=dark&text=200`. */
const asked = new URLSearchParams(location.search);
const world = scenarios[asked.get("scenario") ?? "busy"];
if (!world) throw new Error(`There is no scenario "${asked.get("scenario")}".`);
const oneOf = <const T extends string>(wanted: readonly T[], name: string): T | null =>
  wanted.find((each) => each === asked.get(name)) ?? null;
const first: Look = {
  locale: oneOf([...LOCALES, "pseudo"], "locale") ?? "en",
  beside: oneOf(["gmail", "outlook"], "beside"),
  scheme: oneOf(["light", "dark"], "scheme"),
  text: Number(asked.get("text") ?? 100),
};
const made = world();
const mail = made.mail && { ...made.mail, provider: first.beside ?? made.mail.provider };
const spoken = (locale: Look["locale"]): Locale => (locale === "pseudo" ? "en" : locale);
const background = fakeBackground(
  { ...made, mail: mail ?? null, app: { ...made.app, locale: spoken(first.locale) } },
  {
    newDesk: (name, sample) =>
      sampleDesk({
        id: "cd".repeat(16),
        name,
        sample,
        server: null,
        sync: { phase: "local", unsent: 0, toFetch: 0, problem: null },
      }),
  },
);
window.background = background;
const disguised = signal(false);
const root = document.documentElement;
window.look = ({ locale, beside, scheme, text }) => {
  if (locale) {
    disguised.value = locale === "pseudo";
    background.become({ locale: spoken(locale) });
  }
  if (beside) root.dataset.beside = beside;
  if (scheme !== undefined) root.style.colorScheme = scheme ?? "";
  if (text) root.style.fontSize = `${text}%`;
};
window.look(first);
const outside = {
  background,
  languages: [asked.get("region") ?? (spoken(first.locale) === "en" ? "en-GB" : spoken(first.locale))],
  root,
  // A computer that knows its person, whatever the one is that draws this.
  recognition: async () => ({
    isThere: async () => true,
    make: async () => ({ id: "", publicKey: "", algorithm: -7, authenticatorData: "", clientData: "" }),
    answer: async () => ({ authenticatorData: "", clientData: "", signature: "" }),
  }),
  clock: () => NOW,
  keepLook: () => {},
  noteOpening: () => {},
  openShortcuts: () => {},
  version: "0.1.0",
  // One of them was taken by another extension.
  shortcuts: async () => ({ _execute_action: "Alt+L", "toggle-sidebar": "Alt+S", "open-desk": "" }),
  disguise: (text: string) => (disguised.value ? pseudo(text) : text),
};
const place = document.getElementById("app") as HTMLElement;

switch (asked.get("surface")) {
  case "popup": {
    document.body.className = "popup";
    const main = document.createElement("main");
    place.replaceWith(main);
    for (const [tag, id] of [
      ["div", "top"],
      ["textarea", "line"],
      ["div", "rest"],
    ] as const) {
      const element = document.createElement(tag);
      element.id = id;
      main.append(element);
    }
    const { startPopup } = await import("../../../extension/surfaces/popup/main.tsx");
    await startPopup(outside);
    break;
  }
  case "desk": {
    document.body.className = "whole";
    // A person's key stands in no address: the desk page keeps it in its state.
    const person = /^#people\/(.+)$/.exec(location.hash)?.[1];
    if (person) history.replaceState({ person: decodeURIComponent(person) }, "", "#people");
    const { startDesk } = await import("../../../extension/surfaces/desk/main.tsx");
    await startDesk(outside, place);
    break;
  }
  case "components": {
    const { startExhibition } = await import("./exhibition.tsx");
    await startExhibition(outside, place, asked.get("component"));
    break;
  }
  case "options": {
    document.body.className = "whole";
    const { startOptions } = await import("../../../extension/surfaces/options/main.tsx");
    await startOptions(outside, place);
    break;
  }
  default: {
    document.body.className = "beside";
    const { startSidebar } = await import("../../../extension/surfaces/sidebar/main.tsx");
    await startSidebar(outside, place);
  }
}
root.dataset.ready = "";
