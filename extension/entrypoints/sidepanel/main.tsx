import { startSidebar } from "../../surfaces/sidebar/main.tsx";
import { fromExtension } from "../../surfaces/state/outside.ts";

const place = document.getElementById("app");
if (place) void startSidebar(fromExtension(), place, false);
