/**
 * What a change of somebody else's must be like before it is put into a document, beyond being whole and signed: like
 * those that are made here. Automerge takes much more. A change that counts its operations from 2^25 on makes a
 * document that cannot be loaded once it was saved; one that says that it does not know of a record can put another
 * one in its place; one in another document can do so in every list; one that deletes a value takes it away without a
 * trace in history, which tells of values that are assigned.
 */
import { getBackend } from "@automerge/automerge/slim";
import { deviceOfActor } from "./actor.ts";
import type { OpenDocument } from "./genesis.ts";
import { type DecodedChange, isOfGenesis, recordsMade } from "./history.ts";
import { documentOfRecord, RESERVED } from "./layout.ts";
import { bucketObject, placeOf, recordIn } from "./record-maps.ts";

/** A change that waits for others cannot be checked against them yet: no document here counts so far. */
const MOST_COUNTED = 2 ** 24;
const KEPT = 2_000;

/** By document, the numbers of the last operation of changes in it: to ask Automerge costs as much as all the rest. */
const endsOf = new WeakMap<OpenDocument, Map<string, number>>();

/** Keeps where changes end that a document has taken in. */
export function noteEnds(document: OpenDocument, changes: readonly DecodedChange[]): void {
  const ends = endsOf.get(document) ?? new Map<string, number>();
  endsOf.set(document, ends);
  if (ends.size > KEPT) ends.clear();
  for (const { hash, startOp, ops } of changes) ends.set(hash, startOp + ops.length - 1);
}

function endIn(document: OpenDocument, hash: string): number | undefined {
  const known = endsOf.get(document)?.get(hash);
  if (known !== undefined) return known;
  const meta: { readonly maxOp: number } | null = getBackend(document).getChangeMetaByHash(hash);
  return meta?.maxOp;
}

/**
 * Whether a change counts its operations on from those before it; undefined where one of those is not there.
 * @param also ends of changes that are about to be taken in
 */
export function countsOn(
  document: OpenDocument,
  { deps, startOp }: DecodedChange,
  also: ReadonlyMap<string, number> = new Map(),
): boolean | undefined {
  let end = 0;
  for (const hash of deps) {
    const known = also.get(hash) ?? endIn(document, hash);
    if (known === undefined) return undefined;
    end = Math.max(end, known);
  }
  return startOp === end + 1;
}

/** Whether all that a change puts into buckets are records of this document, each in its own, and nothing goes. */
function isInPlace({ ops }: DecodedChange, name: string): boolean {
  return ops.every(({ action, obj, key, pred = [] }) => {
    if (!obj.includes("@")) return false;
    if (!isOfGenesis(obj)) return true;
    if (action !== "makeMap" || key === undefined || pred.length > 0 || !key.startsWith(`${name}.`))
      return false;
    return documentOfRecord(key) === name && bucketObject(key) === obj;
  });
}

/**
 * The items that a change adds to records that were there before it, by their map and place; undefined where it does
 * there what history would not show: all that is done to those here is to assign a value to a field, to write in a text
 * and to add an item. What a change does within what it makes itself is its own.
 */
function itemsAdded({
  ops,
  startOp,
  actor,
}: DecodedChange): readonly (readonly [string, string])[] | undefined {
  const own = new Set<string>();
  const added: (readonly [string, string])[] = [];
  for (const [index, { action, obj, key, elemId, insert, pred = [] }] of ops.entries()) {
    if (action.startsWith("make")) own.add(`${startOp + index}@${actor}`);
    if (isOfGenesis(obj) || own.has(obj)) continue;
    if (elemId !== undefined) {
      if (action !== "del" && !(action === "set" && insert)) return undefined;
    } else if (key === undefined || RESERVED.has(key)) return undefined;
    else if (!key.includes("/")) {
      if (action !== "set") return undefined;
    } else {
      if (action !== "makeMap" || pred.length > 0) return undefined;
      added.push([obj, key]);
    }
  }
  return added;
}

const makerOfObject = (object: string) => deviceOfActor(object.slice(object.indexOf("@") + 1));

/** Lets changes into a document, one after the other, before any of them is taken in. */
export class Admission {
  readonly #document: OpenDocument;
  readonly #name: string;
  readonly #ends = new Map<string, number>();
  readonly #makers = new Map<string, string>();

  constructor(document: OpenDocument, name: string) {
    this.#document = document;
    this.#name = name;
  }

  /** Why a change is refused; null where it is let in. */
  refusal(change: DecodedChange): string | null {
    if (!isInPlace(change, this.#name)) return "A change of what is no record of its document.";
    const items = itemsAdded(change);
    if (!items) return "A change that does what history would not show.";
    const device = deviceOfActor(change.actor);
    if (items.some(([map, place]) => (this.#makerOfItem(map, place) ?? device) !== device))
      return "A change that puts an item in the place of another's.";
    const made = recordsMade(change);
    // A browser that began again from an older copy of itself may make a record of its own once more.
    if (made.some((record) => (this.#makerOf(record) ?? device) !== device))
      return "A change that puts a record in the place of another's.";
    const counts = countsOn(this.#document, change, this.#ends);
    if (counts === false || (counts === undefined && change.startOp > MOST_COUNTED))
      return "A change that does not follow those before it.";
    for (const record of made) this.#makers.set(record, device);
    for (const [map, place] of items) this.#makers.set(`${map} ${place}`, device);
    this.#ends.set(change.hash, change.startOp + change.ops.length - 1);
    return null;
  }

  #makerOf(record: string): string | undefined {
    const object = recordIn(this.#document, record)?.object;
    return this.#makers.get(record) ?? (object && makerOfObject(object));
  }

  #makerOfItem(map: string, place: string): string | undefined {
    const known = this.#makers.get(`${map} ${place}`);
    // A record that is made in the same batch, or that this change waits for, has no items here yet.
    if (known !== undefined || !placeOf(this.#document, map)) return known;
    const found = getBackend(this.#document).getWithType(map, place);
    return found?.[0] === "map" ? makerOfObject(String(found[1])) : undefined;
  }
}
