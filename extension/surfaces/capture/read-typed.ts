import type { Surface } from "../state/surface.tsx";
import type { Captured, Reading } from "./reading.ts";
import { PLACES } from "./reading.ts";

/** Reads one typed line on this device. */
export async function readTyped(_surface: Surface, line: string, chosen: Captured | null): Promise<Reading> {
  const kind = chosen ?? "call";
  return { kind, fields: { [PLACES[kind].line]: line.trim() }, unsure: [] };
}
