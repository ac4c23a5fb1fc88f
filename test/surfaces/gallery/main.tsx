import type { FakeBackground } from "../fake-background.ts";
import { fakeBackground } from "../fake-background.ts";
import { NOW, sampleDesk } from "../sample-world.ts";
import { scenarios } from "../scenarios.ts";

declare global {
  interface Window {
    background: FakeBackground;
  }
}

/** Shows one surface in one state: `?surface=sidebar&scenario=busy&locale=ru&beside=outlook`. */
const asked = new URLSearchParams(location.search);
const world = scenarios[asked.get("scenario") ?? "busy"];
if (!world) throw new Error(`There is no scenario "${asked.get("scenario")}".`);
const locale = asked.get("locale") ?? "en";
const made = world();
const beside = asked.get("beside");
const mail = made.mail && beside === "outlook" ? { ...made.mail, provider: beside as "outlook" } : made.mail;
const background = fakeBackground(
  { ...made, mail: mail ?? null, app: { ...made.app, locale } },
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
if (beside) document.documentElement.dataset.beside = beside;
const outside = {
  background,
  languages: [asked.get("region") ?? (locale === "en" ? "en-GB" : locale)],
  root: document.documentElement,
  clock: () => NOW,
  // One of them was taken by another extension.
  shortcuts: async () => ({ _execute_action: "Alt+L", "toggle-sidebar": "Alt+S", "open-desk": "" }),
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
    const { startDesk } = await import("../../../extension/surfaces/desk/main.tsx");
    await startDesk(outside, place);
    break;
  }
  default: {
    const { startSidebar } = await import("../../../extension/surfaces/sidebar/main.tsx");
    await startSidebar(outside, place);
  }
}
document.documentElement.dataset.ready = "";
