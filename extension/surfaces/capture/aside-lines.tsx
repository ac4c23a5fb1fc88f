import { Section } from "../components/section.tsx";
import { useSurface } from "../state/surface.tsx";
import type { Capture } from "./capture.ts";

/** What was set aside when the telephone rang again; one press goes on with it. */
export function AsideLines({ capture }: { readonly capture: Capture }) {
  const { words } = useSurface();
  const lines = capture.aside.value;
  if (lines.length === 0) return null;
  return (
    <Section title={words.say("aside.title")}>
      <ul class="aside-lines">
        {lines.map(({ line, text }, index) => {
          const shown = line.trim() || text.trim();
          return (
            <li key={`${lines.length - index}${shown}`}>
              <button
                type="button"
                class="link"
                title={shown}
                aria-label={words.say("aside.take", { line: shown })}
                onClick={() => void capture.takeUp(index)}
              >
                {shown}
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
