import { readFileSync } from "node:fs";
import type { Template } from "./no-bookings.ts";

/** Gives the mails of `near/` that speak of journeys nobody has booked: offers, refunds, statements, timetables, deliveries. */
export function nearTemplates(file = "third.txt"): Template[] {
  const blocks = readFileSync(new URL(`near/${file}`, import.meta.url), "utf8").split(/^=== /m);
  return blocks.slice(1).map((block) => {
    const [head = "", ...rest] = block.split("\n");
    const [id = "", language = "", subject = ""] = head.split(" | ");
    const text = rest.join("\n").trim();
    return {
      id,
      language,
      subject,
      make: (fill) =>
        text.replace(/\{(\w+)\}/g, (whole, key: string) => fill[key as keyof typeof fill] ?? whole),
    };
  });
}
