import { Chip } from "../components/chip.tsx";
import { useSurface } from "../state/surface.tsx";

/** Beside what a person cannot change: who can. */
export function SetByOrganisation() {
  const { words } = useSurface();
  return <Chip tone="attention">{words.say("policy.set")}</Chip>;
}
