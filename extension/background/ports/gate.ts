import { pagePort } from "../../port/page.ts";
import type { IncomingPort } from "./surface-port.ts";

/** The part of a port that says who is behind it. The browser fills in the sender, not whoever opened the port. */
type Asking = Pick<IncomingPort, "name" | "sender">;

/**
 * Whom a port is opened to: `surface` where one of the extension's own pages asks as such, `page` where the content
 * script of a tab's own page does (what stands in a frame of a webmail is no webmail), null for everybody else.
 * @param id the extension's
 * @param root the address that its pages begin with
 */
export function admitted({ name, sender }: Asking, id: string, root: string): "surface" | "page" | null {
  if (sender?.id !== id) return null;
  const own = sender.url?.startsWith(root) === true;
  if (name === "surface") return own ? "surface" : null;
  if (name !== pagePort || own) return null;
  return sender.frameId === 0 && sender.tab?.id !== undefined ? "page" : null;
}
