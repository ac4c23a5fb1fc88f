import { computed, effect, untracked } from "@preact/signals";
import { type ComponentChildren, render } from "preact";
import "../design/all.css";
import "./popup.css";
import { startCapture } from "../capture/capture.ts";
import { Onboarding } from "../onboarding/onboarding.tsx";
import { type Outside, openSurface, SurfaceProvider } from "../state/surface.tsx";
import { PopupDesk, PopupFirst, PopupReading, PopupRest, PopupTop } from "./popup.tsx";

/**
 * Starts the popup in its page. The line (`#line`) stands in the HTML, so that typing begins before any script has
 * run; it is adopted here with what it holds, never replaced. It is there before any desk is, too: what a first call
 * brings can be written down at once.
 */
export async function startPopup(outside: Outside): Promise<void> {
  const page = outside.root.ownerDocument;
  const element = <T extends HTMLElement>(id: string): T => {
    const found = page.getElementById(id);
    if (!found) throw new Error(`The popup's page has no #${id}.`);
    return found as T;
  };
  const line = element<HTMLTextAreaElement>("line");
  const top = element("top");
  const rest = element("rest");
  const surface = await openSurface(outside, "popup");
  const hasDesk = computed(() => surface.desk.value !== null);
  /** On a desk that this person may only read, nothing is asked for. */
  const reading = computed(() => hasDesk.value && !surface.rights.value.write);
  const show = (view: ComponentChildren, place: HTMLElement) =>
    render(<SurfaceProvider value={surface}>{view}</SurfaceProvider>, place);
  const capture = startCapture(surface, "popup", line.value);
  line.addEventListener("input", () => {
    capture.line.value = line.value;
  });
  line.addEventListener("keydown", (event) => {
    if (event.isComposing || hasDesk.peek() || surface.keys.which("capture.save", event) < 0) return;
    event.preventDefault();
    rest.querySelector<HTMLElement>(".onboarding input")?.focus();
  });
  effect(() => {
    if (line.value !== capture.line.value) line.value = capture.line.value;
  });
  effect(() => {
    line.setAttribute("aria-label", surface.words.say("capture.line"));
    line.placeholder = surface.words.say("capture.hint");
  });
  effect(() => {
    const has = hasDesk.value;
    line.hidden = reading.value;
    untracked(() => {
      show(null, rest);
      if (reading.peek()) {
        show(<PopupDesk />, top);
        show(<PopupReading />, rest);
        return;
      }
      if (!has) {
        show(<PopupFirst />, top);
        show(<Onboarding />, rest);
        line.focus();
        return;
      }
      show(<PopupTop capture={capture} />, top);
      show(<PopupRest capture={capture} line={line} />, rest);
      line.focus();
    });
  });
}
