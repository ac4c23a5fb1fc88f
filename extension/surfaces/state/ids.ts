import type { KindDefinition } from "../../../shared/records/define.ts";
import { documentOf, newItemId, newRecordId } from "../../../shared/records/new-record.ts";

const sixteen = () => crypto.getRandomValues(new Uint8Array(16));

/** A new id for a command or a list item, from the browser's random source. */
export const newId = (): string => newItemId(sixteen());

/**
 * A new record's id, which names its document.
 * @param now milliseconds since the epoch
 */
export const idFor = (kind: KindDefinition, now: number): string =>
  newRecordId(documentOf(kind, new Date(now).toISOString()), sixteen());
