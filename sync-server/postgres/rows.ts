/** Rows of PostgreSQL, read into what the log works with, and written from it. */
import { concat, toHex } from "../../shared/protocol/bytes.ts";
import type { DeskDraft, Place } from "../draft.ts";
import type { ChainState, CheckedEnvelope } from "../log.ts";
import type { Ask } from "./database.ts";
import * as sql from "./statements.ts";

/** Where these devices' chains end, by device as hex; without those that have not begun. */
export async function chainsOf(
  ask: Ask,
  desk: Uint8Array,
  devices: Uint8Array[],
): Promise<Map<string, ChainState>> {
  if (devices.length === 0) return new Map();
  const { rows } = await ask<sql.ChainRow>(sql.CHAINS, [desk, concat(...devices)]);
  return new Map(
    rows.map((row) => [toHex(row.device), { counter: Number(row.counter), hash: plain(row.hash) }]),
  );
}

/** Where those are that were kept before: asked for only where there is a resend. */
export async function placesOf(
  ask: Ask,
  desk: Uint8Array,
  envelopes: readonly CheckedEnvelope[],
  chains: ReadonlyMap<string, ChainState>,
): Promise<Map<string, Place>> {
  const known = envelopes.filter(
    ({ device, counter }) => counter <= (chains.get(toHex(device))?.counter ?? 0),
  );
  if (known.length === 0) return new Map();
  const devices = concat(...known.map(({ device }) => device));
  const counters = known.map(({ counter }) => counter);
  const { rows } = await ask<sql.PlaceRow>(sql.PLACES, [desk, devices, counters]);
  return new Map(
    rows.map((row) => [
      placeName(row.device, Number(row.counter)),
      { seq: Number(row.seq), hash: plain(row.hash) },
    ]),
  );
}

/** An envelope's name among places. */
export const placeName = (device: Uint8Array, counter: number) => `${toHex(device)}${counter}`;

/** Sends what a draft is to write; the promises are for its statements. */
export function writesOf(
  ask: Ask,
  desk: Uint8Array,
  { added, ends, head, bytes }: DeskDraft,
  at: number,
): Promise<unknown>[] {
  const sizes = added.map((envelope) => envelope.bytes.length);
  let start = 1;
  const starts = sizes.map((size) => {
    start += size;
    return start - size;
  });
  const chains = [...ends.values()];
  return [
    ask(sql.ADD_ENVELOPES, [
      desk,
      added[0]!.seq - 1,
      at,
      concat(...added.map(({ device }) => device)),
      concat(...added.map(({ hash }) => hash)),
      concat(...added.map((envelope) => envelope.bytes)),
      added.map(({ counter }) => counter),
      starts,
      sizes,
    ]),
    ask(sql.EXTEND_CHAINS, [
      desk,
      concat(...chains.map(({ device }) => device)),
      concat(...chains.map(({ hash }) => hash)),
      chains.map(({ counter }) => counter),
    ]),
    ask(sql.MOVE_DESK, [desk, head, bytes]),
  ];
}

/** A column's bytes as the rest of the server has them. */
export function plain({ buffer, byteOffset, byteLength }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
