/** How a connection ends that cannot go on: RFC 6455, section 7.4. */
import { MalformedError } from "../../shared/protocol/bytes.ts";
import { UnknownVersionError } from "../../shared/protocol/frames.ts";
import type { RefusalCode } from "../../shared/protocol/refusals.ts";

export const PROTOCOL_ERROR = 1002;
export const POLICY_VIOLATION = 1008;
const SERVER_FAULT = 1011;
export const TRY_LATER = 1013;

interface Ending {
  code: RefusalCode;
  /** The number that the socket is closed with. */
  end: number;
  message: string;
}

/** What the other side is told of an error, and how its socket ends. */
export function endingOf(error: unknown): Ending {
  if (error instanceof UnknownVersionError)
    return { code: "version", end: POLICY_VIOLATION, message: error.message };
  if (error instanceof MalformedError)
    return { code: "malformed", end: PROTOCOL_ERROR, message: `Not a frame: ${error.message}.` };
  const message = "The server has a fault; nothing that it acknowledged is lost.";
  return { code: "internal", end: SERVER_FAULT, message };
}
