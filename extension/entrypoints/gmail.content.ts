import { defineContentScript } from "wxt/utils/define-content-script";
import { gmailPage } from "../webmail/gmail/page.ts";
import { mountContent } from "../webmail/mount.ts";

export default defineContentScript({
  matches: ["https://mail.google.com/*"],
  runAt: "document_idle",
  main: () => mountContent(document, gmailPage(document)),
});
