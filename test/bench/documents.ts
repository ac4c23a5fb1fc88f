import { save } from "@automerge/automerge/slim";
import { applyCommands } from "../../shared/documents/apply.ts";
import { readChange } from "../../shared/documents/history.ts";
import { addChanges, openDocument } from "../../shared/documents/open-document.ts";
import { bringUpAutomerge } from "../documents/desk-document.ts";
import type { Figure } from "./main.ts";
import { remoteChanges, sampleCommand } from "./sample-work.ts";
import { quantile } from "./statistics.ts";

/** Calls of a year, each edited twice, in twelve documents. */
const RECORDS = 12_500;
const MONTHS = 12;
const ROUNDS = 5;
const CHANGES = 1_000;

/** Documents alone, without a store: what one month costs to open and to change, and what a year weighs. */
export async function benchDocuments(): Promise<Figure[]> {
  await bringUpAutomerge();
  const device = "0d".repeat(16);
  const month = (document: string) => {
    const doc = openDocument(`${device}00000001`);
    const count = Math.ceil(RECORDS / MONTHS);
    const at = `${document}-15T10:00:00.000Z`;
    const id = (n: number) => String(n).padStart(26, "9");
    const apply = (commands: Parameters<typeof applyCommands>[1]) => {
      applyCommands(doc, commands, device);
    };
    for (let n = 0; n < count; n++) apply([sampleCommand(n, at, id(n), document)]);
    for (let n = 0; n < count * 2; n++) {
      const record = `${document}.${id(n % count)}`;
      apply([{ id: `e${n}`, at, action: { do: "set", record, field: "subject", value: `settled ${n}` } }]);
    }
    return save(doc);
  };
  const saved = Array.from({ length: MONTHS }, (_, n) => month(`2026-${String(n + 1).padStart(2, "0")}`));
  const timed = (rounds: number, work: () => void) => {
    const samples = Array.from({ length: rounds }, () => {
      const began = performance.now();
      work();
      return performance.now() - began;
    });
    return quantile(samples, 0.5);
  };
  const open = (bytes: Uint8Array) => openDocument(`${device}00000002`, bytes);
  const remote = remoteChanges(CHANGES, "2026-11");
  const opening = timed(ROUNDS, () => open(saved[10]!));
  const doc = open(saved[10]!);
  let made = 0;
  const change = timed(100, () => {
    applyCommands(doc, [sampleCommand(made, "2026-11-20T10:00:00.000Z", `new${made++}`)], device);
  });
  const changes = remote.made.map((bytes) => ({ bytes, decoded: readChange(bytes) }));
  const one = open(saved[10]!);
  const oneByOne = timed(1, () => {
    for (const each of changes) addChanges(one, [each]);
  });
  const target = open(saved[10]!);
  const together = timed(1, () => addChanges(target, changes));
  const everything = timed(1, () => saved.map(open));
  const megabytes = saved.reduce((sum, { length }) => sum + length, 0) / 1e6;
  return [
    { what: `${RECORDS} calls, each edited twice, saved`, value: megabytes, unit: "MB" },
    { what: "opening a month", value: opening, unit: "ms" },
    { what: "one change, p50 of 100", value: change, unit: "ms" },
    { what: `${CHANGES} remote changes, one by one`, value: oneByOne, unit: "ms" },
    { what: `${CHANGES} remote changes, one batch`, value: together, unit: "ms" },
    { what: "opening the whole year", value: everything, unit: "ms" },
  ];
}
