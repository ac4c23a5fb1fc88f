import { defineBackground } from "wxt/utils/define-background";
import { runBackground } from "../background/run.ts";

export default defineBackground(() => runBackground());
