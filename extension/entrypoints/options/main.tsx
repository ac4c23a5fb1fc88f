import { startOptions } from "../../surfaces/options/main.tsx";
import { fromExtension } from "../../surfaces/state/outside.ts";

const place = document.getElementById("app");
if (place) void startOptions(fromExtension(), place);
