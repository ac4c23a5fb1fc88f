import { call } from "./call.ts";
import { contact } from "./contact.ts";
import type { KindDefinition } from "./define.ts";
import { message } from "./message.ts";
import { principal } from "./principal.ts";
import { reply } from "./reply.ts";
import { task } from "./task.ts";
import { template } from "./template.ts";
import { trip } from "./trip.ts";

/** Kinds by name. */
export type Kinds = Readonly<Record<string, KindDefinition>>;

/**
 * Every kind that this version knows, by name.
 *
 * A new kind is its own file and its line here; forms, lists, validation, search and export follow. The lines are
 * written out because Node, Vite and the server's tests have no common way to list a folder; a test compares them with it.
 */
export const KINDS: Kinds = Object.fromEntries(
  [call, message, reply, trip, task, contact, principal, template].map((kind) => [kind.kind, kind]),
);

/** The definition of a kind; undefined for one that this version does not know. Own keys only. */
export function kindOf(name: string, kinds: Kinds = KINDS): KindDefinition | undefined {
  return Object.hasOwn(kinds, name) ? kinds[name] : undefined;
}
