import { defineContentScript } from "wxt/utils/define-content-script";
import { mountContent } from "../webmail/mount.ts";
import { outlookPage } from "../webmail/outlook/page.ts";

export default defineContentScript({
  matches: [
    "https://outlook.office.com/*",
    "https://outlook.office365.com/*",
    "https://outlook.live.com/*",
    "https://outlook.cloud.microsoft/*",
  ],
  runAt: "document_idle",
  main: () => mountContent(document, outlookPage(document)),
});
