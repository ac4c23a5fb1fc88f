import type { Member } from "../../port/surface.ts";

/** The member whose device wrote something; undefined where nobody has such a device. */
export const memberWith = (members: readonly Member[], device: string | null): Member | undefined =>
  members.find(({ devices }) => devices.some(({ id }) => id === device));
