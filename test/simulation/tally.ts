/** What can be met in a simulation: faults that are made, and ways that the product has to come right again. */
export const HAPPENINGS = [
  // Between a device and the server.
  "connection cut",
  "connection cut behind work",
  "device partitioned",
  "request lost",
  "bytes lost on the wire",
  // On a device.
  "worker killed",
  "worker dies at a request of its store",
  "worker dies before a transaction is written",
  "worker dies after a transaction was written",
  "power cut that takes transactions back",
  "second worker beside one that lives",
  "elder worker superseded",
  "device full",
  "transaction refused for want of room",
  "clock set",
  "device evicted",
  "device goes back to an older copy of itself",
  "device enters late",
  "device removed",
  "person begins anew",
  "key renewed",
  // On the server.
  "server killed",
  "server dies before an answer",
  "server dies after an answer",
  "server full",
  // What comes of it.
  "command said again",
  "command set aside",
  "append kept",
  "envelope sent again",
  "envelope sent again and known",
  "envelope sealed anew under its counter",
  "append refused for its epoch",
  "append refused for its counter",
  "append refused for want of room",
  "roster moved meanwhile",
  "conflict shown",
  "colleague seen",
  "base offered",
  "base confirmed",
  "base held out",
  "base begun from",
  "base that cannot be begun from",
  "log let go",
  "catching up refused for a log that was let go",
] as const;

export type Happening = (typeof HAPPENINGS)[number];

/** How often what was met. */
export class Tally {
  readonly #counts = new Map<Happening, number>();

  add(what: Happening, count = 1): void {
    this.#counts.set(what, this.of(what) + count);
  }

  of(what: Happening): number {
    return this.#counts.get(what) ?? 0;
  }
}
