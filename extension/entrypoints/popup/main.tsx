import { startPopup } from "../../surfaces/popup/main.tsx";
import { fromExtension } from "../../surfaces/state/outside.ts";

void startPopup(fromExtension());
