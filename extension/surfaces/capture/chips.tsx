import { fieldOf } from "../../../shared/records/define.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { Chip } from "../components/chip.tsx";
import { usePrincipals } from "../components/principal.tsx";
import { sayValue } from "../components/value.ts";
import { useSurface } from "../state/surface.tsx";
import type { Capture } from "./capture.ts";
import { TEXT_FIELD } from "./reading.ts";

/** What the line was understood to say, a chip for each field; what is a guess has a question mark. */
export function CaptureChips({ capture }: { readonly capture: Capture }) {
  const { words, now, desk } = useSurface();
  const principals = usePrincipals();
  const kind = kindOf(capture.kind.value);
  if (!kind || capture.line.value.trim() === "") return null;
  const names = { words, now: now.value, members: desk.value?.members ?? [], principals };
  const chips = Object.entries(capture.fields.value).flatMap(([name, value]) => {
    const field = fieldOf(kind, name);
    const shownBelow = name === TEXT_FIELD[capture.kind.value] && capture.text.value !== "";
    // "Call back by 15:00" says already that somebody is to call back.
    const saidByTime =
      name === "status" && kind.row.due !== undefined && kind.row.due in capture.fields.value;
    const byProgram = field?.hidden && field.type === "record";
    if (!field || byProgram || shownBelow || saidByTime || value === false) return [];
    const unsure = capture.unsure.value.includes(name);
    const label = words.name(field.label);
    const state = name === "status" ? kind.states[String(value)] : undefined;
    const said = state ? words.name(state.label) : sayValue(field, value, names);
    const text =
      value === true
        ? label
        : name === "principal" || field.type === "instant" || field.type === "date"
          ? `${label} ${said}`
          : said;
    return [{ name, label, text, unsure, urgent: name === "urgent" }];
  });
  return (
    <ul class="chips" aria-label={words.say("capture.understood")}>
      {chips.map(({ name, label, text, unsure, urgent }) => (
        <li key={name}>
          <Chip
            tone={urgent ? "urgent" : unsure ? "attention" : "read"}
            title={unsure ? words.say("capture.unsure", { field: label }) : label}
          >
            {text}
            {unsure && " ?"}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
