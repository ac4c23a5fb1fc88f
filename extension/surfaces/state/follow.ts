import { call } from "../../../shared/records/call.ts";
import type { KindDefinition } from "../../../shared/records/define.ts";
import { followUp } from "../../../shared/records/follow-up.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { makeNew } from "./make-new.ts";
import type { Surface } from "./surface.tsx";

/** Makes the task, or of a call the message, that follows from a record, and opens it. */
export const follow = (
  surface: Surface,
  from: DeskRecord,
  kind: KindDefinition,
  onOpen: (record: string) => void,
) => makeNew(surface, kind, onOpen, followUp(from, kind));

/** A record of the day's work, from which something can follow; people and templates are none. */
export const leadsOn = ({ kind }: DeskRecord): boolean => kindOf(kind)?.document === "monthly";
export const isCall = ({ kind }: DeskRecord): boolean => kind === call.kind;
