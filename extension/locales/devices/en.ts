import type { Message } from "../catalogue.ts";

/** A person's own devices, the paper key, coming back with it, and an owner's key that does not fit. */
export const devices = {
  "problem.badEpoch":
    "{who} gave the desk a key that does not fit on this device, so nothing comes or goes. Your work is kept here. Ask another owner to renew the key, and to decide whether {who} stays.",
  "problem.badEpochOwner":
    "{who} gave the desk a key that does not fit on this device, so nothing comes or goes. Nothing is lost. Renew the key; if this was no mistake, remove {who} from the desk first.",
  "failure.paperKey":
    "This is not the paper key as it was printed. Nothing was sent. Compare it with the page and correct it.",
} as const satisfies Record<string, Message>;
