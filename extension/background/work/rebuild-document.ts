import { free, save } from "@automerge/automerge/slim";
import { actHolds, unpackAct } from "../../../shared/audit/act.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import { deviceOfActor } from "../../../shared/documents/actor.ts";
import { Admission } from "../../../shared/documents/admission.ts";
import { readChange } from "../../../shared/documents/history.ts";
import { addChanges, type Change } from "../../../shared/documents/open-document.ts";
import { packShown, shownOf } from "../../../shared/documents/shown.ts";
import { importSignPublicKey } from "../../../shared/envelope/keys.ts";
import type { BaseDocument } from "../../../shared/envelope/part.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import { loadSaved } from "./base-content.ts";

/** Something in it is not as any device of a desk makes it; the message says what, for whoever maintains this. */
export class UnsoundDocument extends Error {
  override name = "UnsoundDocument";
}

const DOCUMENT = /^(?:\d{4}-\d{2}|lasting)$/;

/** A document that came as its changes, and these and its acts as they came. */
export interface Rebuilt extends BaseDocument {
  readonly changes: readonly Change[];
  readonly actsBy: readonly { readonly device: string; readonly id: string; readonly bytes: Uint8Array }[];
}

/**
 * Makes a document from its changes, in their order. Each is let in as one that comes from the wire: by its size, its
 * place and its numbers. One unsound change refuses the document: nobody made it so by working.
 * @param left hashes of changes, and ids of acts, that are left out
 * @throws UnsoundDocument
 */
export async function rebuildDocument(
  roster: Roster,
  document: string,
  changes: readonly Uint8Array[],
  acts: readonly Uint8Array[],
  left: ReadonlySet<string>,
): Promise<Rebuilt> {
  if (!DOCUMENT.test(document)) throw new UnsoundDocument("a document of no desk");
  const doc = loadSaved();
  try {
    const admission = new Admission(doc, document);
    const taken: Change[] = [];
    for (const bytes of changes) {
      const decoded = readChange(bytes);
      if (left.has(decoded.hash)) continue;
      if (!roster.members.has(deviceOfActor(decoded.actor)))
        throw new UnsoundDocument("a change by somebody who was never on the desk");
      const refused = admission.refusal(decoded);
      if (refused !== null) throw new UnsoundDocument(refused);
      taken.push({ bytes, decoded });
    }
    if (taken.length > 0 && addChanges(doc, taken).isWaiting)
      throw new UnsoundDocument("a change without the one before it");
    const actsBy = await soundActs(roster, acts, left);
    const saved = save(doc);
    const kept = actsBy.map(({ bytes }) => bytes);
    return { document, saved, acts: kept, shown: packShown(shownOf(doc)), changes: taken, actsBy };
  } catch (error) {
    // What Automerge throws of bytes that are none.
    throw error instanceof UnsoundDocument ? error : new UnsoundDocument(String(error));
  } finally {
    free(doc);
  }
}

async function soundActs(
  { desk, members }: Roster,
  acts: readonly Uint8Array[],
  left: ReadonlySet<string>,
): Promise<Rebuilt["actsBy"]> {
  const kept: { device: string; id: string; bytes: Uint8Array }[] = [];
  for (const bytes of acts) {
    const { act } = await unpackAct(bytes);
    if (left.has(act.id)) continue;
    const author = members.get(act.device);
    const isSound =
      author &&
      act.desk === toHex(desk) &&
      (await actHolds(act, await importSignPublicKey(author.signPublic)));
    if (!isSound) throw new UnsoundDocument("an act that its author did not sign");
    kept.push({ device: act.device, id: act.id, bytes });
  }
  return kept;
}
