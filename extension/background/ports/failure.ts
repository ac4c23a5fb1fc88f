import * as v from "valibot";
import { type PortError, type Reply, requestSchema } from "../../port/surface.ts";
import { ExpectedError } from "../expected-error.ts";
import type { IncomingPort } from "./surface-port.ts";

const DISK_FULL =
  "The disk is full: nothing was saved. Free some space, then try again; your text is still here.";

/** What a surface is told of a failure; one that nobody expected is reported as well. */
export function errorOf(error: unknown, report: (error: unknown) => void): PortError {
  if (error instanceof ExpectedError) return { code: error.code, detail: error.message };
  if (error instanceof DOMException && error.name === "QuotaExceededError")
    return { code: "disk-full", detail: DISK_FULL };
  report(error);
  return { code: "internal", detail: error instanceof Error ? error.message : String(error) };
}

/** Says to a surface that there is no engine behind it, and why; whatever it asks. */
export function serveFailure(port: IncomingPort, error: unknown, early: readonly unknown[]): void {
  const detail = error instanceof Error ? error.message : String(error);
  const hear = (message: unknown) => {
    const read = v.safeParse(requestSchema, message);
    if (!read.success || "unwatch" in read.output) return;
    const reply: Reply = { id: read.output.id, error: { code: "no-store", detail } };
    port.postMessage(reply);
  };
  port.onMessage.addListener(hear);
  for (const message of early) hear(message);
}
