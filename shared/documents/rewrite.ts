import { decodeChange, encodeChange } from "@automerge/automerge/slim";
import { actorOf } from "./actor.ts";
import { isOfGenesis, readChange } from "./history.ts";

/** A change as Automerge takes it apart, as far as others' ids stand in it. */
interface Apart {
  readonly actor: string;
  readonly hash: string | null;
  readonly deps: readonly string[];
  readonly ops: readonly {
    readonly obj: string;
    readonly elemId?: string;
    readonly pred?: readonly string[];
    readonly value?: unknown;
  }[];
}

/**
 * A document's changes as if one device had made all of them: what each did, and when, is the same, and so is what the
 * document comes to. Each actor becomes one of the device's, in their order among themselves, by which Automerge
 * decides between what was written at once. (A number of more than fifteen digits may differ in its last one: Automerge
 * reads it from a text here.)
 * @param changes all but the one that every document begins with, each behind those that it stands upon
 * @param device hex
 * @param persons ids (hex) that stand as values of fields, and what stands in their place
 * @throws where a change is damaged, or one before it is missing
 */
export function rewriteChanges(
  changes: readonly Uint8Array[],
  device: string,
  persons: ReadonlyMap<string, string>,
): Uint8Array[] {
  const decoded = changes.map((bytes) => readChange(bytes));
  const actors = [...new Set(decoded.map(({ actor }) => actor))].sort();
  const placed = new Map(
    actors.map((actor, n) => [actor, actorOf(device, (n + 1).toString(16).padStart(8, "0"))]),
  );
  const hashes = new Map<string, string>();
  const known = (hash: string) => hashes.get(hash) ?? hash;
  const moved = (id: string) => {
    const at = id.indexOf("@");
    if (at < 0 || isOfGenesis(id)) return id;
    const actor = placed.get(id.slice(at + 1));
    if (!actor) throw new Error("A change without the one before it.");
    return `${id.slice(0, at + 1)}${actor}`;
  };
  return changes.map((bytes, n) => {
    const apart = decodeChange(bytes) as unknown as Apart;
    const whole: Apart = {
      ...apart,
      actor: placed.get(apart.actor)!,
      hash: null,
      deps: apart.deps.map(known).sort(),
      ops: apart.ops.map((op) => ({
        ...op,
        obj: moved(op.obj),
        ...(op.elemId === undefined ? {} : { elemId: moved(op.elemId) }),
        ...(op.pred === undefined ? {} : { pred: op.pred.map(moved) }),
        ...(typeof op.value === "string" ? { value: persons.get(op.value) ?? op.value } : {}),
      })),
    };
    const made = encodeChange(whole as unknown as Parameters<typeof encodeChange>[0]);
    hashes.set(decoded[n]!.hash, readChange(made).hash);
    return made;
  });
}
