import { useSignal } from "@preact/signals";
import { render } from "preact";
import "../../../extension/surfaces/design/all.css";
import "./all.css";
import { LOCALES } from "../../../shared/records/labels.ts";
import { exhibits } from "./exhibits.tsx";
import { views } from "./views.ts";

const SWITCHES = {
  beside: ["gmail", "outlook"],
  scheme: ["light", "dark"],
  locale: [...LOCALES, "pseudo"],
  width: ["320", "360", "420", "800", "1280", "100%"],
  text: ["100", "150", "200"],
} as const;
type Switch = keyof typeof SWITCHES;

/** Every component in every state, and every surface, in a frame that the switches change. */
function Gallery() {
  const shown = useSignal("surface=components");
  const set = useSignal<Record<Switch, string>>({
    beside: "gmail",
    scheme: "light",
    locale: "en",
    width: "360",
    text: "100",
  });
  const { width, ...look } = set.value;
  const [query = "", hash = ""] = shown.value.split("#");
  const entry = (address: string, label: string) => (
    <li key={address}>
      <button
        type="button"
        aria-current={address === shown.value ? "page" : undefined}
        onClick={() => (shown.value = address)}
      >
        {label}
      </button>
    </li>
  );
  const address = `index.html?${query}&${new URLSearchParams(look)}${hash && `#${hash}`}`;
  return (
    <>
      <nav class="gallery-list" aria-label="Gallery">
        <h2 class="overline">Components</h2>
        <ul>
          {entry("surface=components", "all")}
          {exhibits.map(({ component }) => entry(`surface=components&component=${component}`, component))}
        </ul>
        <h2 class="overline">Surfaces</h2>
        <ul>
          {views.map(({ name, surface, scenario = "busy", hash: at = "" }) =>
            entry(`surface=${surface}&scenario=${scenario}${at}`, name),
          )}
        </ul>
      </nav>
      <main class="gallery-stage">
        <form class="gallery-switches">
          {Object.entries(SWITCHES).map(([name, options]) => (
            <label key={name}>
              {name}{" "}
              <select
                value={set.value[name as Switch]}
                onChange={(event) => (set.value = { ...set.value, [name]: event.currentTarget.value })}
              >
                {options.map((option) => (
                  <option key={option} value={option} selected={option === set.value[name as Switch]}>
                    {option}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </form>
        <iframe
          key={address}
          title="Stage"
          src={address}
          style={{ width: width.endsWith("%") ? width : `${width}px` }}
        />
      </main>
    </>
  );
}

const place = document.getElementById("gallery");
if (place) render(<Gallery />, place);
