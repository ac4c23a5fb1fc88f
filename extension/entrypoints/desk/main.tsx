import { startDesk } from "../../surfaces/desk/main.tsx";
import { fromExtension } from "../../surfaces/state/outside.ts";

const place = document.getElementById("app");
if (place) void startDesk(fromExtension(), place);
