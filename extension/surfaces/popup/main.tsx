import { computed, effect, untracked } from "@preact/signals";
import { type ComponentChildren, render } from "preact";
import "../design/all.css";
import "./popup.css";
import { type Capture, startCapture } from "../capture/capture.ts";
import { Locked } from "../lock/behind-lock.tsx";
import { keepTyped } from "../lock/typed-while-locked.ts";
import { later } from "../state/later.tsx";
import { type Outside, openSurface, SurfaceProvider } from "../state/surface.tsx";
import { PopupDesk, PopupLine, PopupReading, PopupRest, PopupTop } from "./popup.tsx";

const Onboarding = later(async () => (await import("../onboarding/onboarding.tsx")).Onboarding);

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
  const shown = computed(() => {
    if (surface.state.value?.lock.locked) return "lock";
    if (!surface.desk.value) return "first";
    // On a desk that this person may only read, nothing is asked for.
    return surface.rights.value.write ? "desk" : "reading";
  });
  const show = (view: ComponentChildren, place: HTMLElement) =>
    render(<SurfaceProvider value={surface}>{view}</SurfaceProvider>, place);
  const whileLocked = keepTyped(surface.background, surface.clock);
  let started: Capture | undefined;
  /** Nothing that was typed before is read until it is unlocked. */
  const capturing = (): Capture => {
    if (started) return started;
    // What was kept while it was locked comes back with what stood here before.
    const early = whileLocked.isKept(line.value) ? "" : line.value;
    const capture = startCapture(surface, "popup", early);
    effect(() => {
      if (line.value !== capture.line.value) line.value = capture.line.value;
    });
    started = capture;
    return capture;
  };
  line.addEventListener("input", () => {
    if (started) started.line.value = line.value;
    else whileLocked.typed(line.value);
  });
  addEventListener("pagehide", () => {
    if (!started) void whileLocked.keep(line.value);
  });
  line.addEventListener("keydown", (event) => {
    if (
      event.isComposing ||
      shown.peek() === "desk" ||
      shown.peek() === "reading" ||
      surface.keys.which("capture.save", event) < 0
    )
      return;
    event.preventDefault();
    if (shown.peek() === "first") return rest.querySelector<HTMLElement>(".onboarding input")?.focus();
    if (line.value.trim() === "") return;
    void whileLocked.keep(line.value).then((kept) => {
      if (!kept) return;
      line.value = "";
      whileLocked.next();
      surface.toasts.show({ text: surface.words.say("lock.lineKept") });
    });
  });
  effect(() => {
    line.setAttribute("aria-label", surface.words.say("capture.line"));
    line.placeholder = surface.words.say("capture.hint");
  });
  effect(() => {
    const now = shown.value;
    line.hidden = now === "reading";
    untracked(() => {
      show(null, rest);
      if (now === "reading") {
        show(<PopupDesk />, top);
        show(<PopupReading />, rest);
        return;
      }
      if (now === "lock") {
        show(<PopupLine says="lock.line" />, top);
        // The cursor stays in the line: who has begun to type must not find herself in another field.
        show(<Locked focus={false} />, rest);
        if (line.value !== "") whileLocked.typed(line.value);
        return;
      }
      const capture = capturing();
      if (now === "first") {
        show(<PopupLine says="capture.first" />, top);
        show(<Onboarding />, rest);
      } else {
        show(<PopupTop capture={capture} />, top);
        show(<PopupRest capture={capture} line={line} />, rest);
      }
      line.focus();
    });
  });
}
