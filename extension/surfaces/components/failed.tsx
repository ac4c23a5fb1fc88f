import type { BackgroundError } from "../../port/client.ts";
import { wordFailure } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";
import { Banner } from "./banner.tsx";

/** A question that could not be answered: what happened, in place of the answer. */
export function Failed({ error }: { readonly error: BackgroundError }) {
  const { words } = useSurface();
  return <Banner tone="urgent">{wordFailure(words, error)}</Banner>;
}
