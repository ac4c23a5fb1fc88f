import { kindOf } from "../../../shared/records/kinds.ts";
import { useSurface } from "../state/surface.tsx";
import { Chip } from "./chip.tsx";

/** The state of a record, named by its kind. A state that this version does not know is shown as it is. */
export function Status({ kind, status }: { readonly kind: string; readonly status: string }) {
  const { words } = useSurface();
  const state = kindOf(kind)?.states[status];
  return <Chip tone={state?.tone ?? "neutral"}>{state ? words.name(state.label) : status}</Chip>;
}
