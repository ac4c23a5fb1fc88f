import { aoHostels } from "./ao-hostels.ts";
import { hafas } from "./hafas.ts";
import { irctc } from "./irctc.ts";
import { sncf } from "./sncf.ts";
import { taiwanHighSpeedRail } from "./taiwan-high-speed-rail.ts";
import type { Vendor } from "./vendor.ts";

/** Every vendor that the engine knows something of. */
export const VENDORS: readonly Vendor[] = [aoHostels, hafas, irctc, sncf, taiwanHighSpeedRail];
